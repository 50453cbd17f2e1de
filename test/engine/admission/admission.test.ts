import { admission, policyName, policyParams, POD_RESOURCES } from '../../../engine/admission/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { groupOf } from '../../../engine/pods/index.ts';
import { compile } from '../../../engine/policy/cel.ts';
import { judge, PolicyEstate, type ObjectRule } from '../../../engine/policy/index.ts';
import { applyWaivers, type Waiver } from '../../../engine/waivers/index.ts';
import { controls, objectRules } from '../../../policies/index.ts';
import { corpus, CORPUS_PARAMS } from '../../fixtures/corpus/index.ts';

const FACTS = { registries: ['registry.example/'], exposed: [], grantable: [], deployers: [], runtimeClasses: [], require: [], limitDefaults: [], ingressClasses: [] };

const emit = (waivers: readonly Waiver[] = []) => admission(objectRules, {
  kubernetes: '1.36', controls, data: policyParams(FACTS, waivers), params: { name: 'params', namespace: 'guardrails' },
  managed: { key: 'app.kubernetes.io/managed-by', value: 'champ' }, operatorPods: { key: 'champ.hsa/pods', value: 'operator' }, labels: (name) => ({ name }),
});

interface PolicySpec {
  readonly matchConstraints: { readonly resourceRules: readonly { readonly apiGroups: readonly string[]; readonly resources: readonly string[] }[] };
  readonly variables: readonly { readonly name: string; readonly expression: string }[];
  readonly validations: readonly { readonly expression: string; readonly message: string; readonly messageExpression?: string }[];
}

const objects = emit();
const specOf = (rule: ObjectRule, from: readonly Manifest[] = objects) =>
  from.find(({ kind, metadata }) => kind === 'ValidatingAdmissionPolicy' && metadata.name === policyName(rule))?.['spec'] as PolicySpec | undefined;
const enforced = objectRules.filter((rule) => specOf(rule) !== undefined);

/** What the API server does with a policy: variables in their order, then the validations. */
function decide(spec: PolicySpec, object: Manifest, data: Readonly<Record<string, string>>): readonly string[] {
  const context = { object, params: { data }, variables: {} as Record<string, unknown> };
  for (const { name, expression } of spec.variables) context.variables[name] = compile(expression)(context);
  return spec.validations.flatMap(({ expression, message, messageExpression }) => (compile(expression)(context) === true ? [] : [messageExpression ? String(compile(messageExpression)(context)) : message]));
}

const matches = (rule: ObjectRule, { apiVersion, kind }: Manifest) =>
  (rule.on === 'pods' ? POD_RESOURCES : rule.on).some((row) => row.kind === kind && row.group === groupOf(apiVersion));
/** The API server drops nulls before admission sees an object; input hygiene refuses them offline. */
const hasNull = (value: unknown): boolean => value === null || (typeof value === 'object' && Object.values(value as object).some(hasNull));
const data = CORPUS_PARAMS;
const offline = (rule: ObjectRule, manifest: Manifest) =>
  judge(new PolicyEstate([{ manifest, zone: '', file: '' }]), { controls, objectRules: [rule], estateRules: [], params: data, kubernetes: '1.36' });

it.each(enforced.map((rule) => [policyName(rule), rule] as const))('%s decides the whole corpus as the offline check does', (_, rule) => {
  const spec = specOf(rule)!;
  const different = corpus.filter(({ manifest }) => matches(rule, manifest) && !hasNull(manifest)).filter(({ manifest }) => {
    let refused: boolean;
    try {
      refused = decide(spec, manifest, data).length > 0;
    } catch {
      refused = true; // what cannot be evaluated is denied
    }
    return refused !== offline(rule, manifest).length > 0;
  });
  expect(different.map(({ name }) => name)).toEqual([]);
});

const pod = (name: string, owner?: { readonly kind: string; readonly name: string }): Manifest => ({
  apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'core-agents', ...(owner ? { ownerReferences: [owner] } : {}) },
  spec: { containers: [{ name: 'agent', image: 'registry.example/x', securityContext: { privileged: true } }, { name: 'other', image: 'registry.example/x' }] },
});

