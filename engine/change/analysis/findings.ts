import { parse } from 'yaml';
import type { LedgerObject } from '../../emit/index.ts';
import type { PlacedObject } from '../../guard/index.ts';
import { readPlainYaml } from '../../manifests/plain-yaml.ts';
import { judge, objectOf, PolicyEstate, type EstateFile, type EstateObject, type Finding, type JudgeOptions, type KubernetesVersion, type PolicyFacts } from '../../policy/index.ts';
import { hostPathOf } from '../../waivers/host-path.ts';
import type { ModelWaiver } from '../model.ts';
import type { FindingRow } from '../report.ts';
import { isLocal } from './local.ts';
import { zoneOfFile, type EnvironmentPair } from './pair.ts';
import type { Belonging } from './services.ts';

/** The rules, and what they ask of an environment; the same facts are taken for both sides. */
export interface PolicyInput extends Pick<JudgeOptions, 'controls' | 'objectRules' | 'estateRules'> {
  readonly zone: (environment: string, zone: string) => ZonePolicy;
}

export interface ZonePolicy {
  readonly facts: PolicyFacts;
  readonly kubernetes?: KubernetesVersion;
  /** Data of the params ConfigMap; `estate` is what is judged. */
  readonly params: (estate: PolicyEstate) => Readonly<Record<string, string>>;
}

export interface FindingChange {
  readonly appeared: readonly FoundFinding[];
  readonly gone: readonly FoundFinding[];
}

export interface FoundFinding extends FindingRow {
  readonly zone: string;
  readonly fix: Finding['fix'];
}

const NONE: FindingChange = { appeared: [], gone: [] };

/** ConfigMap with what the rules ask for. */
const PARAMS = 'champ-policy-params';

/**
 * What the rules find on one side alone, without what its waivers set aside: so a finding appears too when its waiver goes. Object
 * rules see the changed objects. Estate rules see all of a zone, unless every change in it is one of an object by itself: then they see
 * those alone, on both sides alike, so that what they miss of the rest is the same on both.
 */
export function findingChange(pair: EnvironmentPair, policy: PolicyInput | undefined, date: string, belonging: Belonging): FindingChange {
  if (!policy) return NONE;
  const found = pair.zones.map((zone) => inZone(pair, zone, policy, date, belonging));
  return { appeared: found.flatMap(({ appeared }) => appeared), gone: found.flatMap(({ gone }) => gone) };
}

function inZone(pair: EnvironmentPair, zone: string, policy: PolicyInput, date: string, belonging: Belonging): FindingChange {
  const changes = pair.changes.filter((each) => each.zone === zone);
  const files = new Set(changes.flatMap(({ file, from }) => [file, ...(from ? [from.file] : [])]));
  const local = changes.every((each) => isLocal(each, belonging.servicesOf(each)));
  // with another namespace, default or parameter, objects are judged otherwise that did not change
  const all = changes.some(({ object: { kind, name } }) => kind === 'Namespace' || kind === 'LimitRange' || name === PARAMS);
  const isSeen = ({ file, kind, name }: LedgerObject) => zoneOfFile(file) === zone && (!local || files.has(file) || kind === 'LimitRange' || name === PARAMS);
  const asked = policy.zone(pair.name, zone);
  const kubernetes = asked.kubernetes ? { kubernetes: asked.kubernetes } : {};
  const find = (side: 'base' | 'head'): readonly Finding[] => {
    if (!pair[side]) return [];
    const objects = (side === 'base' ? pair.before(isSeen) : pair.after(isSeen)).map((each) => asEstate(each, zone));
    const facts = { ...kubernetes, ...asked.facts };
    const whole = new PolicyEstate(objects, local ? [] : filesOf(pair, side, zone), facts);
    const changed = all ? whole : new PolicyEstate(objects.filter(({ file }) => files.has(file)), [], facts);
    const options = { controls: policy.controls, ...kubernetes, params: asked.params(whole) };
    return [
      ...judge(changed, { ...options, objectRules: policy.objectRules, estateRules: [] }),
      ...judge(local ? changed : whole, { ...options, objectRules: [], estateRules: policy.estateRules }),
    ];
  };
  const [was, is] = [open(find('base'), pair.base?.model?.waivers, date), open(find('head'), pair.head?.model?.waivers, date)];
  return { appeared: only(is, was, pair.name, zone), gone: only(was, is, pair.name, zone) };
}

/** Findings that no waiver covers on the day. */
function open(findings: readonly Finding[], waivers: readonly ModelWaiver[] | undefined, date: string): readonly Finding[] {
  const valid = (waivers ?? []).filter(({ expires }) => expires >= date);
  return valid.length === 0 ? findings : findings.filter((each) => !valid.some((waiver) => covers(waiver, each)));
}

/** By the text of the model: `core: Kind/namespace/name`, then container, field and path, each where it is named. */
function covers({ rule, target }: ModelWaiver, finding: Finding): boolean {
  if (rule !== finding.rule) return false;
  const [first = '', ...rest] = target.split(' ');
  const [object = '', ...more] = first.endsWith(':') ? rest : [first, ...rest];
  if (first.endsWith(':') && first !== `${finding.at.zone}:`) return false;
  const known = new Set([finding.container, finding.check ?? finding.field, hostPathOf(finding)]);
  return object === targetOf(finding) && more.every((each) => known.has(each));
}

const asEstate = ({ file, manifest }: PlacedObject, zone: string): EstateObject => ({ manifest, zone, file });

/** Files of the control plane, parsed; what cannot be parsed is text. */
function filesOf(pair: EnvironmentPair, side: 'base' | 'head', zone: string): readonly EstateFile[] {
  const environment = pair[side]!;
  return environment.ledger.files.filter(({ file }) => zoneOfFile(file) === zone).map(({ file }) => ({ zone, file, content: contentOf(environment.text(file), file) }));
}

function contentOf(text: string, file: string): unknown {
  if (!/\.ya?ml$|\.json$/.test(file)) return text;
  const plain = readPlainYaml(text);
  if (plain !== undefined) return plain;
  try {
    return parse(text, { logLevel: 'error' });
  } catch {
    return text;
  }
}

/** Findings of `these` that `those` have not, counted: places in lists may move. */
function only(these: readonly Finding[], those: readonly Finding[], environment: string, zone: string): readonly FoundFinding[] {
  const counts = new Map<string, number>();
  for (const each of those) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1);
  return these.filter((each) => {
    const left = counts.get(keyOf(each)) ?? 0;
    counts.set(keyOf(each), left - 1);
    return left <= 0;
  }).map(({ rule, severity, at, field, message, fix }) => {
    const object = targetOf({ at });
    return { environment, zone, rule, severity, object, field, message, fix };
  });
}

function targetOf({ at }: Pick<Finding, 'at'>): string {
  const { kind, namespace, name } = objectOf(at);
  return [kind, ...(namespace ? [namespace] : []), name].join('/');
}

function keyOf({ rule, at, container = '', check, field }: Finding): string {
  const { kind, namespace, name } = objectOf(at);
  return [rule, kind, namespace, name, container, (check ?? field).replace(/\[\d+\]/g, '[]')].join(' ');
}
