import pico from 'picocolors';
import type { Severity } from '../policy/index.ts';
import type { Language, Text } from '../problem/index.ts';
import { FAILED, type WaiverUse } from '../waivers/index.ts';
import { daysLeft, failedFirst, groupBy, nameOf, objectKey, placeOf, problemText, rowsById, say, targetOf, verdictText } from './phrases.ts';
import { printable } from './printable.ts';
import type { CheckReport, ReportFinding } from './report.ts';
import { SEVERITIES, STATES, STATUSES, summaryOf } from './summary.ts';
import { severityNames, stateAdvice, stateNames, statusNames, words } from './words.ts';

export interface TextOptions {
  /** @default false */
  readonly colour?: boolean;
  /** Findings that are listed; the rest is counted by rule. @default 200 */
  readonly limit?: number;
}

/** Lines of any other list. */
const LISTED = 50;

type Colours = ReturnType<typeof pico.createColors>;

/** For people: findings by object, worst first; then waivers, what was not judged, input problems, and the numbers. */
export function textReport(report: CheckReport, language: Language, { colour = false, limit = 200 }: TextOptions = {}): string {
  const writer = new TextWriter(report, language, pico.createColors(colour));
  return [...writer.findings(limit), ...writer.waivers(), ...writer.notJudged(), ...writer.problems(), ...writer.summary()].join('\n') + '\n';
}

class TextWriter {
  private readonly report: CheckReport;
  private readonly language: Language;
  private readonly colours: Colours;
  private readonly titles: ReadonlyMap<string, Text>;
  /** Fixes that were said, with the rule that said them. */
  private readonly said = new Set<string>();

  constructor(report: CheckReport, language: Language, colours: Colours) {
    this.report = report;
    this.language = language;
    this.colours = colours;
    this.titles = new Map([...rowsById(report)].map(([id, { title }]) => [id, title]));
  }

  findings(limit: number): readonly string[] {
    const { findings } = this.report;
    const groups = groupBy(findings.slice(0, limit), objectKey);
    const lines = [...groups.values()].flatMap((group) => [this.heading(group[0]!), ...group.flatMap((each) => this.finding(each)), '']);
    const hidden = findings.slice(limit);
    if (hidden.length === 0) return lines;
    const byRule = [...groupBy(hidden, ({ rule }) => rule)].map(([rule, of]) => `${printable(rule)} x${of.length}`);
    return [...lines, this.more(hidden.length), `  ${byRule.join(', ')}`, ''];
  }

  waivers(): readonly string[] {
    const { waivers, date } = this.report;
    if (waivers.length === 0) return [];
    const shown = failedFirst(waivers).filter(({ state }, index) => FAILED.has(state) || index < LISTED);
    return [this.section(words.waivers), ...shown.flatMap((use) => this.waiver(use)), ...this.rest(waivers.length - shown.length), `  ${this.say(words.clusterWaivers, { date })}`, ''];
  }

  notJudged(): readonly string[] {
    const { notJudged } = this.report;
    if (notJudged.length === 0) return [];
    const lines = notJudged.slice(0, LISTED).map(({ what, zone, file, why }) => {
      const place = [zone && `${this.say(words.zone)} ${zone}`, file].filter(Boolean).join(', ');
      return `  ${printable(what)}${place ? this.colours.dim(` (${printable(place)})`) : ''}: ${printable(this.say(why))}`;
    });
    return [this.section(words.notJudged), ...lines, ...this.rest(notJudged.length - lines.length), ''];
  }

  problems(): readonly string[] {
    const { problems } = this.report;
    if (problems.length === 0) return [];
    const shown = problems.slice(0, LISTED);
    const lines = shown.flatMap((each) => {
      const { message, fix } = problemText(each);
      return [`  ${this.colours.red(printable(each.code))} ${printable(each.where)}`, `    ${printable(this.say(message))}`, `    ${this.say(words.fix)}: ${printable(this.say(fix))}`];
    });
    return [this.section(words.problems), ...lines, ...this.rest(problems.length - shown.length), ''];
  }

