import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GUARDS } from '../../../engine/change/guards/index.ts';
import { RISKS } from '../../../engine/change/index.ts';
import { meaningsOf } from '../../../engine/change/meaning/index.ts';
import { maskWith } from '../../../engine/change/mask.ts';
import { assess, gravest, RISK_ROWS } from '../../../engine/change/risk.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { container, deployment, object, pair, type SideOptions } from '../../fixtures/changes/side.ts';

const mask = maskWith('a key for the tests');
type Asked = Parameters<typeof assess>[0];

/** What the rules say of one change, on no path and without anything else around it. */
function risk(before: Manifest | undefined, after: Manifest | undefined, more: Partial<Asked> = {}, options: SideOptions = {}, former: SideOptions = options) {
  const [change] = pair(before ? [before] : [], after ? [after] : [], options, former).changes;
  const { risk: is, reasons } = assess({
    change: change!, kinds: new Set(meaningsOf(change!, { mask }).map(({ kind }) => kind)), services: [], critical: false, rebuilt: false, restart: undefined, unread: false, restarting: 0,
    opened: [], closed: [], gained: [], blocked: false, approved: false, waived: false, ...more,
  });
  return [is, ...reasons.map(({ rule }) => rule)];
}

const restart = { environment: 'linyi', zone: 'core', object: 'x', pods: 2, wave: 0, strategy: { zh: '', en: '' }, because: ['image'] };
const flow = (from: string, to: string) => ({ environment: 'linyi', zone: 'core', from, to, ports: '80', acrossGap: false, why: '' });
const image = (tag: string) => deployment('a/b', { pod: { containers: [container('app', { image: `registry.example/app:${tag}` })] } });
const asking = (cpu?: string) => deployment('a/b', { pod: { containers: [container('app', { resources: { requests: { memory: '1Gi', ...(cpu ? { cpu } : {}) } } })] } });
const scaler = (minReplicas: number, maxReplicas: number) => object('autoscaling/v2', 'HorizontalPodAutoscaler', 'a/b', { spec: { minReplicas, maxReplicas, scaleTargetRef: { kind: 'Deployment', name: 'b' } } });
const quota = (pods: string) => object('v1', 'ResourceQuota', 'a/q', { spec: { hard: { pods } } });
const policy = (port: number) => object('networking.k8s.io/v1', 'NetworkPolicy', 'a/p', { spec: { podSelector: {}, ingress: [{ ports: [{ port }] }] } });
const service = (type: string) => object('v1', 'Service', 'a/s', { spec: { type, ports: [{ port: 80 }] } });
const role = (verb: string) => object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'r', { rules: [{ apiGroups: [''], resources: ['pods'], verbs: [verb] }] });
const chart = (targetRevision: string) => object('argoproj.io/v1alpha1', 'Application', 'argocd/x', { spec: { source: { chart: 'x', targetRevision } } });
const set = (replicas: number) => object('apps/v1', 'StatefulSet', 'a/db', { spec: { replicas } });
const grant = { environment: 'linyi', zone: 'core', subject: 'Group/g', what: 'x', namespace: 'a', role: 'ClusterRole/r', rule: { apiGroups: [], resources: [], verbs: [], resourceNames: [], nonResourceURLs: [] }, wider: true };
const recreate = deployment('a/b', { spec: { strategy: { type: 'Recreate' } }, pod: { containers: [container('app', { image: 'x:2' })] } });

