import fc from 'fast-check';
import type { Plain } from '../../../engine/inspect/plain.ts';
import { podObjectRules, storageObjectRules } from '../../../policies/pod/index.ts';
import { PARAMS } from '../../fixtures/corpus/index.ts';
import { container, podOf, podSpec } from '../../fixtures/corpus/pod.ts';
import { estateOf, judged, judgedEstate } from '../../fixtures/policies.ts';
import { soak } from '../../fixtures/soak.ts';

const rules = [...podObjectRules, ...storageObjectRules];

const found = (changes: Plain, params: Readonly<Record<string, string>> = PARAMS) => judged(rules, [podOf('x', podSpec(changes))], { params });
const shown = (changes: Plain, params?: Readonly<Record<string, string>>) => found(changes, params).map(({ rule, container: name, field }) => `${rule} ${name ?? ''} ${field}`);
/** Milliseconds of the processor, which other work on the machine does not lengthen. */
function cpu(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const deployment = (changes: Plain) => ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'x' }, spec: { template: { metadata: { annotations: { 'container.apparmor.security.beta.kubernetes.io/app': 'unconfined' } }, spec: podSpec(changes) } } });

describe('a finding', () => {
  it('names container and field', () => {
    expect(shown({ initContainers: [container('first'), container('second', { securityContext: { privileged: true, allowPrivilegeEscalation: true } })] })).toEqual([
      'NSA-POD-08 second spec.initContainers[1].securityContext.privileged', 'NSA-POD-14 second spec.initContainers[1].securityContext.allowPrivilegeEscalation',
    ]);
  });

  it('names the volume', () => {
    expect(shown({ volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }] })).toEqual(['NSA-POD-12 logs spec.volumes[0].hostPath', 'NSA-POD-20 logs spec.volumes[0]']);
  });

  it('says of a writable mount that climbs that its path is not plain, and not what it covers', () => {
    const at = (mountPath: string) => found({ volumes: [{ name: 'data', emptyDir: { sizeLimit: '1Gi' } }], containers: [container('app', { volumeMounts: [{ name: 'data', mountPath }] })] });
    expect(at('/usr/../etc')).toMatchObject([{ rule: 'NSA-POD-07', container: 'app', field: 'spec.containers[0].volumeMounts', message: { zh: expect.stringContaining('含 .. 的路径'), en: expect.stringContaining('a path with ..') } }]);
    expect(at('//etc/.')).toMatchObject([{ rule: 'NSA-POD-07', message: { en: expect.stringContaining('over a folder of the system') } }]);
  });

  it('is at the template of a workload and at the metadata beside it', () => {
    expect(judged(rules, [deployment({ hostIPC: true })], { params: PARAMS }).map(({ rule, field }) => `${rule} ${field}`)).toEqual([
      'NSA-POD-10 spec.template.spec.hostIPC', 'NSA-POD-18 spec.template.metadata.annotations',
    ]);
  });

  it('says which probe calls a host', () => {
    expect(shown({ containers: [container('app', { lifecycle: { postStart: { tcpSocket: { port: 1, host: 'x' } } } })] })).toEqual(['NSA-POD-32 app spec.containers[0].lifecycle.postStart']);
  });

  it('says of a field that is none that it has no effect', () => {
    expect(found({ securityContext: { allowPrivilegeEscalation: false } }).map(({ message }) => message.en)).toEqual([expect.stringContaining('has no effect')]);
  });

  it('has a message and a fix in both languages for every check', () => {
    for (const { fix, checks } of rules) {
      for (const text of [fix, ...checks.flatMap(({ message }) => message ?? [])]) expect([text.zh, text.en]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/^[ -~…]+$/)]);
    }
  });
});

