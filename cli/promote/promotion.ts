import type { Environment } from '../../constructs/environment.ts';

export const PROMOTED = ['digests', 'config', 'sizes'] as const;

/** What can be promoted, each by itself. */
export type Promoted = (typeof PROMOTED)[number];

export interface PromotionSide {
  readonly name: string;
  /** Folder of the environment. */
  readonly home: string;
  readonly environment: Environment;
}

export interface Promotion {
  readonly from: PromotionSide;
  readonly to: PromotionSide;
  /** Ids of the services that are meant; both environments have them. */
  readonly services: readonly string[];
  /** Nothing was selected: every service is meant. */
  readonly isWhole: boolean;
  readonly allowOlder: boolean;
}
