import { isMap, isSeq, parseDocument } from 'yaml';
import { environmentInput } from '../check/environments.ts';
import { check } from '../check/run.ts';
import type { Rendered } from '../estate/index.ts';

/** Any day will do: whether a waiver is needed does not depend on it. */
const SOME_DAY = '2000-01-01';

/** The text of a waivers.yaml without the rows that nothing in the environment needs, which `champ check` would refuse; the others stay byte for byte. */
export function neededWaivers(text: string, rendered: Rendered): string {
  const { waivers } = check([environmentInput(rendered)], { profile: 'nsa-cisa', date: SOME_DAY });
  const unused = new Set(waivers.filter(({ state }) => state === 'unused').map(({ waiver }) => waiver.id));
  const rows = parseDocument(text).contents;
  if (unused.size === 0 || !isSeq(rows)) return text;
  const items = rows.items.flatMap((item) => (isMap(item) ? [{ id: String(item.get('id')), start: text.lastIndexOf('\n', item.range![0] - 1) + 1 }] : []));
  const kept = items.map(({ id, start }, index) => (unused.has(id) ? '' : text.slice(start, items[index + 1]?.start)));
  return text.slice(0, items[0]?.start) + kept.join('');
}