describe('the params', () => {
  it('name registries, and without them none is judged', () => {
    const spec = { containers: [container('app', { image: `quay.example/app@sha256:${'a'.repeat(64)}` })] };
    expect(shown(spec)).toEqual(['NSA-POD-24 app spec.containers[0].image']);
    expect(shown(spec, {})).toEqual([]);
    expect(shown(spec, { registries: 'registry.example/\nquay.example' })).toEqual([]);
  });

  it('name sandboxes, and without them nothing untrusted runs', () => {
    const pod = podOf('x', podSpec({ runtimeClassName: 'gvisor' }), { labels: { 'champ.hsa/untrusted': 'true' } });
    expect(judged(rules, [pod], { params: PARAMS })).toEqual([]);
    expect(judged(rules, [pod], { params: { registries: '' } }).map(({ rule }) => rule)).toEqual(['NSA-POD-28']);
  });

  it.each([
    ['user-ids', { securityContext: { runAsUser: 9999 } }, { securityContext: { runAsUser: 10000 } }, 'NSA-POD-02'],
    ['groups', {}, { securityContext: { supplementalGroupsPolicy: 'Strict' } }, 'NSA-POD-04'],
    ['selinux', {}, { securityContext: { seLinuxOptions: { type: 'container_t' } } }, 'NSA-POD-17'],
    ['apparmor', {}, { securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } }, 'NSA-POD-18'],
  ])('may require %s', (option, without, having, rule) => {
    const params = { ...PARAMS, require: `other\n${option}` };
    expect(found(without, params).map((each) => each.rule)).toEqual([rule]);
    expect(found(having, params)).toEqual([]);
    expect(found(without)).toEqual([]);
    expect(judged(rules, [podOf('x', { os: { name: 'windows' }, containers: [{ name: 'app', image: container('app')['image'] }] })], { params })).toEqual([]);
  });
});

it('asks for user namespaces only where the environment does, since not every node has them', () => {
  expect(found({ hostUsers: undefined }).map(({ rule }) => rule)).toEqual(['NSA-POD-05']);
  expect(found({ hostUsers: undefined }, { ...PARAMS, require: '' })).toEqual([]);
});

describe('any garbage', () => {
  const KEYS = ['spec', 'template', 'metadata', 'securityContext', 'containers', 'initContainers', 'volumes', 'hostPath', 'path', 'capabilities', 'add', 'drop', 'image', 'name', 'annotations', 'sysctls', 'livenessProbe', 'httpGet', 'host', 'windowsOptions', 'emptyDir', '__proto__'];
  const garbage = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 6 }, fc.constantFrom<unknown>(null, true, false, 0, 1, -1, '', 'x', '\u0000', 'ALL', '/'), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 6 })),
  })).value;

  it('is judged without a crash', () => {
    fc.assert(fc.property(garbage, fc.constantFrom('Pod', 'Deployment', 'CronJob', 'PersistentVolume'), (spec, kind) => {
      const apiVersion = { Pod: 'v1', Deployment: 'apps/v1', CronJob: 'batch/v1', PersistentVolume: 'v1' }[kind];
      for (const finding of judged(rules, [{ apiVersion, kind, metadata: { name: 'x', annotations: spec }, spec }], { params: PARAMS })) expect(finding.field).toEqual(expect.any(String));
    }), { numRuns: soak(300, 30000) });
  });

  it('of great length takes time in proportion', () => {
    const spent = (length: number): number => {
      const long = '/.'.repeat(length);
      const image = `${long}:${'a:'.repeat(length)}`;
      return cpu(() => found({ containers: [container('app', { image, volumeMounts: [{ name: 'x', mountPath: long }] })], volumes: [{ name: 'x', hostPath: { path: long } }] }));
    };
    spent(100);
    expect(spent(80_000)).toBeLessThan(Math.max(40 * spent(10_000), 10_000));
  });
});

it('takes time in proportion to the workloads', () => {
  const spent = (count: number): number => {
    const many = Array.from({ length: count }, () => deployment({}));
    return cpu(() => { expect(judged(rules, many, { params: PARAMS })).toHaveLength(count); });
  };
  spent(200);
  const some = spent(400);
  expect(spent(1600)).toBeLessThan(Math.max(30 * some, 10_000));
});

describe('the estate', () => {
  it.each(['linyi', 'dev'] as const)('%s passes restricted Pod Security but for the node agents', (name) => {
    const findings = judgedEstate(rules, estateOf(name), { profile: 'pss-restricted' });
    expect(new Set(findings.map(({ at }) => ('manifest' in at ? at.manifest.metadata.namespace?.replace(/^[a-z]+-/, '') : '')))).toEqual(new Set(['agents']));
  });

  it('names no path of the host that commands a node', () => {
    expect(judgedEstate(rules.filter(({ id }) => id === 'NSA-POD-13'), estateOf())).toEqual([]);
  });
});
