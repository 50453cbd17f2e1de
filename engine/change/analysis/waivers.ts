import type { ModelWaiver } from '../model.ts';
import type { EnvironmentPair } from './pair.ts';

export interface WaiverChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly expired: readonly string[];
}

/** Waivers as `environment/id`: those that came, changed (for another rule or target, or for longer) or went, and those of the head that are over on `date`. */
export function waiverChange({ name, base, head }: EnvironmentPair, date: string): WaiverChange {
  const [was, is] = [byId(base?.model?.waivers), byId(head?.model?.waivers)];
  const shown = (id: string) => `${name}/${id}`;
  const isKnown = base?.model !== undefined || base === undefined;
  return {
    added: isKnown ? [...is].filter(([id, waiver]) => !isAsNarrow(was.get(id), waiver)).map(([id]) => shown(id)) : [],
    removed: head?.model ? [...was.keys()].filter((id) => !is.has(id)).map(shown) : [],
    expired: [...is].filter(([, { expires }]) => expires < date).map(([id]) => shown(id)),
  };
}

const byId = (waivers: readonly ModelWaiver[] | undefined): ReadonlyMap<string, ModelWaiver> => new Map((waivers ?? []).map((each) => [each.id, each]));

/** The same waiver, or one that ends sooner. */
const isAsNarrow = (before: ModelWaiver | undefined, { rule, target, expires }: ModelWaiver): boolean =>
  before !== undefined && before.rule === rule && before.target === target && expires <= before.expires;
