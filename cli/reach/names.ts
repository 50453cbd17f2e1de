import { nearest, problem, type Problem } from '../../engine/problem/index.ts';
import type { EnvironmentReach } from './report.ts';

const shortOf = (id: string): string => id.slice(id.indexOf('/') + 1);

/** The peer that is meant: its id, or what follows the namespace where one peer alone has it; otherwise what is wrong with the name. */
export function peerNamed(name: string, option: string, reached: readonly EnvironmentReach[]): string | Problem {
  const ids = [...new Set(reached.flatMap(({ zones }) => zones.flatMap(({ layers }) => [...layers.keys()])))].sort();
  if (ids.includes(name)) return name;
  const meant = ids.filter((id) => shortOf(id) === name);
  const where = `champ reach ${option}`;
  if (meant.length > 1) return problem('CHAMP5051', where, { value: name, allowed: meant });
  return meant[0] ?? problem('CHAMP5050', where, { value: name, near: nearest(name, name.includes('/') ? ids : ids.map(shortOf)) });
}