describe('the risk', () => {
  it.each<[string, readonly string[], readonly [string, string]]>([
    ['labels', risk(deployment('a/b'), deployment('a/b', { metadata: { labels: { 'app.kubernetes.io/name': 'b', x: 'y' } } })), ['low', 'RISK-01']],
    ['a new object', risk(undefined, deployment('a/b')), ['low', 'RISK-02']],
    ['an image', risk(image('1'), image('2')), ['low', 'RISK-03']],
    ['an image on a critical path', risk(image('1'), image('2'), { critical: true }), ['medium', 'RISK-04']],
    ['an image that was built anew of a strong artefact', risk(image('1'), image('2'), { rebuilt: true }), ['high', 'RISK-05']],
    ['configuration', risk(object('v1', 'ConfigMap', 'a/c', { data: { 'a.yml': 'x: 1' } }), object('v1', 'ConfigMap', 'a/c', { data: { 'a.yml': 'x: 2' } })), ['low', 'RISK-06']],
    ['configuration on a critical path', risk(object('v1', 'ConfigMap', 'a/c', { data: { a: '1' } }), object('v1', 'ConfigMap', 'a/c', { data: { a: '2' } }), { critical: true }), ['medium', 'RISK-07']],
    ['configuration that nobody takes over', risk(object('v1', 'ConfigMap', 'a/c', { data: { a: '1' } }), object('v1', 'ConfigMap', 'a/c', { data: { a: '2' } }), { unread: true }), ['medium', 'RISK-08']],
    ['more pods', risk(scaler(2, 4), scaler(3, 6)), ['low', 'RISK-09']],
    ['fewer pods', risk(scaler(2, 4), scaler(2, 3)), ['medium', 'RISK-10']],
    ['less resources', risk(asking('2'), asking('1500m')), ['medium', 'RISK-11']],
    ['a request less', risk(asking('2'), asking()), ['medium', 'RISK-11']],
    ['the same in other units', risk(asking('2'), asking('2000m')), ['low', 'RISK-09']],
    ['a larger quota', risk(quota('10'), quota('12')), ['low', 'RISK-12']],
    ['a smaller quota', risk(quota('10'), quota('9')), ['medium', 'RISK-13']],
    ['traffic inside', risk(policy(1), policy(2), { opened: [flow('a/x', 'a/y')] }), ['medium', 'RISK-14']],
    ['traffic with the outside', risk(policy(1), policy(2), { opened: [flow('a/x', 'external/tax')] }), ['high', 'RISK-15']],
    ['an address outside of the cluster', risk(service('ClusterIP'), service('LoadBalancer')), ['high', 'RISK-15']],
    ['traffic that is closed', risk(policy(1), policy(2), { closed: [flow('a/x', 'a/y')] }), ['medium', 'RISK-16']],
    ['a policy that goes and only allowed', risk(policy(1), undefined, { closed: [flow('a/x', 'a/y')] }), ['medium', 'RISK-16']],
    ['a policy that goes and opens', risk(policy(1), undefined, { opened: [flow('a/x', 'a/y')] }), ['high', 'RISK-25']],
    ['rights', risk(role('get'), role('delete'), { gained: [grant] }), ['high', 'RISK-17']],
    ['a way in', risk(object('v1', 'Service', 'a/s', { spec: { ports: [{ port: 80 }] } }), object('v1', 'Service', 'a/s', { spec: { ports: [{ port: 81 }] } })), ['medium', 'RISK-18']],
    ['a probe', risk(deployment('a/b'), deployment('a/b', { pod: { containers: [container('app', { livenessProbe: { tcpSocket: { port: 1 } } })] } })), ['medium', 'RISK-19']],
    ['a budget that lets no pod go', risk(object('policy/v1', 'PodDisruptionBudget', 'a/b', { spec: { maxUnavailable: 1 } }), object('policy/v1', 'PodDisruptionBudget', 'a/b', { spec: { maxUnavailable: 0 } })), ['medium', 'RISK-19']],
    ['where pods run', risk(deployment('a/b'), deployment('a/b', { pod: { nodeSelector: { a: 'b' } } })), ['medium', 'RISK-20']],
    ['storage of what holds state', risk(object('v1', 'PersistentVolumeClaim', 'a/c', { spec: { resources: { requests: { storage: '1Gi' } } } }), object('v1', 'PersistentVolumeClaim', 'a/c', { spec: { resources: { requests: { storage: '2Gi' } } } })), ['high', 'RISK-21']],
    ['an object with another name', risk(object('v1', 'ConfigMap', 'a/old', { data: { a: '1' } }), object('v1', 'ConfigMap', 'a/new', { data: { a: '1' } })), ['medium', 'RISK-23']],
    ['an object made anew', risk(deployment('a/b'), deployment('a/b', { spec: { selector: { matchLabels: { x: 'y' } } } })), ['high', 'RISK-24']],
    ['an object that goes', risk(deployment('a/b'), undefined), ['high', 'RISK-25']],
    ['a role of the cluster', risk(role('get'), role('list')), ['high', 'RISK-26']],
    ['a chart', risk(chart('1'), chart('2')), ['high', 'RISK-28']],
    ['a restart', risk(image('1'), image('2'), { restart }), ['low', 'RISK-30']],
    ['a restart on a critical path', risk(image('1'), image('2'), { restart, critical: true }), ['medium', 'RISK-31']],
    ['a restart of what holds state', risk(set(2), set(3), { restart }), ['high', 'RISK-32']],
    ['all pods of a critical service at once', risk(image('1'), recreate, { restart, critical: true }), ['high', 'RISK-33']],
    ['many restarts', risk(image('1'), image('2'), { restart, restarting: 21 }), ['high', 'RISK-34']],
    ['a rollout that stalls', risk(image('1'), image('2'), { restart: { ...restart, stalls: { zh: '', en: '' } } }), ['high', 'RISK-35']],
    ['a waiver', risk(object('v1', 'ConfigMap', 'g/champ-policy-params', { data: { a: '1' } }), object('v1', 'ConfigMap', 'g/champ-policy-params', { data: { a: '2' } }), { waived: true }), ['high', 'RISK-36']],
    ['what nobody knows', risk(object('example.org/v1', 'Thing', 'a/t', { spec: { a: 1 } }), object('example.org/v1', 'Thing', 'a/t', { spec: { a: 2 } })), ['medium', 'RISK-37']],
    ['what is approved', risk(image('1'), image('2'), { approved: true }), ['high', 'RISK-38']],
    ['what is stopped', risk(image('1'), image('2'), { blocked: true, approved: true }), ['blocked', 'RISK-39']],
  ])('of %s', (_, found, [is, rule]) => {
    expect(found[0]).toBe(is);
    expect(found).toContain(rule);
  });

  it('of a move to another Application is medium', () => {
    expect(risk(image('1'), image('1'), {}, { application: () => 'other' }, {})).toEqual(['medium', 'RISK-22']);
  });

  it('of a file of the control plane is high', () => {
    const files = (content: string): SideOptions => ({ files: [{ file: 'core/control-plane/flags.yaml', content: { content }, path: '', source: '' }] });
    expect(risk(image('1'), image('1'), {}, files('b'), files('a'))).toEqual(expect.arrayContaining(['high', 'RISK-27']));
  });

  it('of how ArgoCD delivers is medium', () => {
    const application = (prune: boolean) => object('argoproj.io/v1alpha1', 'Application', 'argocd/x', { spec: { source: { path: 'x' }, syncPolicy: { automated: { prune } } } });
    expect(risk(application(true), application(false))).toEqual(['medium', 'RISK-29']);
  });

  it('of a hook that goes is low', () => {
    expect(risk(object('batch/v1', 'Job', 'a/setup', { metadata: { annotations: { 'argocd.argoproj.io/hook': 'Sync' } }, spec: {} }), undefined)).toEqual(['low']);
  });

  it('is that of the gravest rule, which is told first', () => {
    expect(risk(image('1'), image('2'), { restart, critical: true, restarting: 30 })).toEqual(['high', 'RISK-34', 'RISK-04', 'RISK-31']);
    expect(gravest(['low', 'high', 'medium'])).toBe('high');
    expect(gravest([])).toBe('low');
  });
});

