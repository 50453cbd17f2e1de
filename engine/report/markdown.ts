import type { Language, Text } from '../problem/index.ts';
import { failedFirst, groupBy, nameOf, placeOf, problemText, rowsById, say, targetOf, verdictText } from './phrases.ts';
import { printable } from './printable.ts';
import type { CheckReport } from './report.ts';
import { SEVERITIES, STATES, STATUSES, summaryOf } from './summary.ts';
import { profileNames, severityNames, stateNames, statusNames, words } from './words.ts';

/** Characters that code hosts take in a comment. */
const MOST_CHARACTERS = 65_536;
/** Rows a table, tried in turn until the whole fits. */
const ROWS = [50, 20, 10, 5, 0];
/** Characters of a value in a cell. */
const CELL = 200;

/** Short, for a pull request: numbers, findings by rule, the first findings, waivers, controls that did not pass. */
export function markdownReport(report: CheckReport, language: Language, limit = MOST_CHARACTERS): string {
  let text = '';
  for (const rows of ROWS) {
    text = markdown(report, language, rows);
    if (text.length <= limit) break;
  }
  return text;
}

function markdown(report: CheckReport, language: Language, rows: number): string {
  const tell = (text: Text, args: Readonly<Record<string, string | number>> = {}) => say(text, language, args);
  const summary = summaryOf(report);
  const { findings, bySeverity, waived, waivers, coverage, notJudged, problems, objects, pods, containers, profile, kubernetes, date, commit } = summary;
  const counts = <K extends string>(keys: readonly K[], of: Readonly<Record<K, number>>, names: Readonly<Record<K, Text>>) =>
    keys.filter((key) => of[key] > 0).map((key) => `${tell(names[key])} ${of[key]}`).join(', ') || tell(words.nothing);
  const section = <T>(title: Text, head: readonly Text[], all: readonly T[], row: (each: T) => readonly string[]): readonly string[] => {
    if (all.length === 0) return [];
    const left = Math.max(0, all.length - rows);
    const shown = rows > 0 ? [...table(head.map((each) => tell(each)), all.slice(0, rows).map(row)), ''] : [];
    return [`### ${tell(title)} (${all.length})`, '', ...shown, ...(left > 0 ? [tell(words.more, { count: left }), ''] : [])];
  };
  const controls = rowsById(report);
  const byRule = [...groupBy(report.findings, ({ rule }) => rule)];
  return [
    `## ${tell(words.title)}: ${tell(verdictText(summary))}`,
    '',
    `${tell(profileNames[profile])}, Kubernetes ${code(kubernetes)}, ${date}${commit ? `, ${tell(words.commit)} ${code(commit)}` : ''}`,
    '',
    ...table([tell(words.summary), '', ''], [
      [tell(words.findings), String(findings), counts(SEVERITIES, bySeverity, severityNames)],
      [tell(words.waivers), String(report.waivers.length), `${counts(STATES, waivers, stateNames)}; ${tell(words.waivedCount, { count: waived })}`],
      [tell(words.coverage), String(report.coverage.length), counts(STATUSES, coverage, statusNames)],
      [tell(words.notJudged), String(notJudged), ''],
      [tell(words.problems), String(problems), ''],
      [tell(words.inputs), String(report.inputs.length), `${tell(words.judged, { objects, pods, containers })}: ${report.inputs.slice(0, 10).map(code).join(', ')}${report.inputs.length > 10 ? ', ...' : ''}`],
    ]),
    '',
    ...section(words.byRule, [words.rule, words.severity, words.findings, words.fix], byRule, ([rule, of]) => [
      `${code(rule)} ${prose(controls.get(rule)?.title[language] ?? '')}`, tell(severityNames[of[0]!.severity]), String(of.length), prose(of[0]!.fix[language]),
    ]),
    ...section(words.findings, [words.severity, words.rule, words.object, words.place], report.findings, (each) => [
      tell(severityNames[each.severity]), code(each.rule), `${code(nameOf(each.object))}${each.zone ? ` ${code(each.zone)}` : ''}${each.container ? ` ${code(each.container)}` : ''}`,
      `${code(placeOf(each))} ${prose(each.message[language])}`,
    ]),
    ...section(words.waivers, [words.state, words.waiver, words.object, words.reason, words.owner, words.end], failedFirst(report.waivers), (use) => [
      tell(stateNames[use.state]), `${code(use.waiver.id)} ${code(use.waiver.rule)}`, code(targetOf(use, language)), prose(use.waiver.reason),
      `${prose(use.waiver.owner)} ${code(use.waiver.ticket)}`, prose(use.waiver.expires),
    ]),
    ...(report.waivers.length > 0 ? [tell(words.clusterWaivers, { date }), ''] : []),
    ...section(words.notJudged, [words.object, words.zone, words.why], report.notJudged, ({ what, zone, why }) => [code(what), code(zone), prose(why[language])]),
    ...section(words.problems, [words.place, words.message, words.fix], report.problems, (each) => {
      const { message, fix } = problemText(each);
      return [code(each.where), `${code(each.code)} ${prose(message[language])}`, prose(fix[language])];
    }),
  ].join('\n').trimEnd() + '\n';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

const clipped = (text: string): string => printable(text.length > CELL ? `${text.slice(0, CELL)}...` : text);

/** As numbers of characters nothing is markup, and no name calls a person. */
const prose = (text: string): string => clipped(text).replace(/(?!:[ \d])[^\p{L}\p{N} .,;()'"/=-]/gu, (character) => `&#${character.codePointAt(0)};${character === '@' ? '&#8203;' : ''}`);

const code = (text: string): string => (text === '' ? '' : `<code>${clipped(text).replace(/(?!:\d)[^\p{L}\p{N} .,/-]/gu, (character) => `&#${character.codePointAt(0)};`)}</code>`);
