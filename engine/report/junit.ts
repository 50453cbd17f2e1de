import type { Language, Text } from '../problem/index.ts';
import { FAILED, type WaiverUse } from '../waivers/index.ts';
import { groupBy, nameOf, objectKey, placeOf, problemText, rowsById, targetOf } from './phrases.ts';
import { printable } from './printable.ts';
import type { CheckReport, CoverageRow, ReportFinding } from './report.ts';
import { severityNames, stateAdvice, stateNames, statusMeanings, words } from './words.ts';

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

interface TestCase {
  readonly name: string;
  readonly outcome: Outcome;
  readonly file?: string;
  readonly line?: number;
  /** One line that lists show. */
  readonly message?: string;
  readonly body?: readonly string[];
}

/**
 * JUnit XML: a suite a control, and in it a case an object and container that fails (or is skipped, when waived); a control without
 * findings is one case. Waivers that fail, and files that could not be read, are suites of their own. GitLab and Jenkins tell cases
 * apart by class (the rule) and name (the object).
 */
export function junitReport(report: CheckReport, language: Language): string {
  const suites = [...controlSuites(report, language), waiverSuite(report, language), inputSuite(report, language)].filter(({ cases }) => cases.length > 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="champ check" ${totals(suites.flatMap(({ cases }) => cases))}>`,
    ...suites.flatMap(({ id, title, cases }) => [
      `  <testsuite name="${xml(title)}" ${totals(cases)}>`,
      ...cases.flatMap((each) => testCase(id, each)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Suite {
  readonly id: string;
  readonly title: string;
  readonly cases: readonly TestCase[];
}

function controlSuites(report: CheckReport, language: Language): readonly Suite[] {
  const rows = rowsById(report);
  const found = groupBy([...report.findings, ...report.waived], ({ rule }) => rule);
  const waivers = new Map(report.waivers.map((use) => [use.waiver.id, use]));
  return [...new Set([...rows.keys(), ...found.keys()])].map((id) => {
    const row = rows.get(id);
    const groups = groupBy(found.get(id) ?? [], (each) => JSON.stringify([objectKey(each), each.container, each.waiver]));
    const cases = [...groups.values()].map((group) => objectCase(group, waivers, language));
    const title = row ? `${id} ${row.title[language]}` : id;
    return { id, title, cases: cases.length > 0 || !row ? cases : [controlCase(row, language)] };
  });
}

function objectCase(group: readonly ReportFinding[], waivers: ReadonlyMap<string, WaiverUse>, language: Language): TestCase {
  const first = group[0]!;
  const { object, zone, container, file, line, severity, message, waiver } = first;
  const name = [nameOf(object), ...(zone ? [`${words.zone[language]} ${zone}`] : []), ...(container ? [`${words.container[language]} ${container}`] : [])].join(', ');
  const use = waivers.get(waiver ?? '')?.waiver;
  if (waiver) {
    const signed = use ? [`${waiver}: ${use.reason}`, `${words.owner[language]} ${use.owner}`, `${words.ticket[language]} ${use.ticket}`, words.until[language].replace('{date}', use.expires)] : [waiver];
    return { name: `${name} (${waiver})`, outcome: 'skipped', file, line, message: signed.join(', ') };
  }
  const body = group.flatMap((each) => [
    `${placeOf(each)} ${each.field || words.wholeObject[language]}`, `  ${each.message[language]}`, `  ${words.fix[language]}: ${each.fix[language]}`,
    ...(each.source || each.construct ? [`  ${words.declared[language]}: ${[each.source, each.construct].filter(Boolean).join(', ')}`] : []),
  ]);
  return { name, outcome: 'failure', file, line, message: `${severityNames[severity][language]}: ${message[language]}`, body };
}

function controlCase({ title, status, elsewhere }: CoverageRow, language: Language): TestCase {
  const name = title[language];
  if (status === 'passed' || status === 'partly') return { name, outcome: 'passed' };
  const who: Text = status === 'elsewhere' && elsewhere ? elsewhere : statusMeanings[status];
  return { name, outcome: 'skipped', message: who[language] };
}

function waiverSuite({ waivers }: CheckReport, language: Language): Suite {
  const cases = waivers.map((use): TestCase => {
    const { waiver: { id, rule, where, reason }, state } = use;
    const name = [id, rule, targetOf(use, language)].join(' ');
    if (!FAILED.has(state)) return { name, outcome: 'passed' };
    return { name, outcome: 'failure', message: `${stateNames[state][language]}: ${stateAdvice[state]?.[language] ?? ''}`, body: [where, `  ${words.reason[language]}: ${reason}`] };
  });
  return { id: 'waivers', title: words.waivers[language], cases };
}

function inputSuite({ problems, notJudged }: CheckReport, language: Language): Suite {
  const cases = [
    ...problems.map((each): TestCase => {
      const { message, fix } = problemText(each);
      return { name: `${each.code} ${each.where}`, outcome: 'error', message: message[language], body: [`${words.fix[language]}: ${fix[language]}`] };
    }),
    ...notJudged.map(({ what, zone, file, why }): TestCase => ({ name: [what, zone].filter(Boolean).join(', '), outcome: 'skipped', ...(file ? { file } : {}), message: why[language] })),
  ];
  return { id: 'input', title: words.input[language], cases };
}

function testCase(suite: string, { name, outcome, file, line, message, body }: TestCase): readonly string[] {
  const place = (file ? ` file="${xml(file)}"` : '') + (line ? ` line="${line}"` : '');
  const open = `    <testcase classname="${xml(suite)}" name="${xml(name)}" time="0"${place}`;
  if (outcome === 'passed') return [`${open}/>`];
  const element = `      <${outcome} message="${xml(message ?? '')}"`;
  const content = body ? [`${element}>${body.map(xml).join('\n')}</${outcome}>`] : [`${element}/>`];
  return [`${open}>`, ...content, '    </testcase>'];
}

function totals(cases: readonly TestCase[]): string {
  const of = (outcome: Outcome) => cases.filter((each) => each.outcome === outcome).length;
  return `tests="${cases.length}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}" time="0"`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For text and attributes; what XML cannot hold at all is written out. */
const xml = (text: string): string => printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
