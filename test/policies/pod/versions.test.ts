import type { Plain } from '../../../engine/inspect/plain.ts';
import { KUBERNETES, type KubernetesVersion, type Profile } from '../../../engine/policy/index.ts';
import { podObjectRules } from '../../../policies/pod/index.ts';
import { container, podOf, podSpec } from '../../fixtures/corpus/pod.ts';
import { judged } from '../../fixtures/policies.ts';

const broken = (spec: Plain, profile: Profile, kubernetes: KubernetesVersion): readonly string[] => [...new Set(judged(podObjectRules, [podOf('x', spec)], { profile, kubernetes, params: { require: 'user-namespaces' } }).map(({ rule }) => rule))];

const refusing = (spec: Plain, profile: Profile): readonly string[] => KUBERNETES.filter((version) => broken(spec, profile, version).length > 0);

const from = (first: string): readonly string[] => KUBERNETES.filter((version) => version >= first);
const before = (first: string): readonly string[] => KUBERNETES.filter((version) => version < first);
const ALWAYS = KUBERNETES;
const NEVER: readonly string[] = [];

const ofHost = (changes: Plain) => podSpec({ hostUsers: undefined, ...changes });
const inContainer = (securityContext: Plain) => podSpec({ hostUsers: undefined, containers: [container('app', { securityContext })] });
const sysctl = (name: string) => ofHost({ securityContext: { sysctls: [{ name, value: '1' }] } });
const windows = (securityContext: Plain, own: Plain = {}): Plain => ({ os: { name: 'windows' }, securityContext, containers: [{ name: 'app', image: 'x', securityContext: own }] });

/** Versions that refuse a pod at each level, by the table of Pod Security as its code has it. */
const TABLE: readonly (readonly [name: string, spec: Plain, baseline: readonly string[], restricted: readonly string[]])[] = [
  ['a pod without a flaw', ofHost({}), NEVER, NEVER],
  ['windowsHostProcess', windows({ runAsNonRoot: true, windowsOptions: { hostProcess: true } }), ALWAYS, ALWAYS],
  ['hostNamespaces', ofHost({ hostPID: true }), ALWAYS, ALWAYS],
  ['privileged', inContainer({ privileged: true, allowPrivilegeEscalation: undefined }), ALWAYS, ALWAYS],
  ['a capability that is no default', inContainer({ capabilities: { add: ['SYS_ADMIN'] } }), ALWAYS, ALWAYS],
  ['a capability that is a default', inContainer({ capabilities: { add: ['CHOWN'] } }), NEVER, ALWAYS],
  ["'all' dropped in small letters", inContainer({ capabilities: { drop: ['all'] } }), NEVER, ALWAYS],
  ['hostPathVolumes', ofHost({ volumes: [{ name: 'x', hostPath: { path: '/x' } }] }), ALWAYS, ALWAYS],
  ['a volume of another kind', ofHost({ volumes: [{ name: 'x', nfs: { server: 'x', path: '/' } }] }), NEVER, ALWAYS],
  ['an image volume', ofHost({ volumes: [{ name: 'x', image: { reference: 'x' } }] }), NEVER, NEVER],
  ['a volume without a source', ofHost({ volumes: [{ name: 'x' }] }), NEVER, NEVER],
  ['hostPorts', ofHost({ containers: [container('app', { ports: [{ containerPort: 1, hostPort: 1 }] })] }), ALWAYS, ALWAYS],
  ['a probe with a host', ofHost({ containers: [container('app', { startupProbe: { tcpSocket: { port: 1, host: 'x' } } })] }), from('1.34'), from('1.34')],
  ['a hook with a host', ofHost({ containers: [container('app', { lifecycle: { preStop: { httpGet: { port: 1, host: 'x' } } } })] }), from('1.34'), from('1.34')],
  ['AppArmor off', ofHost({ securityContext: { appArmorProfile: { type: 'Unconfined' } } }), ALWAYS, ALWAYS],
  ['the SELinux type container_engine_t', ofHost({ securityContext: { seLinuxOptions: { type: 'container_engine_t' } } }), before('1.31'), before('1.31')],
  ['an SELinux user', ofHost({ securityContext: { seLinuxOptions: { user: 'x' } } }), ALWAYS, ALWAYS],
  ['/proc unmasked', inContainer({ procMount: 'Unmasked' }), ALWAYS, ALWAYS],
  ['/proc unmasked in a user namespace', podSpec({ containers: [container('app', { securityContext: { procMount: 'Unmasked' } })] }), before('1.35'), ALWAYS],
  ['seccomp off', inContainer({ seccompProfile: { type: 'Unconfined' } }), ALWAYS, ALWAYS],
  ['seccomp unset', ofHost({ securityContext: { seccompProfile: undefined }, containers: [container('app', { securityContext: { seccompProfile: undefined } })] }), NEVER, ALWAYS],
  ['a sysctl of the first version', sysctl('kernel.shm_rmid_forced'), NEVER, NEVER],
  ['a sysctl of 1.27', sysctl('net.ipv4.ip_local_reserved_ports'), NEVER, NEVER],
  ['a sysctl of 1.29', sysctl('net.ipv4.tcp_keepalive_time'), before('1.29'), before('1.29')],
  ['a sysctl of 1.32', sysctl('net.ipv4.tcp_rmem'), before('1.32'), before('1.32')],
  ['a sysctl of 1.37', sysctl('net.ipv4.tcp_notsent_lowat'), ALWAYS, ALWAYS],
  ['escalation unset', inContainer({ allowPrivilegeEscalation: undefined }), NEVER, ALWAYS],
  ['the pod says runAsNonRoot false', ofHost({ securityContext: { runAsNonRoot: false } }), NEVER, ALWAYS],
  ['the pod says runAsNonRoot false in a user namespace', podSpec({ securityContext: { runAsNonRoot: false } }), NEVER, before('1.35')],
  ['user 0', inContainer({ runAsUser: 0 }), NEVER, ALWAYS],
  ['user 0 in a user namespace', podSpec({ securityContext: { runAsUser: 0 } }), NEVER, before('1.35')],
  ['Windows with runAsNonRoot and nothing else', windows({ runAsNonRoot: true }), NEVER, NEVER],
  ['Windows with nothing', windows({}), NEVER, ALWAYS],
  ['Windows with seccomp off, which restricted does not look at', windows({ runAsNonRoot: true }, { seccompProfile: { type: 'Unconfined' } }), ALWAYS, NEVER],
  ['Windows with a capability, which restricted does not look at', windows({ runAsNonRoot: true }, { capabilities: { add: ['SYS_ADMIN'] } }), ALWAYS, NEVER],
  ['no read-only root file system, which is not asked for', inContainer({ readOnlyRootFilesystem: false }), NEVER, NEVER],
  ['no group, which is not asked for', ofHost({ securityContext: { runAsGroup: undefined } }), NEVER, NEVER],
  ['an image from anywhere, which is not asked for', ofHost({ containers: [container('app', { image: 'nginx' })] }), NEVER, NEVER],
];

