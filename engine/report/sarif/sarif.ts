import { problemText } from '../phrases.ts';
import type { CheckReport } from '../report.ts';
import { summaryOf } from '../summary.ts';
import { physicalLocation, placed, plain, type Json } from './location.ts';
import { results } from './results.ts';
import { rulesOf } from './rules.ts';

/** Results that code hosts take in one run; the worst come first. */
const MOST_RESULTS = 25_000;

/** SARIF 2.1.0 in English, with the Chinese texts in `properties`. `limit` is the number of results in the run. */
export function sarifReport(report: CheckReport, toolVersion: string, limit = MOST_RESULTS): Json {
  const rules = rulesOf(report);
  const { results: found, left } = results(report, rules.map(({ id }) => id as string), limit);
  const { profile, kubernetes, date, inputs, commit, coverage } = report;
  const { findings, waived, verdict } = summaryOf(report);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'champ', fullName: 'champ check', version: toolVersion, ...(/^\d+\.\d+\.\d+/.test(toolVersion) ? { semanticVersion: toolVersion } : {}), language: 'en', rules } },
      automationDetails: { id: `champ-check/${profile}/` },
      language: 'en',
      columnKind: 'utf16CodeUnits',
      invocations: [{ executionSuccessful: report.problems.length === 0, toolExecutionNotifications: notifications(report, left) }],
      results: found,
      properties: { profile, kubernetes, date, inputs, ...(commit ? { commit } : {}), verdict, findings, waived, coverage: coverage.map(({ id, status }) => ({ id, status })) },
    }],
  };
}

function notifications({ problems, notJudged }: CheckReport, left: number): readonly Json[] {
  const unread = problems.map((each): Json => {
    const { message, fix } = problemText(each);
    const place = placed(each.where);
    return {
      level: 'error', descriptor: { id: each.code }, message: { text: plain(`${each.where}: ${message.en}; ${fix.en}`) },
      ...(place ? { locations: [{ physicalLocation: physicalLocation(place) }] } : {}), properties: { zh: { message: message.zh, fix: fix.zh } },
    };
  });
  const unjudged = notJudged.map(({ what, zone, file, why }): Json => ({
    level: 'warning', descriptor: { id: 'not-judged' }, message: { text: plain(`${what}${zone ? ` (zone ${zone})` : ''} is not judged: ${why.en}`) },
    ...(file ? { locations: [{ physicalLocation: physicalLocation({ file, line: 1, column: 1 }) }] } : {}), properties: { zh: { message: why.zh } },
  }));
  const cut: Json = { level: 'warning', descriptor: { id: 'results-cut' }, message: { text: `${left} findings, the least severe, are not in this file; the JSON report has all` } };
  return [...unread, ...unjudged, ...(left > 0 ? [cut] : [])];
}
