import { groupBy } from '../phrases.ts';
import type { CheckReport, CoverageRow } from '../report.ts';
import { STATUSES, summaryOf } from '../summary.ts';
import { chapterNames, decidedNames, originNames, severityNames, statusMeanings, words } from '../words.ts';
import { severityBadge, statusBadge } from './badges.ts';
import { both, code, escaped, row, section, table } from './markup.ts';

/** Every row of the control list with its verdict, by chapter; and what the verdicts mean. */
export function coverageSection(report: CheckReport): string {
  const { coverage: counts } = summaryOf(report);
  const meanings = STATUSES.map((status) => row([statusBadge(status), String(counts[status]), both(statusMeanings[status])]));
  const head = [words.control, words.recommendation, words.status, words.severity, words.findings, words.admission, words.elsewhere].map((each) => both(each));
  const chapters = [...groupBy(report.coverage, chapterOf)];
  const rows = chapters.flatMap(([chapter, of]) => [`<tr class="group"><th colspan="7" scope="rowgroup">${escaped(chapter)}${chapterNames[chapter] ? ` ${both(chapterNames[chapter])}` : ''} (${of.length})</th></tr>`, ...of.map(control)]);
  return section('coverage', words.coverage, [
    `<p>${both(words.coverageNote, { count: report.coverage.length })}</p>`,
    table([words.status, words.count, words.meaning].map((each) => both(each)), meanings, 'numbers'),
    table(head, rows, 'coverage'),
  ]);
}

/** `NSA-POD`: ids of one chapter of the list begin alike. */
const chapterOf = ({ id }: CoverageRow): string => id.replace(/-?[^-]*$/, '') || id;

function control({ id, title, section: source, origin, decided, severity, level, rationale, elsewhere, status, findings, waived, admission }: CoverageRow): string {
  const target = findings > 0 ? anchorOf(id) : waived > 0 ? 'waivers' : undefined;
  const link = target ? `<a href="#${target}">${code(id)}</a>` : code(id);
  const counts = [
    ...(findings > 0 ? [both(words.openCount, { count: findings })] : []), ...(waived > 0 ? [both(words.waivedCount, { count: waived })] : []),
  ].map((each) => `<span class="nowrap">${each}</span>`).join('<br>');
  return row([
    link,
    `${both(title)}<br><small>${both(rationale)}</small><br><small>${both(originNames[origin])}: ${escaped(source)}${level ? `; Pod Security ${escaped(level)}` : ''}</small>`,
    statusBadge(status),
    status === 'failed' ? severityBadge(severity) : both(severityNames[severity]),
    counts || (status === 'elsewhere' || status === 'absent' || status === 'unasked' ? both(words.unjudged) : '0'),
    both(admission ? words.yes : words.no),
    `<small>${both(decidedNames[decided])}</small>${elsewhere ? `<br>${both(elsewhere)}` : ''}`,
  ]);
}

export const anchorOf = (rule: string): string => `rule-${rule.replace(/[^\w-]/g, (character) => `_${character.charCodeAt(0).toString(16)}`)}`;