  summary(): readonly string[] {
    const summary = summaryOf(this.report);
    const { objects, pods, containers, findings, bySeverity, waived, waivers, coverage, notJudged, problems, verdict, profile, kubernetes, date, commit, inputs } = summary;
    const counts = <K extends string>(keys: readonly K[], of: Readonly<Record<K, number>>, names: Readonly<Record<K, Text>>) =>
      keys.filter((key) => of[key] > 0).map((key) => `${this.say(names[key])} ${of[key]}`).join(', ');
    const line = (head: string, detail: string) => `  ${head}${detail ? ` (${detail})` : ''}`;
    const paint = verdict === 'passed' ? this.colours.green : this.colours.red;
    const shown = inputs.slice(0, 10).map(printable);
    return [
      this.section(words.summary),
      line(this.say(words.findingCount, { count: findings }), counts(SEVERITIES, bySeverity, severityNames)),
      line(this.say(words.waivedCount, { count: waived }), ''),
      line(this.say(words.waiverCount, { count: this.report.waivers.length }), counts(STATES, waivers, stateNames)),
      line(this.say(words.coverageCount, { count: this.report.coverage.length }), counts(STATUSES, coverage, statusNames)),
      line(this.say(words.notJudgedCount, { count: notJudged }), ''),
      line(this.say(words.problemCount, { count: problems }), ''),
      line(this.say(words.judged, { objects, pods, containers }), [...shown, ...(inputs.length > shown.length ? [`+${inputs.length - shown.length}`] : [])].join(', ')),
      `  ${profile}, Kubernetes ${kubernetes}, ${date}${commit ? `, ${this.say(words.commit)} ${printable(commit)}` : ''}`,
      paint(`${this.say(words.verdict)}: ${this.say(verdictText(summary))}`),
    ];
  }

  private heading({ object, zone }: ReportFinding): string {
    const where = zone ? `, ${this.say(words.zone)} ${zone}` : '';
    return this.colours.bold(printable(nameOf(object))) + this.colours.dim(printable(` (${object.apiVersion}${where})`));
  }

  private finding(each: ReportFinding): readonly string[] {
    const { rule, severity, container, field, waiverField, message, fix, construct, source } = each;
    const title = this.titles.get(rule);
    const text = this.say(message);
    const key = `${rule} ${fix.en}`;
    const mend = this.said.has(key) ? this.say(words.sameFix, { rule }) : this.say(fix);
    this.said.add(key);
    const from = [source, construct].filter(Boolean).join(', ');
    return [
      `  ${this.severity(severity)} ${printable(rule)}${title ? ` ${printable(this.say(title))}` : ''}`,
      `    ${[placeOf(each), ...(container ? [`${this.say(words.container)} ${container}`] : []), field || this.say(words.wholeObject), ...(waiverField ? [`(${this.say(words.waiverField)} ${waiverField})`] : [])].map(printable).join('  ')}`,
      ...(title && this.say(title) === text ? [] : [`    ${printable(text)}`]),
      `    ${this.say(words.fix)}: ${printable(mend)}`,
      ...(from ? [this.colours.dim(`    ${this.say(words.declared)}: ${printable(from)}`)] : []),
    ];
  }

  private waiver(use: WaiverUse): readonly string[] {
    const { waiver: { id, rule, reason, owner, ticket, expires, where }, state, uses } = use;
    const days = daysLeft(use, this.report);
    const until = this.say(words.until, { date: expires }) + (days === undefined ? '' : `, ${this.say(words.daysLeft, { count: days })}`);
    const name = this.say(stateNames[state]);
    const advice = stateAdvice[state];
    return [
      `  ${FAILED.has(state) ? this.colours.red(name) : state === 'ending' ? this.colours.yellow(name) : name}  ${[id, rule, targetOf(use, this.language)].map(printable).join('  ')}`,
      `    ${[this.say(words.matches, { count: uses }), until, `${this.say(words.owner)} ${owner}`, `${this.say(words.ticket)} ${ticket}`, where].map(printable).join(', ')}`,
      `    ${this.say(words.reason)}: ${printable(reason)}`,
      ...(advice ? [`    ${this.say(advice)}`] : []),
    ];
  }

  private severity(severity: Severity): string {
    const name = this.say(severityNames[severity]);
    if (severity === 'low') return name;
    return severity === 'medium' ? this.colours.yellow(name) : this.colours.red(name);
  }

  private section = (title: Text): string => this.colours.bold(this.say(title));
  private more = (count: number): string => this.colours.yellow(this.say(words.more, { count }));
  private rest = (count: number): readonly string[] => (count > 0 ? [`  ${this.more(count)}`] : []);
  private say = (text: Text, args: Readonly<Record<string, string | number>> = {}): string => say(text, this.language, args);
}
