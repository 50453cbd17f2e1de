import { groupBy, nameOf, placeOf, rowsById } from '../phrases.ts';
import type { CheckReport, CoverageRow, ReportFinding } from '../report.ts';
import { words } from '../words.ts';
import { severityBadge } from './badges.ts';
import { anchorOf } from './coverage.ts';
import { both, code, escaped, row, section, table } from './markup.ts';

/** Findings of one rule that the page lists; the JSON report has all. */
export const LISTED = 200;

/** Findings by rule, the worst first, each rule with its reason and its fix. */
export function findingsSection(report: CheckReport): string {
  const controls = rowsById(report);
  const groups = [...groupBy(report.findings, ({ rule }) => rule)].map(([rule, of]) => ruleFindings(rule, of, controls.get(rule)));
  return section('findings', words.findings, groups.length > 0 ? groups : [`<p>${both(words.noFindings)}</p>`]);
}

function ruleFindings(rule: string, findings: readonly ReportFinding[], control: CoverageRow | undefined): string {
  const { severity, fix: first } = findings[0]!;
  const fix = control?.fix ?? first;
  return [
    `<h3 id="${escaped(anchorOf(rule))}">${code(rule)} ${control ? both(control.title) : ''} ${severityBadge(severity)} <span class="dim">${both(words.findingCount, { count: findings.length })}</span></h3>`,
    ...(control ? [`<p>${both(control.rationale)} <small>(${escaped(control.section)})</small></p>`] : []),
    `<p class="fix"><strong>${both(words.fix)}:</strong> ${both(fix)}</p>`,
    findingTable(findings, LISTED, (each) => [
      ...(control && each.message.en === control.title.en ? [] : [both(each.message)]),
      ...(each.fix.en === fix.en ? [] : [`<strong>${both(words.fix)}:</strong> ${both(each.fix)}`]),
    ]),
  ].join('\n');
}

/** The first `limit` findings, and how many more there are. */
export function findingTable(findings: readonly ReportFinding[], limit: number, more: (each: ReportFinding) => readonly string[]): string {
  const rows = findings.slice(0, limit).map((each) => {
    const { object, zone, container, field, file, construct, source } = each;
    return row([
      [code(nameOf(object)), `<small>${escaped(object.apiVersion)}${zone ? `, ${both(words.zone)} ${escaped(zone)}` : ''}</small>`].join('<br>'),
      [...(container ? [`${both(words.container)} ${code(container)}`] : []), field ? code(field) : both(words.wholeObject), ...more(each)].join('<br>'),
      [file ? code(placeOf(each)) : '', ...(source || construct ? [`<small>${both(words.declared)}: ${escaped([source, construct].filter(Boolean).join(', '))}</small>`] : [])].join('<br>'),
    ]);
  });
  const left = findings.length - rows.length;
  return [
    table([words.object, words.fieldAndMessage, words.place].map((each) => both(each)), rows, 'findings'),
    ...(left > 0 ? [`<p class="more">${both(words.more, { count: left })}</p>`] : []),
  ].join('\n');
}
