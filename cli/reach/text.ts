import { LAYERS, ZONES } from '../../constructs/words.ts';
import type { Language } from '../../engine/problem/index.ts';
import { say } from '../output/language.ts';
import { table } from '../output/table.ts';
import { answers, portText, reasons } from './answer.ts';
import type { Matrix } from './matrix.ts';
import type { Ends, EnvironmentReach, ReachEdge, ReachReport } from './report.ts';
import { reachWords } from './words.ts';

/** For a terminal: the answer to what was asked, or the matrix; then what is wrong, if anything is. */
export function textReach(report: ReachReport, reached: readonly EnvironmentReach[], ends: Ends, language: Language): string {
  const asked = answers(reached, ends, language);
  const word = (name: 'zones' | 'layers') => say(reachWords[name], language);
  const body = asked.length > 0
    ? asked.map(({ environment, sentence, rows }) => [`${environment}: ${sentence}`, ...(rows.length > 0 ? [table(rows, '  ')] : [])].join('\n'))
    : [
      say(reachWords.title, language, { environments: report.environments.join(', ') }),
      `${word('zones')}\n${table(matrixRows(report.matrix.zones, language), '  ')}`,
      `${word('layers')}\n${table(matrixRows(report.matrix.layers, language), '  ')}`,
      countsOf(report, language),
    ];
  return [...body, ...errors(report, language).filter(({ edges }) => edges.length > 0).map(({ title, edges }) => `${title}\n${table(edgeRows(edges, language), '  ')}`)].join('\n\n');
}

export function countsOf({ allowed, declaredButBlocked, allowedButUndeclared }: ReachReport, language: Language): string {
  return say(reachWords.counts, language, { allowed: allowed.length, blocked: declaredButBlocked.length, undeclared: allowedButUndeclared.length });
}

export function errors(report: ReachReport, language: Language): readonly { readonly title: string; readonly edges: readonly ReachEdge[] }[] {
  return [
    { title: say(reachWords.blocked, language), edges: report.declaredButBlocked },
    { title: say(reachWords.undeclared, language), edges: report.allowedButUndeclared },
  ];
}

export function edgeRows(edges: readonly ReachEdge[], language: Language): readonly (readonly string[])[] {
  return edges.map((edge) => [edge.zone, `${edge.from} -> ${edge.to}`, portText(edge), reasons(edge.why, language)]);
}

/** With a heading in each direction; groups that talk to nobody, and to which nobody talks, are left out. */
export function matrixRows(matrix: Matrix, language: Language): readonly (readonly (string | number)[])[] {
  const groups = Object.keys(matrix).filter((group) => Object.values(matrix[group]!).some((count) => count > 0) || Object.values(matrix).some((row) => row[group]! > 0));
  return [
    [say(reachWords.starts, language), ...groups.map((group) => headingOf(group, language))],
    ...groups.map((row) => [nameOf(row, language), ...groups.map((column) => matrix[row]![column]!)]),
  ];
}

const OTHERS = { middleware: reachWords.middleware, operators: reachWords.operators, external: reachWords.external } as const;
const hasOwn = <T extends object>(rows: T, key: string): key is string & keyof T => Object.hasOwn(rows, key);

/** `linyi/core` keeps its environment. */
function nameOf(group: string, language: Language): string {
  if (hasOwn(OTHERS, group)) return OTHERS[group][language];
  if (hasOwn(LAYERS, group)) return language === 'zh' ? `${group.slice(0, 2)} ${LAYERS[group].zh}` : group;
  const zone = group.slice(group.indexOf('/') + 1);
  return language === 'zh' && hasOwn(ZONES, zone) ? `${group} ${ZONES[zone].zh}` : group;
}

/** A column is narrow: a layer by its number. */
const headingOf = (group: string, language: Language): string => (hasOwn(LAYERS, group) ? group.slice(0, 2) : nameOf(group, language));
