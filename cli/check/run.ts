import { judge, NEWEST, objectOf, PolicyEstate, type Failure, type Finding, type KubernetesVersion, type Profile, type Severity } from '../../engine/policy/index.ts';
import { objectName } from '../../engine/manifest.ts';
import { checksFor } from '../../engine/policy/checks.ts';
import { problem, type Problem } from '../../engine/problem/index.ts';
import type { CheckReport, NotJudged, ReportFinding } from '../../engine/report/report.ts';
import { applyWaivers, FAILED, type WaiverUse } from '../../engine/waivers/index.ts';
import { CONTROLS, controls, estateRules, objectRules } from '../../policies/index.ts';
import { limitDefaults } from '../../policies/network/index.ts';
import { coverage } from './coverage.ts';
import type { CheckInput } from './input.ts';
import { notJudged } from './not-judged.ts';

export interface CheckOptions {
  readonly profile: Profile;
  /** @default the version of each input */
  readonly kubernetes?: KubernetesVersion;
  /** Day by which waivers are judged, `YYYY-MM-DD`. */
  readonly date: string;
}

const RANK: Readonly<Record<Severity, number>> = { critical: 0, high: 1, medium: 2, low: 3 };

/** Judges every input by every rule of the profile: one report, in which nothing is left out. */
export function check(inputs: readonly CheckInput[], options: CheckOptions): CheckReport {
  const { profile, date } = options;
  const open: ReportFinding[] = [];
  const waived: ReportFinding[] = [];
  const waivers: WaiverUse[] = [];
  const unjudged: NotJudged[] = [];
  const estates: PolicyEstate[] = [];
  const failures: Problem[] = [];
  for (const input of inputs) {
    const kubernetes = options.kubernetes ?? input.kubernetes ?? NEWEST;
    const findings: Finding[] = [];
    const levels = enforcedLevels(input);
    for (const { objects, files, facts, params } of input.zones) {
      const estate = new PolicyEstate(objects, files, { kubernetes, ...facts });
      estates.push(estate);
      for (const finding of judge(estate, { controls, objectRules, estateRules, profile, kubernetes, params: { ...params, limitDefaults: limitDefaults(estate).join('\n') } })) findings.push(finding);
      for (const each of listed(estate)) unjudged.push(each);
      for (const each of estate.failures) failures.push(failed(each, input));
    }
    // Pod Security itself takes no exception
    const applied = applyWaivers(findings, profile === 'nsa-cisa' ? input.waivers : [], date, (rule) => fieldsOf(rule, kubernetes), (finding) => !isEnforced(finding, levels));
    const prefix = inputs.length > 1 ? `${input.name}/` : '';
    // one by one: a hundred thousand arguments are more than a call takes
    for (const finding of applied.open) open.push(reported(finding, input, prefix));
    for (const { finding, waiver } of applied.waived) waived.push({ ...reported(finding, input, prefix), waiver });
    waivers.push(...applied.uses);
    unjudged.push(...input.notJudged);
  }
  const judged = profile === 'nsa-cisa' ? [...objectRules, ...estateRules] : objectRules.filter((rule) => checksFor(rule, profile, options.kubernetes ?? NEWEST).length > 0);
  return {
    profile, date, kubernetes: [...new Set(inputs.map((input) => options.kubernetes ?? input.kubernetes ?? NEWEST))].join(', '),
    inputs: inputs.map(({ name }) => name),
    ...counts(estates),
    findings: open.sort(byGravity), waived: waived.sort(byGravity), waivers, notJudged: unjudged,
    coverage: coverage({ controls: CONTROLS, objectRules, estateRules, judged: new Set(judged.map(({ id }) => id)), estates, open: tally(open), waived: tally(waived) }),
    problems: [...inputs.flatMap(({ problems }) => problems), ...failures],
  };
}

/** 0 clean, 1 findings or failed waivers, 3 something could not be read; the gravest wins. */
export function exitCode({ findings, waivers, problems }: CheckReport): 0 | 1 | 3 {
  if (problems.length > 0) return 3;
  return findings.length > 0 || waivers.some(({ state }) => FAILED.has(state)) ? 1 : 0;
}

/** Level that Pod Security enforces, by zone and namespace. */
function enforcedLevels({ zones }: CheckInput): ReadonlyMap<string, string> {
  return new Map(zones.flatMap(({ zone, objects }) => objects.filter(({ manifest }) => manifest.kind === 'Namespace').map(({ manifest: { metadata } }) => (
    [`${zone}/${metadata.name}`, metadata.labels?.['pod-security.kubernetes.io/enforce'] ?? 'privileged'] as const
  ))));
}

/** A pod with such a finding is refused by Pod Security itself, which takes no waiver. */
function isEnforced({ pss, at }: Finding, levels: ReadonlyMap<string, string>): boolean {
  if (pss === undefined || !('manifest' in at)) return false;
  const level = levels.get(`${at.zone}/${at.manifest.metadata.namespace ?? ''}`);
  return level === 'restricted' || (level === 'baseline' && pss === 'baseline');
}

const fieldsOf = (rule: string, kubernetes: KubernetesVersion): number =>
  new Set(objectRules.filter(({ id }) => id === rule).flatMap((each) => checksFor(each, 'nsa-cisa', kubernetes)).map(({ field }) => field)).size;

function counts(estates: readonly PolicyEstate[]): Pick<CheckReport, 'objects' | 'pods' | 'containers'> {
  const pods = estates.flatMap((estate) => estate.objects.flatMap((object) => estate.podsOf(object)));
  return {
    objects: estates.reduce((sum, { objects }) => sum + objects.length, 0),
    pods: pods.length,
    containers: pods.reduce((sum, { containers }) => sum + containers.length, 0),
  };
}

function tally(findings: readonly ReportFinding[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { rule } of findings) found.set(rule, (found.get(rule) ?? 0) + 1);
  return found;
}

function reported({ rule, severity, at, container, field, check: waiverField = field, message, fix }: Finding, input: CheckInput, prefix: string): ReportFinding {
  return {
    rule, severity, object: objectOf(at), zone: `${prefix}${at.zone}`, ...(container === undefined ? {} : { container }), field, ...(waiverField === field ? {} : { waiverField }), message, fix,
    file: at.file, ...input.locate(at, field), ...(at.construct ? { construct: at.construct } : {}), ...(at.source ? { source: at.source } : {}),
  };
}

function listed(estate: PolicyEstate): readonly NotJudged[] {
  try {
    return notJudged(estate);
  } catch (error) {
    estate.failures.push({ field: '', error });
    return [];
  }
}

/** What no rule could judge is no pass: it has its place, as far as that is known. */
function failed({ rule, at, field, error }: Failure, input: CheckInput): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  if (!at) return problem('CHAMP6031', input.name, { value: rule ?? 'not-judged', reason });
  const value = [...('manifest' in at ? [objectName(at.manifest)] : []), ...(field === '' ? [] : [field])].join(' ') || at.file;
  const { line, column } = input.locate(at, field);
  return problem('CHAMP6030', `${at.file}:${line}:${column}`, { value, reason });
}

function byGravity(a: ReportFinding, b: ReportFinding): number {
  return RANK[a.severity] - RANK[b.severity] || compare(a.rule, b.rule) || compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.field, b.field);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
