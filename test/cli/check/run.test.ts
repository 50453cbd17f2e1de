import { check, exitCode } from '../../../cli/check/run.ts';
import { problem } from '../../../engine/problem/index.ts';
import { inputOf, manifest, pod, PRIVILEGED, waiver } from './input.ts';

const BASELINE = { profile: 'pss-baseline', date: '2030-06-01' } as const;
const GUIDE = { profile: 'nsa-cisa', date: '2030-06-01' } as const;
const PROBLEM = problem('CHAMP6001', 'x', { value: 'x', reason: 'EACCES' });

describe('the report', () => {
  it('has every finding with object, container, field, place, message and fix', () => {
    const { findings } = check([inputOf('here', [pod('good'), pod('bad', PRIVILEGED)])], BASELINE);
    expect(findings).toMatchObject([{
      rule: 'NSA-POD-08', severity: 'critical', object: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'bad' }, zone: '', container: 'app',
      field: 'spec.containers[0].securityContext.privileged', file: 'here.yaml', line: 2, column: 7,
      message: { zh: expect.any(String), en: expect.any(String) }, fix: { zh: expect.any(String), en: expect.stringContaining('privileged') },
    }]);
  });

  it('begins with the gravest, then goes by rule and place, whatever the order of the input', () => {
    const worse = pod('worse', PRIVILEGED, { hostNetwork: true, hostPID: true });
    const of = (...manifests: Parameters<typeof inputOf>[1]) => check([inputOf('here', manifests)], BASELINE).findings.map(({ severity, rule, object }) => `${severity} ${rule} ${object.name}`);
    expect(of(worse, pod('bad', PRIVILEGED))).toEqual(['critical NSA-POD-08 worse', 'critical NSA-POD-08 bad', ...of(worse).slice(1)]);
    const ranks = of(worse).map((line) => ['critical', 'high', 'medium', 'low'].indexOf(line.split(' ')[0]!));
    expect(ranks).toEqual([...ranks].sort());
    expect(ranks.length).toBeGreaterThan(2);
  });

  it('counts what was judged in all zones of all inputs', () => {
    const two = inputOf('two', [pod('a', {}, { initContainers: [{ name: 'init', image: 'x' }] }), manifest('Service', 's')]);
    expect(check([inputOf('one', [pod('a')]), { ...two, zones: [...two.zones, ...two.zones] }], BASELINE)).toMatchObject({ inputs: ['one', 'two'], objects: 5, pods: 3, containers: 5 });
  });

  it('names the input before the zone only where there are several', () => {
    const zones = (...names: readonly string[]) => check(names.map((name) => inputOf(name, [pod('bad', PRIVILEGED)], {}, 'core')), BASELINE).findings.map(({ zone }) => zone);
    expect(zones('one')).toEqual(['core']);
    expect(zones('one', 'two')).toEqual(['one/core', 'two/core']);
  });

  it('has the rows of all controls, and passes on what could not be read or judged', () => {
    const unread = { what: 'chart', zone: '', file: 'f', why: { zh: 'x', en: 'x' } };
    const report = check([inputOf('here', [], { notJudged: [unread], problems: [PROBLEM] })], GUIDE);
    expect(report).toMatchObject({ notJudged: [unread], problems: [PROBLEM], profile: 'nsa-cisa', date: '2030-06-01' });
    expect(report.coverage).toHaveLength(97);
  });

  it('keeps the clusters of two zones apart', () => {
    const account = manifest('ServiceAccount', 'runner', { automountServiceAccountToken: false });
    const binding = manifest('RoleBinding', 'b', { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'gone' }, subjects: [{ kind: 'ServiceAccount', name: 'runner', namespace: 'shop' }] }, 'rbac.authorization.k8s.io/v1');
    const role = manifest('Role', 'gone', { rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }] }, 'rbac.authorization.k8s.io/v1');
    const dangling = (...zones: readonly (readonly Parameters<typeof inputOf>[1][number][])[]) => check(
      [{ ...inputOf('here', []), zones: zones.flatMap((manifests, index) => inputOf('here', manifests, {}, `zone-${index}`).zones) }], GUIDE,
    ).findings.filter(({ rule, object }) => rule === 'NSA-AUTH-19' && object.kind === 'RoleBinding');
    expect(dangling([account, binding, role])).toEqual([]);
    expect(dangling([account, binding], [role])).toMatchObject([{ zone: 'zone-0' }]);
  });
});

