import type { Finding } from '../../../engine/policy/index.ts';
import { applyWaivers, type Waiver } from '../../../engine/waivers/index.ts';

const text = { zh: '文', en: 'text' };

const found = (change: Partial<Finding> = {}, namespace = 'core-agents'): Finding => ({
  rule: 'NSA-POD-12', severity: 'high', field: 'spec.template.spec.volumes[0].hostPath', check: 'hostPath', container: 'varlog', message: text, fix: text,
  at: { manifest: { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'fluent-bit', namespace } }, zone: 'core', file: 'a.yaml' },
  ...change,
});

const waiver = (change: Partial<Waiver> = {}, target: Partial<Waiver['target']> = {}): Waiver => ({
  id: 'W-1', rule: 'NSA-POD-12', reason: 'reads the logs of the node', owner: 'platform', ticket: 'SEC-1', expires: '2027-06-30', where: 'waivers.yaml:1:3',
  target: { kind: 'DaemonSet', namespace: 'core-agents', name: 'fluent-bit', container: 'varlog', ...target },
  ...change,
});

const apply = (findings: readonly Finding[], waivers: readonly Waiver[], { date = '2026-11-22', fields = 1 } = {}) => applyWaivers(findings, waivers, date, () => fields);

it('sets aside what a waiver names and keeps the rest', () => {
  const other = found({ container: 'run' });
  const { open, waived, uses } = apply([found(), other], [waiver()]);
  expect(open).toEqual([other]);
  expect(waived).toEqual([{ finding: found(), waiver: 'W-1' }]);
  expect(uses).toMatchObject([{ uses: 1, state: 'used' }]);
});

it.each<[string, Partial<Finding>, Partial<Waiver>, Partial<Waiver['target']>]>([
  ['another rule', { rule: 'NSA-POD-13' }, {}, {}],
  ['another zone', {}, {}, { zone: 'public' }],
  ['another container', {}, {}, { container: 'app' }],
  ['another field', {}, {}, { field: 'readOnly' }],
  ['another kind', {}, {}, { kind: 'Deployment' }],
  ['another name', {}, {}, { name: 'fluent' }],
  ['an object of the cluster', {}, {}, { namespace: undefined }],
])('does not cover a finding of %s, and is unused', (_, finding, change, target) => {
  const { open, uses } = apply([found(finding)], [waiver(change, target)]);
  expect(open).toHaveLength(1);
  expect(uses).toMatchObject([{ uses: 0, state: 'unused' }]);
});

it.each([
  ['2027-06-30', 'ending', 0], ['2027-05-31', 'ending', 0], ['2027-05-30', 'used', 0], ['2027-07-01', 'expired', 1],
])('on %s it is %s', (date, state, open) => {
  const result = apply([found()], [waiver()], { date });
  expect(result.uses).toMatchObject([{ state }]);
  expect(result.open).toHaveLength(open);
});

it('is too wide without the container that the finding is in, and then covers nothing', () => {
  const { open, uses } = apply([found()], [waiver({}, { container: undefined })]);
  expect(uses).toMatchObject([{ state: 'tooWide' }]);
  expect(open).toHaveLength(1);
});

it('is too wide without a field where the rule judges several', () => {
  expect(apply([found()], [waiver()], { fields: 2 }).uses).toMatchObject([{ state: 'tooWide' }]);
  expect(apply([found()], [waiver({}, { field: 'hostPath' })], { fields: 2 }).uses).toMatchObject([{ state: 'used' }]);
});

it('names the whole field of a rule over several objects', () => {
  const estate = found({ check: undefined, container: undefined, field: 'spec.podSelector' });
  expect(apply([estate], [waiver({}, { container: undefined, field: 'spec.podSelector' })], { fields: 2 }).open).toEqual([]);
});

it('uses the first of two waivers for one finding; the other is unused', () => {
  expect(apply([found()], [waiver(), waiver({ id: 'W-2' })]).uses.map(({ state }) => state)).toEqual(['used', 'unused']);
});

it('covers nothing that cannot be waived', () => {
  const { open, uses } = applyWaivers([found()], [waiver()], '2026-11-22', () => 1, () => false);
  expect(open).toHaveLength(1);
  expect(uses).toMatchObject([{ state: 'unused' }]);
});
