import type { Profile, Severity } from '../policy/index.ts';
import { FAILED, type WaiverState } from '../waivers/index.ts';
import type { CheckReport, ControlStatus } from './report.ts';

/** In the order in which reports show them. */
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];
export const STATUSES: readonly ControlStatus[] = ['failed', 'waived', 'partly', 'passed', 'elsewhere', 'absent', 'unasked'];
export const STATES: readonly WaiverState[] = ['expired', 'tooWide', 'unused', 'ending', 'used'];

/**
 * `failed`: a finding, or a waiver that is expired, unused or too wide. `incomplete`: no finding, but not all input could be read.
 * `empty`: there was nothing to judge, which is no pass.
 */
export type Verdict = 'passed' | 'failed' | 'incomplete' | 'empty';

/** What a report says in numbers. */
export interface Summary {
  readonly verdict: Verdict;
  readonly profile: Profile;
  readonly kubernetes: string;
  readonly date: string;
  readonly commit?: string;
  readonly inputs: readonly string[];
  readonly objects: number;
  readonly pods: number;
  readonly containers: number;
  /** Not waived. */
  readonly findings: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Findings that valid waivers cover. */
  readonly waived: number;
  readonly waivers: Readonly<Record<WaiverState, number>>;
  readonly coverage: Readonly<Record<ControlStatus, number>>;
  readonly notJudged: number;
  readonly problems: number;
}

export function summaryOf(report: CheckReport): Summary {
  const { profile, kubernetes, date, commit, inputs, objects, pods, containers } = report;
  return {
    verdict: verdictOf(report), profile, kubernetes, date, ...(commit ? { commit } : {}), inputs, objects, pods, containers,
    findings: report.findings.length,
    bySeverity: count(SEVERITIES, report.findings.map(({ severity }) => severity)),
    waived: report.waived.length,
    waivers: count(STATES, report.waivers.map(({ state }) => state)),
    coverage: count(STATUSES, report.coverage.map(({ status }) => status)),
    notJudged: report.notJudged.length,
    problems: report.problems.length,
  };
}

export function verdictOf({ findings, waivers, problems, objects, coverage }: CheckReport): Verdict {
  if (findings.length > 0 || waivers.some(({ state }) => FAILED.has(state))) return 'failed';
  if (problems.length > 0) return 'incomplete';
  const judged = objects > 0 || coverage.some(({ status }) => status === 'passed' || status === 'partly' || status === 'waived');
  return judged ? 'passed' : 'empty';
}

function count<K extends string>(keys: readonly K[], values: readonly K[]): Readonly<Record<K, number>> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const value of values) counts[value] += 1;
  return counts;
}
