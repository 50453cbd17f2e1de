import type { CelCheck, ObjectRule } from '../../engine/policy/index.ts';
import { CONTAINER, effective, noEffect, onBoth, POD, unlessRequired, unlessWindows, words } from './cel.ts';

const PROFILES = words(['RuntimeDefault', 'Localhost']);

const SELINUX_1_0 = ['', 'container_t', 'container_init_t', 'container_kvm_t'];
const SELINUX_1_31 = [...SELINUX_1_0, 'container_engine_t'];

const selinux = (types: readonly string[]) => (context: string): string => [
  `${context}.?seLinuxOptions.?type.orValue('') in ${words(types)}`,
  `${context}.?seLinuxOptions.?user.orValue('') == ''`,
  `${context}.?seLinuxOptions.?role.orValue('') == ''`,
].join(' && ');

/** Absent, or of a type that confines. */
const profile = (field: string) => (context: string): string => `!${context}.?${field}.hasValue() || ${context}.?${field}.?type.orValue('') in ${PROFILES}`;

/** A profile of the node needs its name. */
const localhost = (field: string): readonly CelCheck[] => onBoth(
  (context) => `${context}.?${field}.?type.orValue('') != 'Localhost' || ${context}.?${field}.?localhostProfile.orValue('') != ''`,
  { field: `securityContext.${field}.localhostProfile`, message: { zh: 'Localhost 没有写 localhostProfile', en: 'Localhost without a localhostProfile' } },
);

const ANNOTATIONS = 'variables.podMetadata.?annotations.orValue({})';
const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const SECCOMP = ['seccomp.security.alpha.kubernetes.io/', 'container.seccomp.security.alpha.kubernetes.io/'];

const sysctls = (names: readonly string[]): string => `${POD}.?sysctls.orValue([]).all(sysctl, sysctl.?name.orValue('') in ${words(names)})`;

const SYSCTLS_1_27 = [
  'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.tcp_syncookies', 'net.ipv4.ping_group_range', 'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ip_local_reserved_ports',
];
const SYSCTLS_1_29 = [...SYSCTLS_1_27, 'net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes'];
const SYSCTLS_1_32 = [...SYSCTLS_1_29, 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'];

const SYSCTL = { scope: 'pod', field: 'securityContext.sysctls', pss: 'baseline' } as const;

const DEFAULT_PROC = `${CONTAINER}.?procMount.orValue('Default') == 'Default'`;
const PROC = { scope: 'container', field: 'securityContext.procMount' } as const;

/** What the kernel keeps a container from: mandatory access control, system calls, kernel switches. */
export const confinementRules: readonly ObjectRule[] = [
  {
    id: 'NSA-POD-17',
    on: 'pods',
    checks: [
      ...onBoth(selinux(SELINUX_1_0), { field: 'securityContext.seLinuxOptions', pss: 'baseline', until: '1.30' }),
      ...onBoth(selinux(SELINUX_1_31), { field: 'securityContext.seLinuxOptions', pss: 'baseline', since: '1.31' }),
      {
        scope: 'container', field: 'securityContext.seLinuxOptions', expression: unlessRequired('selinux', unlessWindows(`${effective('seLinuxOptions')}.hasValue()`)),
        message: { zh: '没有写明 SELinux 标签', en: 'no SELinux label is stated' },
      },
    ],
    fix: {
      zh: 'securityContext.seLinuxOptions.type 只用 container_t、container_init_t、container_kvm_t（1.31 起还有 container_engine_t），不写 user 和 role',
      en: 'securityContext.seLinuxOptions.type is container_t, container_init_t or container_kvm_t (from 1.31 on container_engine_t too); leave user and role out',
    },
  },
  {
    id: 'NSA-POD-18',
    on: 'pods',
    checks: [
      ...onBoth(profile('appArmorProfile'), { field: 'securityContext.appArmorProfile.type', pss: 'baseline' }),
      {
        scope: 'podMetadata', field: 'annotations', pss: 'baseline',
        expression: `${ANNOTATIONS}.all(key, !key.startsWith('${APPARMOR}') || variables.podMetadata.annotations[key] in ['', 'runtime/default'] || variables.podMetadata.annotations[key].startsWith('localhost/'))`,
      },
      ...localhost('appArmorProfile'),
      {
        scope: 'container', field: 'securityContext.appArmorProfile', expression: unlessRequired('apparmor', unlessWindows(`${effective('appArmorProfile')}.hasValue()`)),
        message: { zh: '没有写明 AppArmor 配置', en: 'no AppArmor profile is stated' },
      },
    ],
    fix: {
      zh: 'securityContext.appArmorProfile.type 用 RuntimeDefault 或 Localhost（附 localhostProfile）；旧注解只许 runtime/default 与 localhost/…',
      en: 'securityContext.appArmorProfile.type is RuntimeDefault or Localhost with localhostProfile; the old annotations may say runtime/default or localhost/…',
    },
  },
  {
    id: 'NSA-POD-19',
    on: 'pods',
    checks: [
      ...onBoth(profile('seccompProfile'), { field: 'securityContext.seccompProfile.type', pss: 'baseline', overridden: true, guide: false }),
      { scope: 'pod', field: 'securityContext.seccompProfile.type', expression: unlessWindows(profile('seccompProfile')(POD)), pss: 'restricted' },
      { scope: 'container', field: 'securityContext.seccompProfile.type', expression: unlessWindows(`${effective('seccompProfile')}.?type.orValue('') in ${PROFILES}`), pss: 'restricted' },
      ...localhost('seccompProfile'),
      {
        scope: 'podMetadata', field: 'annotations', expression: `${ANNOTATIONS}.all(key, ${SECCOMP.map((prefix) => `!key.startsWith('${prefix}')`).join(' && ')})`,
        message: { zh: 'seccomp 注解自 1.27 起不再生效', en: 'annotations for seccomp have no effect since 1.27' },
      },
    ],
    fix: {
      zh: 'Pod 写 securityContext.seccompProfile.type: RuntimeDefault，任何容器都不写 Unconfined（constructs/hardening.ts 的 restrictedPod(user)）',
      en: 'set securityContext.seccompProfile.type: RuntimeDefault on the pod and Unconfined on no container (restrictedPod(user) of constructs/hardening.ts)',
    },
  },
  {
    id: 'NSA-POD-30',
    on: 'pods',
    checks: [
      { ...SYSCTL, expression: sysctls(SYSCTLS_1_27), until: '1.28' },
      { ...SYSCTL, expression: sysctls(SYSCTLS_1_29), since: '1.29', until: '1.31' },
      { ...SYSCTL, expression: sysctls(SYSCTLS_1_32), since: '1.32' },
    ],
    fix: { zh: 'securityContext.sysctls 只用该版本认定为安全的项，其余由节点管理员设置', en: 'securityContext.sysctls may name what the version holds for safe; the rest is for those who run the nodes' },
  },
  {
    id: 'NSA-POD-31',
    on: 'pods',
    checks: [
      { ...PROC, expression: DEFAULT_PROC, pss: 'baseline', until: '1.34' },
      // baseline gave way for user namespaces, restricted did not
      { ...PROC, expression: `variables.userns || ${DEFAULT_PROC}`, pss: 'baseline', overridden: true, guide: false, since: '1.35' },
      { ...PROC, expression: DEFAULT_PROC, pss: 'restricted', since: '1.35' },
      noEffect('procMount'),
    ],
    fix: { zh: '去掉 securityContext.procMount: Unmasked', en: 'take securityContext.procMount: Unmasked away' },
  },
];