const waiver: Waiver = {
  id: 'W-1', rule: 'NSA-POD-08', target: { kind: 'DaemonSet', namespace: 'core-agents', name: 'agent', container: 'agent' },
  reason: 'r', owner: 'o', ticket: 't', expires: '2027-01-01', where: 'waivers.yaml:1:1',
};

describe('a waiver', () => {
  const privileged = objectRules.find(({ id }) => id === 'NSA-POD-08')!;
  const waived = policyParams(FACTS, [waiver]);
  const refused = (object: Manifest) => decide(specOf(privileged)!, object, waived).length > 0;

  it('lets the pods of its workload through and no others', () => {
    expect(refused(pod('agent-x7k2p', { kind: 'DaemonSet', name: 'agent' }))).toBe(false);
    expect(refused(pod('agent-x7k2p', { kind: 'DaemonSet', name: 'agent2' }))).toBe(true);
    expect(refused(pod('agent'))).toBe(true);
  });

  it.each([['Deployment', 'ReplicaSet', 'agent-5d4f7c9b8'], ['CronJob', 'Job', 'agent-29384756']])('of a %s is for the pods of its %s too', (kind, owner, name) => {
    const of = policyParams(FACTS, [{ ...waiver, target: { ...waiver.target, kind } }]);
    expect(decide(specOf(privileged)!, pod('agent-0', { kind: owner, name }), of)).toEqual([]);
    expect(decide(specOf(privileged)!, pod('agent-0', { kind: owner, name: `other-${name}` }), of)).not.toEqual([]);
  });

  it('covers one container and leaves the other to be refused', () => {
    const both = { ...pod('agent-0', { kind: 'DaemonSet', name: 'agent' }), spec: { containers: ['agent', 'other'].map((name) => ({ name, image: 'x', securityContext: { privileged: true } })) } };
    expect(decide(specOf(privileged)!, both, waived)[0]).toContain('(other)');
  });

  it('covers offline what it covers in the cluster', () => {
    const manifest: Manifest = {
      apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent', namespace: 'core-agents' }, spec: { template: { spec: { containers: [{ name: 'agent', image: 'x', securityContext: { privileged: true } }] } } },
    };
    expect(applyWaivers(offline(privileged, manifest), [waiver], '2026-01-01', () => 1).open).toEqual([]);
    expect(refused(manifest)).toBe(false);
  });
});

describe('emission', () => {
  it('names the rule, what is wrong and the mend in every message', () => {
    for (const rule of enforced) {
      for (const { message } of specOf(rule)!.validations) expect(message).toMatch(new RegExp(`^${rule.id} .+: .+ / .*[\\u4e00-\\u9fff]`));
    }
  });

  it('asks about ephemeral containers and every workload template', () => {
    const rule = objectRules.find(({ id }) => id === 'NSA-POD-08')!;
    const resources = specOf(rule)!.matchConstraints.resourceRules.flatMap(({ resources: of }) => of);
    expect(resources).toEqual(expect.arrayContaining(['pods', 'pods/ephemeralcontainers', 'podtemplates', 'replicationcontrollers', 'deployments', 'statefulsets', 'daemonsets', 'replicasets', 'jobs', 'cronjobs', 'rollouts']));
  });

  it('denies where the platform manages, and warns and audits elsewhere', () => {
    const bindings = objects.filter(({ kind, metadata }) => kind === 'ValidatingAdmissionPolicyBinding' && metadata.name.startsWith('champ-nsa-pod-06'));
    expect(bindings.map(({ spec }) => spec)).toEqual(expect.arrayContaining([
      expect.objectContaining({ validationActions: ['Deny'], paramRef: { name: 'params', namespace: 'guardrails', parameterNotFoundAction: 'Deny' } }),
      expect.objectContaining({ validationActions: ['Warn', 'Audit'] }),
    ]));
  });

  it('gives no two objects one name', () => {
    const names = objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('fits the limits of the API: names of 63 characters, messages of 5 kB', () => {
    for (const { metadata } of objects) expect(metadata.name.length).toBeLessThanOrEqual(63);
    for (const rule of enforced) for (const { message } of specOf(rule)!.validations) expect(message.length).toBeLessThan(5120);
  });
});
