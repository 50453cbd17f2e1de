import type { Language, Text } from '../../problem/index.ts';
import { verdictText } from '../phrases.ts';
import type { CheckReport } from '../report.ts';
import { SEVERITIES, STATES, STATUSES, summaryOf } from '../summary.ts';
import { profileNames, words } from '../words.ts';
import { severityBadge, stateBadge, statusBadge } from './badges.ts';
import { coverageSection } from './coverage.ts';
import { findingsSection } from './findings.ts';
import { inputSection, notJudgedSection } from './input.ts';
import { both, code, escaped, row, section, table } from './markup.ts';
import { page } from './page.ts';
import { POLICY, STYLE } from './style.ts';
import { waiversSection } from './waivers.ts';

/** One self-contained page in both languages; `language` is the one it opens in. It has no script and loads nothing. */
export function htmlReport(report: CheckReport, language: Language): string {
  return page(language, {
    title: `${words.title[language]}: ${report.inputs.slice(0, 3).join(', ')}, ${report.date}`, policy: POLICY, style: STYLE,
    main: [header(report), numbers(report), coverageSection(report), findingsSection(report), waiversSection(report), notJudgedSection(report), inputSection(report)],
  });
}

function header(report: CheckReport): string {
  const summary = summaryOf(report);
  const { verdict, profile, kubernetes, date, commit, inputs, objects, pods, containers } = summary;
  const stamp = [
    [words.date, escaped(date)], [words.profile, both(profileNames[profile])], [words.kubernetes, escaped(kubernetes)],
    [words.inputs, `${inputs.slice(0, 10).map(code).join(', ')}${inputs.length > 10 ? ` <a href="#input">+${inputs.length - 10}</a>` : ''}<br>${both(words.judged, { objects, pods, containers })}`],
    ...(commit ? [[words.commit, code(commit)] as const] : []),
  ] as const;
  const links = [['coverage', words.coverage], ['findings', words.findings], ['waivers', words.waivers], ['not-judged', words.notJudged], ['input', words.input]] as const;
  return [
    `<h1>${both(words.title)}</h1>`,
    `<dl class="stamp">${stamp.map(([label, value]) => `<dt>${both(label)}</dt><dd>${value}</dd>`).join('\n')}</dl>`,
    `<p class="verdict ${verdict}">${both(words.verdict)}: ${both(verdictText(summary))}</p>`,
    `<nav>${links.map(([id, title]) => `<a href="#${id}">${both(title)}</a>`).join(' ')}</nav>`,
  ].join('\n');
}

function numbers(report: CheckReport): string {
  const { findings, bySeverity, waived, waivers, coverage, notJudged, problems } = summaryOf(report);
  const head = [words.what, words.count].map((each) => both(each));
  const total = (name: Text, count: number) => row([`<strong>${both(name)}</strong>`, `<strong>${count}</strong>`]);
  const tables = [
    [total(words.findings, findings), ...SEVERITIES.map((severity) => row([severityBadge(severity), String(bySeverity[severity])])), row([both(words.waivedFindings), String(waived)])],
    [total(words.waivers, report.waivers.length), ...STATES.map((state) => row([stateBadge(state), String(waivers[state])]))],
    [total(words.coverage, report.coverage.length), ...STATUSES.map((status) => row([statusBadge(status), String(coverage[status])]))],
    [total(words.input, report.inputs.length), row([both(words.notJudged), String(notJudged)]), row([both(words.problems), String(problems)])],
  ];
  return section('summary', words.summary, ['<div class="beside">', ...tables.map((rows) => table(head, rows, 'numbers')), '</div>']);
}