describe('the version', () => {
  // Pod Security has the rule on hosts of probes since 1.34
  const manifests = [pod('probed', { livenessProbe: { httpGet: { host: '10.0.0.1', port: 80 } } })];

  it('is that of each input', () => {
    const report = check([inputOf('old', manifests, { kubernetes: '1.33' }), inputOf('new', manifests, { kubernetes: '1.34' })], BASELINE);
    expect(report.kubernetes).toBe('1.33, 1.34');
    expect(report.findings.map(({ file }) => file)).toEqual(['new.yaml']);
  });

  it('is the one asked for before that of the input, and the newest without either', () => {
    const of = (kubernetes?: '1.33', own?: '1.34') => check([inputOf('here', manifests, { kubernetes: own })], { ...BASELINE, kubernetes });
    expect(of('1.33', '1.34')).toMatchObject({ kubernetes: '1.33', findings: [] });
    expect(of()).toMatchObject({ kubernetes: '1.36', findings: [{ object: { name: 'probed' } }] });
  });
});

describe('waivers', () => {
  const bad = (waivers: readonly ReturnType<typeof waiver>[], options: Parameters<typeof check>[1] = GUIDE) => check([inputOf('here', [pod('bad', PRIVILEGED)], { waivers })], options);
  const open = ({ findings }: ReturnType<typeof check>) => findings.filter(({ rule }) => rule === 'NSA-POD-08');
  const narrow = { container: 'app', field: 'securityContext.privileged' };

  it('cover nothing that Pod Security refuses in that namespace all the same', () => {
    const enforced = (level: string) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { 'pod-security.kubernetes.io/enforce': level } } });
    const under = (level: string) => check([inputOf('here', [enforced(level), pod('bad', PRIVILEGED)], { waivers: [waiver('W-1', 'NSA-POD-08', narrow)] })], GUIDE);
    expect([open(under('restricted')).length, open(under('baseline')).length, open(under('privileged')).length]).toEqual([1, 1, 0]);
    expect(under('restricted').waivers).toMatchObject([{ state: 'unused' }]);
  });

  it('set their finding aside, with their id, and turn the control to waived', () => {
    const report = bad([waiver('W-1', 'NSA-POD-08', narrow)]);
    expect(open(report)).toEqual([]);
    expect(report.waived).toMatchObject([{ rule: 'NSA-POD-08', waiver: 'W-1', line: 1 }]);
    expect(report.waivers).toMatchObject([{ state: 'used', uses: 1 }]);
    expect(report.coverage.find(({ id }) => id === 'NSA-POD-08')).toMatchObject({ status: 'waived', findings: 0, waived: 1 });
  });

  it.each([
    ['expired', waiver('W-1', 'NSA-POD-08', narrow, '2030-05-31')],
    ['too wide', waiver('W-1', 'NSA-POD-08', {})],
    ['for another container', waiver('W-1', 'NSA-POD-08', { ...narrow, container: 'other' })],
  ])('that are %s cover nothing', (_, each) => {
    const report = bad([each]);
    expect(open(report)).toHaveLength(1);
    expect(report.waived).toEqual([]);
    expect(exitCode(report)).toBe(1);
  });

  it('hold on their last day', () => {
    expect(open(bad([waiver('W-1', 'NSA-POD-08', narrow, '2030-06-01')]))).toEqual([]);
  });

  it('are not taken by Pod Security, nor counted there', () => {
    const report = bad([waiver('W-1', 'NSA-POD-08', narrow)], BASELINE);
    expect(open(report)).toHaveLength(1);
    expect(report.waivers).toEqual([]);
  });
});

it('what could not be judged is a problem with its place, the rest is judged, and the exit code is 3', () => {
  const torn = manifest('ConfigMap', 'torn', { data: { get part(): string { throw new RangeError('too much'); } } });
  const report = check([inputOf('here', [pod('bad', PRIVILEGED), torn])], GUIDE);
  expect(report.findings).toContainEqual(expect.objectContaining({ rule: 'NSA-POD-08' }));
  expect(report.problems).toContainEqual({ code: 'CHAMP6030', where: 'here.yaml:2:7', args: { value: 'v1/ConfigMap shop/torn data.part', reason: 'too much' } });
  // what goes through all objects of the cluster at once stops there
  expect(report.problems).toContainEqual(expect.objectContaining({ code: 'CHAMP6031', where: 'here', args: expect.objectContaining({ reason: 'too much' }) }));
  expect(exitCode(report)).toBe(3);
});

describe('the exit code', () => {
  const of = (manifests: Parameters<typeof inputOf>[1], more: Parameters<typeof inputOf>[2] = {}) => exitCode(check([inputOf('here', manifests, more)], BASELINE));

  it('is 0 without findings, 1 with, and 3 where input could not be read, findings or not', () => {
    expect([of([pod('good')]), of([pod('bad', PRIVILEGED)]), of([pod('good')], { problems: [PROBLEM] }), of([pod('bad', PRIVILEGED)], { problems: [PROBLEM] })]).toEqual([0, 1, 3, 3]);
  });

  it('is 1 for a waiver that nothing needs, although nothing is found', () => {
    const report = check([inputOf('here', [], { waivers: [waiver('W-1', 'NSA-POD-08', {})] })], GUIDE);
    expect(report).toMatchObject({ findings: [], waivers: [{ state: 'unused' }] });
    expect(exitCode(report)).toBe(1);
  });
});