describe('the Pod Security profiles', () => {
  it.each(TABLE)('%s', (_, spec, baseline, restricted) => {
    expect(refusing(spec, 'pss-baseline')).toEqual(baseline);
    expect(refusing(spec, 'pss-restricted')).toEqual(restricted);
  });
});

describe('the guide', () => {
  const guide = (spec: Plain) => KUBERNETES.filter((version) => broken(spec, 'nsa-cisa', version).some((id) => id !== 'NSA-POD-05'));

  it('does not take a user namespace instead of a user that is not root', () => {
    expect(guide(podSpec({ securityContext: { runAsNonRoot: false } }))).toEqual(ALWAYS);
    expect(guide(podSpec({ securityContext: { runAsUser: 0 } }))).toEqual(ALWAYS);
    expect(guide(podSpec({ containers: [container('app', { securityContext: { procMount: 'Unmasked' } })] }))).toEqual(ALWAYS);
  });

  it('refuses hosts in probes at every version', () => {
    expect(guide(ofHost({ containers: [container('app', { livenessProbe: { httpGet: { port: 1, host: 'x' } } })] }))).toEqual(ALWAYS);
  });

  it('asks for user namespaces from the version on that has them for good', () => {
    expect(KUBERNETES.filter((version) => broken(ofHost({}), 'nsa-cisa', version).includes('NSA-POD-05'))).toEqual(['1.36']);
  });

  it('judges by the newest version when none is named', () => {
    expect(judged(podObjectRules, [podOf('x', ofHost({}))], { params: { require: 'user-namespaces' } }).map(({ rule }) => rule)).toContain('NSA-POD-05');
  });
});
