import type { DatabaseKind, ServiceKind } from '../../../constructs/service/props.ts';
import type { MiddlewareKind } from '../../../constructs/middleware/kinds.ts';
import type { Text } from '../../../engine/problem/index.ts';
import type { Selection } from '../selection.ts';

/** A row of the store: what a few lines bring. */
export type Preset = CityPreset | StagePreset | MiddlewarePreset;

interface CommonPreset extends Text {
  readonly id: string;
  /** What it is for, in a sentence. */
  readonly about: Text;
}

/** A city of its own: a folder with its own addresses, made from that of another one. */
export interface CityPreset extends CommonPreset {
  readonly kind: 'city';
  /** Left out for the whole release. */
  readonly selection?: Selection;
  /** Export of `apps/medical-insurance` that holds this row, for the environment's file; only with a selection. */
  readonly name?: string;
}

/** The release of another environment on a few nodes, one pod of everything. */
export interface StagePreset extends CommonPreset {
  readonly kind: 'stage';
}

/** What a service keeps and sends where: words of its row. */
export interface MiddlewarePreset extends CommonPreset {
  readonly kind: 'middleware';
  readonly uses: readonly MiddlewareKind[];
  /** Databases of `uses`: the schema is named after the subsystem. */
  readonly schemas: readonly DatabaseKind[];
  /** Service kinds that have such words. */
  readonly for: readonly ServiceKind[];
}
