import type { Manifest } from '../../../../engine/manifest.ts';
import { renderGuardrails } from '../../../../engine/render/guardrails/index.ts';
import type { Rule } from '../../../../engine/render/guardrails/roles.ts';
import { smallEnvironment } from '../../../fixtures/estate.ts';
import { outputOf, workload } from './workloads.ts';

interface Role extends Manifest { readonly rules: readonly Rule[] }
interface Binding extends Manifest { readonly roleRef: { readonly name: string }; readonly subjects: readonly { readonly kind: string; readonly name: string }[] }

const environment = smallEnvironment();
const out = outputOf(environment, 'core', workload('Job', 'a', 'core-mbs', {}), workload('Job', 'b', 'core-gw', {}), workload('Job', 'c', 'core-mw-cache', {}));
renderGuardrails(environment.zone('core'), out);
const own = out.objects.map(({ manifest }) => manifest);
const roles = new Map((own.filter(({ kind }) => kind === 'ClusterRole') as Role[]).map((role) => [role.metadata.name, role]));
const bindings = own.filter(({ kind }) => kind === 'RoleBinding') as Binding[];
const clusterBindings = own.filter(({ kind }) => kind === 'ClusterRoleBinding') as Binding[];

const rules = [...roles.values()].flatMap((role) => role.rules.map((rule) => ({ role: role.metadata.name, rule })));
const has = (rule: Rule, resource: RegExp, verbs?: RegExp) => rule.resources.some((each) => resource.test(each)) && (!verbs || rule.verbs.some((verb) => verbs.test(verb)));

/** Roles that the holder of a role may give to others, by the role's own rules. */
function grantable(name: string): readonly string[] {
  return roles.get(name)!.rules.filter((rule) => rule.verbs.includes('bind')).flatMap((rule) => rule.resourceNames ?? ['*']);
}

/** Everything that can be handed on from there, hand to hand. */
function reachable(name: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const next of grantable(name)) if (!seen.has(next)) reachable(next, seen.add(next));
  return seen;
}

const grantors = [...roles.keys()].filter((name) => name.endsWith('-grants'));

