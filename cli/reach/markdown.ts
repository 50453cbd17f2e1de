import type { Language } from '../../engine/problem/index.ts';
import { say } from '../output/language.ts';
import { answers } from './answer.ts';
import type { Ends, EnvironmentReach, ReachReport } from './report.ts';
import { countsOf, edgeRows, errors, matrixRows } from './text.ts';
import { reachWords } from './words.ts';

/** For a merge request or a document: the same as the text. */
export function markdownReach(report: ReachReport, reached: readonly EnvironmentReach[], ends: Ends, language: Language): string {
  const asked = answers(reached, ends, language);
  const word = (name: 'zones' | 'layers' | 'none') => say(reachWords[name], language);
  return [
    `# ${say(reachWords.title, language, { environments: report.environments.join(', ') })}`,
    ...(asked.length > 0
      ? asked.flatMap(({ environment, sentence, rows }) => [`## ${environment}`, escaped(sentence), ...(rows.length > 0 ? [bullets(rows)] : [])])
      : [`## ${word('zones')}`, markdownTable(matrixRows(report.matrix.zones, language)), `## ${word('layers')}`, markdownTable(matrixRows(report.matrix.layers, language)), countsOf(report, language)]),
    ...errors(report, language).flatMap(({ title, edges }) => [`## ${title}`, edges.length > 0 ? bullets(edgeRows(edges, language)) : word('none')]),
  ].join('\n\n');
}

const escaped = (text: string): string => text.replace(/[\\`*_|<>[\]]/g, (character) => `\\${character}`);

const bullets = (rows: readonly (readonly string[])[]): string => rows.map((row) => `- ${row.map(escaped).join(' · ')}`).join('\n');

function markdownTable(rows: readonly (readonly (string | number)[])[]): string {
  const [head = [], ...body] = rows.map((row) => `| ${row.map((cell) => escaped(String(cell))).join(' | ')} |`);
  return [head, `|${rows[0]!.map((_, index) => (index === 0 ? ' --- |' : ' ---: |')).join('')}`, ...body].join('\n');
}
