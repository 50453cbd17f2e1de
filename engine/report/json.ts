import { problemText } from './phrases.ts';
import type { CheckReport, CoverageRow, ReportFinding } from './report.ts';
import { summaryOf, type Summary } from './summary.ts';

/** The JSON report, as `check-report.schema.json` describes it: for machines, complete, and in English whatever the language. */
export interface JsonReport {
  readonly version: 1;
  readonly summary: Summary;
  /** Those that are waived come last, with `waiver`. */
  readonly findings: readonly Readonly<Record<string, unknown>>[];
  readonly coverage: readonly Readonly<Record<string, unknown>>[];
  readonly waivers: readonly Readonly<Record<string, unknown>>[];
  readonly notJudged: readonly Readonly<Record<string, unknown>>[];
  readonly problems: readonly Readonly<Record<string, unknown>>[];
}

export function jsonReport(report: CheckReport): JsonReport {
  return {
    version: 1,
    summary: summaryOf(report),
    findings: [...report.findings, ...report.waived].map(finding),
    coverage: report.coverage.map(control),
    waivers: report.waivers.map(({ waiver: { id, rule, target, reason, owner, ticket, expires, where }, state, uses }) => (
      { id, rule, target, reason, owner, ticket, expires, where, state, uses }
    )),
    notJudged: report.notJudged.map(({ what, zone, file, why }) => ({ what, zone, file, why: why.en })),
    problems: report.problems.map((each) => {
      const { message, fix } = problemText(each);
      return { code: each.code, where: each.where, message: message.en, fix: fix.en, args: each.args };
    }),
  };
}

function finding(each: ReportFinding): Readonly<Record<string, unknown>> {
  const { rule, severity, object: { apiVersion, kind, namespace, name }, container, field, waiverField, message, fix, file, line, column, zone, construct, source, waiver } = each;
  return {
    rule, severity, object: { apiVersion, kind, namespace, name }, ...present({ container }), field, ...present({ waiverField }), message: message.en, fix: fix.en,
    file, line, column, zone, ...present({ construct, source, waiver }),
  };
}

function control(row: CoverageRow): Readonly<Record<string, unknown>> {
  const { id, title, section, origin, decided, severity, level, rationale, fix, elsewhere, status, findings, waived, admission } = row;
  return {
    id, title: title.en, section, origin, decided, severity, ...present({ level }), rationale: rationale.en,
    ...present({ fix: fix?.en, elsewhere: elsewhere?.en }), status, findings, waived, admission,
  };
}

/** Without what is absent or empty. */
function present(values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}