describe('roles', () => {
  test('exist for four groups in each of the two centres', () => {
    for (const centre of ['platform-management', 'application-management']) {
      for (const group of ['platform-admin', 'tenant-admin', 'operator', 'auditor']) expect(roles.has(`champ-${centre}-${group}`)).toBe(true);
    }
  });

  test('hold no wildcard, no escalate, no impersonate', () => {
    expect(rules.filter(({ rule }) => [...rule.apiGroups, ...rule.resources, ...rule.verbs, ...(rule.resourceNames ?? [])].some((each) => each.includes('*') || each === 'escalate' || each === 'impersonate'))).toEqual([]);
  });

  test('read no Secret, mint no token, enter no container, change no pod template', () => {
    const forbidden = [/^secrets$/, /^serviceaccounts\/token$/, /^pods\/(exec|attach|portforward|proxy|ephemeralcontainers)$/, /^nodes\/proxy$/];
    expect(rules.filter(({ rule }) => forbidden.some((each) => has(rule, each)))).toEqual([]);
    expect(rules.filter(({ rule }) => has(rule, /^(pods|deployments|statefulsets|daemonsets|replicasets|jobs|cronjobs)$/, /create|update|patch/))).toEqual([]);
  });

  test('let an auditor read and do nothing else', () => {
    const auditors = rules.filter(({ role }) => /-auditor(-cluster)?$/.test(role));
    expect(auditors.length).toBeGreaterThan(0);
    expect(auditors.filter(({ rule }) => rule.verbs.some((verb) => !['get', 'list', 'watch'].includes(verb)))).toEqual([]);
    expect(auditors.filter(({ rule }) => has(rule, /^pods\/log$/))).toEqual([]);
  });

  test('let an operator see logs, scale and evict', () => {
    for (const role of ['champ-platform-management-operator', 'champ-application-management-operator']) {
      const of = roles.get(role)!.rules;
      expect(of.some((rule) => has(rule, /^pods\/log$/, /get/))).toBe(true);
      expect(of.some((rule) => has(rule, /^deployments\/scale$/, /patch/))).toBe(true);
      expect(of.some((rule) => has(rule, /^pods\/eviction$/, /create/))).toBe(true);
    }
  });

  test('keep using and granting in different roles', () => {
    for (const { role, rule } of rules) {
      const grants = rule.verbs.includes('bind') || has(rule, /^rolebindings$/, /create|update|patch|delete/);
      expect(grants).toBe(role.endsWith('-grants'));
    }
  });

  test('grant by bind on named roles that exist, of the same centre', () => {
    expect(grantors).toHaveLength(4);
    for (const name of grantors) {
      const centre = /^champ-\w+-management/.exec(name)![0];
      for (const each of grantable(name)) {
        expect(roles.has(each)).toBe(true);
        expect(each.startsWith(centre)).toBe(true);
      }
      expect(roles.get(name)!.rules.filter((rule) => rule.verbs.includes('bind')).every((rule) => rule.resources.join() === 'clusterroles')).toBe(true);
    }
  });

  test('reach by any chain of grants nothing that the first grantor may not grant himself', () => {
    for (const name of grantors) expect([...reachable(name)].sort()).toEqual([...grantable(name)].sort());
  });

  test('let nobody grant his own rank, the power to grant his own grants, or a role of the cluster', () => {
    for (const name of grantors) {
      const reached = reachable(name);
      expect(reached.has(name)).toBe(false);
      expect(reached.has(name.replace(/-grants$/, ''))).toBe(false);
      expect([...reached].filter((each) => each.endsWith('-cluster'))).toEqual([]);
    }
  });

  test('let no grantor take a binding away that he could not have made', () => {
    expect(rules.filter(({ rule }) => has(rule, /bindings$/, /delete/))).toEqual([]);
  });

  test('are bound to groups of the owner, and to the platform only as administrator and auditor', () => {
    for (const binding of bindings) {
      const namespace = binding.metadata.namespace!;
      const tenant = environment.zone('core').applications.find((each) => each.name === namespace)!.tenant;
      for (const subject of binding.subjects) {
        expect(subject.kind).toBe('Group');
        const [, owner, group] = subject.name.split(':');
        expect(binding.roleRef.name).toMatch(new RegExp(`-${group}(-grants)?$`));
        expect(owner === tenant || (owner === 'platform' && /platform-admin|auditor/.test(group!))).toBe(true);
      }
    }
  });

  test('of the platform centre are bound in its namespaces, those of the application centre in the vendors\'', () => {
    const centre = (namespace: string) => new Set(bindings.filter((each) => each.metadata.namespace === namespace).map((each) => /^champ-(\w+)-management/.exec(each.roleRef.name)![1]));
    expect([...centre('core-mbs')]).toEqual(['application']);
    expect([...centre('core-mw-cache')]).toEqual(['platform']);
  });

  test('of the cluster are held by platform administrators and auditors alone', () => {
    expect(clusterBindings.flatMap((each) => each.subjects.map((subject) => subject.name)).sort()).toEqual(['champ:platform:auditor', 'champ:platform:platform-admin']);
  });

  test('are granted only by who may bind them: an admission policy closes what RBAC leaves open', () => {
    const policy = own.find(({ kind }) => kind === 'ValidatingAdmissionPolicy')!;
    const spec = policy['spec'] as { readonly failurePolicy: string; readonly validations: readonly { readonly expression: string }[] };
    expect(spec.failurePolicy).toBe('Fail');
    expect(spec.validations[0]!.expression).toContain("check('bind')");
    expect(own.find(({ kind }) => kind === 'ValidatingAdmissionPolicyBinding')).toMatchObject({ spec: { policyName: policy.metadata.name, validationActions: ['Deny'] } });
  });
});