describe('the rules of risk', () => {
  it('have ids in order, a risk, and words in both languages', () => {
    expect(RISK_ROWS.map(({ id }) => id)).toEqual(RISK_ROWS.map((_, index) => `RISK-${String(index + 1).padStart(2, '0')}`));
    for (const { risk: is, zh, en } of RISK_ROWS) expect([RISKS.includes(is), /[\u4e00-\u9fff]/.test(zh), /^[^\u4e00-\u9fff]+$/.test(en)]).toEqual([true, true, true]);
  });

  it('and the guards are those of the README', () => {
    const text = readFileSync(join(__dirname, '..', '..', '..', 'engine', 'change', 'README.md'), 'utf8');
    const rows = (prefix: string) => text.split('\n').filter((line) => line.startsWith(`| ${prefix}`));
    expect(rows('RISK-')).toEqual(RISK_ROWS.map(({ id, risk: is, en }) => `| ${id} | ${is} | ${en} |`));
    expect(rows('CHG-')).toEqual(GUARDS.map(({ id, en, approval }) => `| ${id} | ${en} | ${approval ? 'yes' : 'no'} |`));
    for (const { id } of GUARDS.filter(({ id: each }) => /CHG-(01|02|06|07|08|09|10|11|12|14|15|16|17)/.test(each))) expect(text).toContain(`**${id}**`);
  });
});
