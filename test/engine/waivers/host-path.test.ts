/** A waiver names the folder of the host: offline and at admission it holds for that one alone. */
import { policyParams } from '../../../engine/admission/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { judge, PolicyEstate, type ObjectRule } from '../../../engine/policy/index.ts';
import { applyWaivers, type Waiver, type WaiverTarget } from '../../../engine/waivers/index.ts';
import { hostPathOf } from '../../../engine/waivers/host-path.ts';
import { controls, objectRules } from '../../../policies/index.ts';
import { decide, FACTS, specOf } from '../admission/decide.ts';

const ruleOf = (id: string, part?: string): ObjectRule => objectRules.find((rule) => rule.id === id && rule.part === part)!;

const waiver = (rule: string, target: Partial<WaiverTarget>): Waiver => ({
  id: 'W-1', rule, target: { kind: 'DaemonSet', namespace: 'agents', name: 'logs', container: 'host', ...target },
  reason: 'r', owner: 'o', ticket: 't', expires: '2030-12-31', where: 'waivers.yaml:1:1',
});

const agent = (...volumes: readonly object[]): Manifest => ({
  apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'logs', namespace: 'agents' }, spec: { template: { spec: { containers: [], volumes } } },
});
const folder = (path: string, name = 'host') => ({ name, hostPath: { path } });
const disk = (source: string, path: string): Manifest => ({ apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'disk' }, spec: { [source]: { path } } });

const findings = (rule: ObjectRule, manifest: Manifest) =>
  judge(new PolicyEstate([{ manifest, zone: '', file: '' }]), { controls, objectRules: [rule], estateRules: [], params: {}, kubernetes: '1.36' });

/** Whether both places let it through, and what the offline check says of the waiver. */
function verdicts(rule: ObjectRule, manifest: Manifest, target: Partial<WaiverTarget>) {
  const waived = [waiver(rule.id, target)];
  const { open, uses } = applyWaivers(findings(rule, manifest), waived, '2026-01-01', () => 1);
  return { offline: open.length === 0, cluster: decide(specOf(rule)!, manifest, policyParams(FACTS, waived)).length === 0, state: uses[0]!.state };
}

it.each(['NSA-POD-12', 'NSA-POD-20'])('of %s holds for the folder that it names', (id) => {
  expect(verdicts(ruleOf(id), agent(folder('/var/log')), { path: '/var/log' })).toEqual({ offline: true, cluster: true, state: 'used' });
});

it.each<[string, string, Manifest, Partial<WaiverTarget>]>([
  ['another folder', 'unused', agent(folder('/srv')), { path: '/var/log' }],
  ['a folder below', 'unused', agent(folder('/var/log/pods')), { path: '/var/log' }],
  ['a folder of another spelling', 'unused', agent(folder('/var/log/')), { path: '/var/log' }],
  ['the folder under another name', 'unused', agent(folder('/var/log', 'other')), { path: '/var/log' }],
  ['a second volume', 'used', agent(folder('/var/log'), folder('/srv', 'other')), { path: '/var/log' }],
  ['any folder, when it names none', 'tooWide', agent(folder('/var/log')), {}],
])('does not hold for %s, offline nor in the cluster', (_, state, manifest, target) => {
  for (const id of ['NSA-POD-12', 'NSA-POD-20']) expect(verdicts(ruleOf(id), manifest, target)).toEqual({ offline: false, cluster: false, state });
});

it('that names a folder does not hold for a volume of another kind', () => {
  const manifest = agent({ name: 'host', nfs: { server: 'x', path: '/var/log' } });
  expect(verdicts(ruleOf('NSA-POD-20'), manifest, { path: '/var/log' })).toEqual({ offline: false, cluster: false, state: 'unused' });
  expect(verdicts(ruleOf('NSA-POD-20'), manifest, {})).toEqual({ offline: true, cluster: true, state: 'used' });
});

it.each(['hostPath', 'local'])('names the folder of a PersistentVolume (%s) too', (source) => {
  const target = { kind: 'PersistentVolume', namespace: undefined, name: 'disk', container: undefined, field: `spec.${source}` };
  const rule = ruleOf('NSA-POD-12', 'storage');
  expect(verdicts(rule, disk(source, '/srv/a'), { ...target, path: '/srv/a' })).toEqual({ offline: true, cluster: true, state: 'used' });
  expect(verdicts(rule, disk(source, '/srv/b'), { ...target, path: '/srv/a' })).toEqual({ offline: false, cluster: false, state: 'unused' });
  expect(verdicts(rule, disk(source, '/srv/a'), target)).toEqual({ offline: false, cluster: false, state: 'tooWide' });
});

it('is read from wherever a kind keeps its volumes, and is none elsewhere', () => {
  const spec = { volumes: [{ name: 'a', emptyDir: {} }, folder('/srv')] };
  const text = { zh: '文', en: 'text' };
  const at = (field: string) => hostPathOf({
    rule: 'NSA-POD-12', severity: 'high', field, message: text, fix: text,
    at: { manifest: { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'x' }, spec: { jobTemplate: { spec: { template: { spec } } } } }, zone: '', file: '' },
  });
  const pod = 'spec.jobTemplate.spec.template.spec';
  expect([at(`${pod}.volumes[1].hostPath`), at(`${pod}.volumes[1]`), at(`${pod}.volumes[0]`), at(`${pod}.volumes[7].hostPath`), at(`${pod}.containers[0].volumeMounts`), at('')])
    .toEqual(['/srv', '/srv', undefined, undefined, undefined, undefined]);
});
