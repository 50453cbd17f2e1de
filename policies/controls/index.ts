import type { Control } from '../../engine/policy/index.ts';
import { accessControls } from './access.ts';
import { loggingControls } from './logging.ts';
import { networkControls } from './network.ts';
import { podControls } from './pod.ts';
import { upgradingControls } from './upgrading.ts';

const rows = [...podControls, ...networkControls, ...accessControls, ...loggingControls, ...upgradingControls] as const;

/** Id of a row of the control list. */
export type ControlId = (typeof rows)[number]['id'];

/** Every recommendation of the list, in its order, whether it is judged here or not. */
export const CONTROLS: readonly (Control & { readonly id: ControlId })[] = rows;

/** The same by id. */
export const controls: ReadonlyMap<string, Control> = new Map(rows.map((row) => [row.id, row]));
