import { policyName, POD_RESOURCES } from '../../../engine/admission/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { groupOf } from '../../../engine/pods/index.ts';
import { judge, PolicyEstate, type ObjectRule } from '../../../engine/policy/index.ts';
import { controls, objectRules } from '../../../policies/index.ts';
import { corpus, CORPUS_PARAMS } from '../../fixtures/corpus/index.ts';
import { decide, emit, specOf } from './decide.ts';

const objects = emit();
const enforced = objectRules.filter((rule) => specOf(rule) !== undefined);

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
