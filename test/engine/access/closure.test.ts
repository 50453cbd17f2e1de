import { excess, pathText } from '../../../engine/access/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import type { PolicyFacts } from '../../../engine/policy/index.ts';
import { bind, closureOf, clusterRole, estate, namespace, RBAC, role, rule, serviceAccount, type RuleText } from '../../fixtures/access.ts';

const PEOPLE = 'Group people';
/** A guarded namespace with an account that reads the Secrets of another one. */
const SHOP = [namespace('shop'), namespace('safe'), serviceAccount('shop', 'web'), clusterRole('strong', rule('core secrets get')), bind('ClusterRole strong', 'ServiceAccount shop/web', 'safe')];
const people = (...rules: readonly RuleText[]) => [clusterRole('people', ...rules), bind('ClusterRole people', PEOPLE, 'shop')];
const everywhere = (...rules: readonly RuleText[]) => [clusterRole('people', ...rules), bind('ClusterRole people', PEOPLE)];
const reached = (manifests: readonly Manifest[], facts?: PolicyFacts) => closureOf('Group/people', [...SHOP, ...manifests], facts).reached.map(({ role: to, namespace: where, steps }) => `${to} ${where || '*'}: ${steps.map(({ kind }) => kind).join(' ')}`);

describe('steps to more', () => {
  it.each([
    ['create pods', rule('core pods create'), 'run-pod'],
    ['patch deployments', rule('apps deployments patch', 'web'), 'run-pod'],
    ['create the resource of an operator', rule('flink.apache.org flinkdeployments create'), 'run-pod'],
    ['exec', rule('core pods/exec create'), 'enter-pod'],
    ['exec by a wildcard', rule('core */exec get'), 'enter-pod'],
    ['ephemeral containers', rule('core pods/ephemeralcontainers update'), 'enter-pod'],
    ['a token of the account', rule('core serviceaccounts/token create', 'web'), 'mint-token'],
    ['impersonation', rule('core serviceaccounts impersonate'), 'impersonate'],
    ['reading and writing Secrets', rule('core secrets get,create'), 'read-token'],
  ])('lead through a ServiceAccount by the right to %s', (_, right, step) => {
    expect(reached(people(right))).toEqual([`ClusterRole/strong safe: ${step}`]);
  });

  it.each([
    ['reading', rule('core pods,services get,list')],
    ['scaling', rule('apps deployments/scale patch')],
    ['evicting', rule('core pods/eviction create')],
    ['a top-level create that is narrowed to names', rule('core pods create', 'web')],
    ['a token of another account', rule('core serviceaccounts/token create', 'other')],
    ['reading Secrets where none is a token', rule('core secrets get,list')],
    ['writing bindings without bind', rule(`${RBAC} rolebindings create`)],
    ['bind without writing bindings', rule(`${RBAC} clusterroles bind`)],
    ['writing roles without escalate', rule(`${RBAC} roles create,update`)],
  ])('are none in %s', (_, right) => {
    expect(reached(people(right))).toEqual([]);
  });

  it('need both of two rights, wherever each comes from', () => {
    const grant = [clusterRole('binder', rule(`${RBAC} clusterroles bind`, 'strong')), bind('ClusterRole binder', PEOPLE)];
    expect(reached([...people(rule(`${RBAC} rolebindings create`)), ...grant])).toEqual(['ClusterRole/strong shop: bind-role']);
  });

  it('go on from what was reached', () => {
    const chain = [
      ...people(rule(`${RBAC} rolebindings create`), rule(`${RBAC} clusterroles bind`, 'runner')),
      clusterRole('runner', rule('batch jobs create')),
    ];
    expect(reached(chain)).toEqual(['ClusterRole/runner shop: bind-role', 'ClusterRole/strong safe: bind-role run-pod']);
    expect(pathText(closureOf('Group/people', [...SHOP, ...chain]).reached[1]!.steps)).toEqual({
      zh: '在 shop 绑定 ClusterRole/runner，再在 shop 以 ServiceAccount/shop/web 的身份运行 Pod',
      en: 'binds ClusterRole/runner in shop, then runs a pod as ServiceAccount/shop/web in shop',
    });
  });

  it.each([
    ['webhooks', rule('admissionregistration.k8s.io mutatingwebhookconfigurations create')],
    ['certificates', rule('certificates.k8s.io certificatesigningrequests/approval update')],
    ['the kubelets', rule('core nodes/proxy get')],
    ['escalate', rule(`${RBAC} clusterroles escalate,update`)],
    ['any user', rule('core users impersonate')],
    ['any group', rule('core groups impersonate')],
    ['pods in every namespace', rule('core pods create')],
    ['ArgoCD', rule('argoproj.io applications create')],
    ['cluster-wide bind', rule(`${RBAC} clusterroles,clusterrolebindings bind,create`)],
  ])('reach everything through %s', (_, right) => {
    expect(reached(everywhere(right)).filter((each) => each.startsWith('* *') || each.startsWith('ClusterRole/cluster-admin *'))).toHaveLength(1);
  });

  it('reach the node from a namespace that Pod Security does not guard', () => {
    expect(reached([namespace('open', 'privileged'), clusterRole('people', rule('core pods create')), bind('ClusterRole people', PEOPLE, 'open')])).toEqual(['* *: take-node']);
    expect(reached([...people(rule('core pods create')), clusterRole('labels', rule('core namespaces patch', 'shop')), bind('ClusterRole labels', PEOPLE)])).toContain('* *: take-node');
  });

  it('reach an account through its token Secret', () => {
    const token: Manifest = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'old', namespace: 'shop', annotations: { 'kubernetes.io/service-account.name': 'web' } }, type: 'kubernetes.io/service-account-token' };
    expect(reached([...people(rule('core secrets list')), token])).toEqual(['ClusterRole/strong safe: read-token']);
    expect(reached([...people(rule('core secrets get', 'other')), token])).toEqual([]);
  });

  it('count an account of which nothing is known as more', () => {
    const facts = { existing: [{ kind: 'ServiceAccount', namespace: 'shop', name: 'of-a-chart' }] };
    expect(reached(people(rule('core pods create')), facts)).toContain('ServiceAccount/shop/of-a-chart shop: run-pod');
  });

  it('take the rights of a named group that may be impersonated', () => {
    expect(reached([...everywhere(rule('core groups impersonate', 'bosses')), clusterRole('boss', rule('apps deployments delete')), bind('ClusterRole boss', 'Group bosses', 'shop')])).toEqual(['ClusterRole/boss shop: impersonate']);
  });
});

