import type { Application } from '../../../constructs/application.ts';
import { asSubsystem } from './kinds.ts';

/** What the sidecar injector adds to each pod; the operator's values set the same figures. */
export const MESH_SIDECAR = {
  requests: { cpu: '100m', memory: '128Mi' },
  limits: { cpu: '500m', memory: '256Mi' },
} as const;

/** Pods of subsystems join the mesh; what middleware speaks is its own and often no HTTP. */
export function isMeshed(application: Application): boolean {
  return application.zone.props.mesh && asSubsystem(application) !== undefined;
}
