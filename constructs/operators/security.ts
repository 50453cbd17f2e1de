/** Security contexts of charts that set none or too little; the levels of Pod Security `restricted` and a read-only root. */
import { RESTRICTED_CONTAINER, restrictedPod } from '../hardening.ts';
import type { HelmValues } from './operator.ts';

/** Of a container. */
export const HARDENED: HelmValues = RESTRICTED_CONTAINER;

/** Of a container whose image writes beside its volumes. */
export const HARDENED_WRITABLE: HelmValues = { ...HARDENED, readOnlyRootFilesystem: false };

/** Of a pod. */
export const hardenedPod = (user: number): HelmValues => restrictedPod(user);