describe('excess over the facts', () => {
  const gives = people(rule(`${RBAC} rolebindings create`), rule(`${RBAC} clusterroles bind`, 'helper'));
  const helper = clusterRole('helper', rule('core pods get'));
  const of = (manifests: readonly Manifest[], facts?: PolicyFacts) => excess(estate([...SHOP, ...manifests], facts), 'core').map(({ reached: up, grantable }) => (up ? `reaches ${up.role}` : `grants ${grantable!.role}${grantable!.byHolding ? ' by holding' : ''}`));

  it('is nothing where what may be bound is what is meant to be granted', () => {
    expect(of([...gives, helper, role('shop', 'other', rule('core pods delete'))], { grants: [{ from: 'people', to: ['helper', 'people'] }] })).toEqual([]);
  });

  it('is a role that no fact lets him give, and the rights in it', () => {
    expect(of([...gives, helper], { grants: [{ from: 'people', to: ['people'] }] })).toEqual(['grants ClusterRole/helper', 'reaches ClusterRole/helper']);
  });

  it('is a role that he may give because he holds it', () => {
    expect(of([...gives, helper], { grants: [{ from: 'people', to: ['helper'] }] })).toEqual(['grants ClusterRole/people by holding']);
  });

  it('without facts is what is reached by other steps than binding named roles', () => {
    expect(of([...gives, helper])).toEqual([]);
    expect(of([...gives, clusterRole('helper', rule('core pods create'))])).toEqual(['reaches ClusterRole/strong']);
    expect(of(people(rule(`${RBAC} rolebindings create`), rule(`${RBAC} clusterroles bind`)))).toContain('reaches ClusterRole/cluster-admin');
  });

  it('leaves out deployers and who holds everything', () => {
    expect(of(people(rule('core pods create')))).toEqual(['reaches ClusterRole/strong']);
    expect(of(people(rule('core pods create')), { deployers: ['people'] })).toEqual([]);
    expect(of([bind('ClusterRole cluster-admin', PEOPLE, ''), ...people(rule('core pods create'))])).toEqual([]);
  });
});

it('grows with the objects, not with their square', () => {
  const manifests = Array.from({ length: 1500 }, (_, index) => [
    namespace(`n${index}`), serviceAccount(`n${index}`, 'web'), role(`n${index}`, 'reader', rule('core pods,configmaps get,list,watch'), rule('core secrets get', 'own')), bind(`Role n${index}/reader`, 'ServiceAccount web'),
  ]).flat();
  const begun = performance.now();
  expect(excess(estate(manifests), 'core')).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(30_000);
});
