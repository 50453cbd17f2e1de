import { definitionOf } from '../estate/environments.ts';
import type { CiSettings } from './settings.ts';

/** An environment that is published after a merge. */
export interface Published {
  readonly name: string;
  /** Each has an ArgoCD with a token of its own. */
  readonly zones: readonly string[];
  /** Hosts of its config repositories, as `https://git.example`; those that SSH reaches have keys instead. */
  readonly hosts: readonly string[];
}

/** What the pipelines are made of. */
export interface Ci extends CiSettings {
  readonly published: readonly Published[];
}

export const ciOf = (settings: CiSettings): Ci => ({ ...settings, published: settings.environments.map(publishedOf) });

function publishedOf(name: string): Published {
  const { configRepository, zones } = definitionOf(name).props;
  const addresses = [configRepository, ...Object.values(zones).flatMap((zone) => zone.configRepository ?? [])];
  return { name, zones: Object.keys(zones).sort(), hosts: [...new Set(addresses.filter((address) => address.startsWith('https:')).map((address) => new URL(address).origin))].sort() };
}
