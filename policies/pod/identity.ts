import type { ObjectRule } from '../../engine/policy/index.ts';
import { effective, onBoth, POD, unlessRequired, unlessWindows } from './cel.ts';

const PROP = { zh: '（constructs/hardening.ts 的 restrictedPod(user)）', en: ' (restrictedPod(user) of constructs/hardening.ts)' };

/** An explicit false of the pod is wrong even when every container says true. */
const POD_NOT_FALSE = `${POD}.?runAsNonRoot.orValue(true) == true`;
const NON_ROOT = `${effective('runAsNonRoot')}.orValue(false) == true`;
const inUserNamespace = (condition: string): string => `variables.userns || ${condition}`;
const USER_NOT_ROOT = (context: string): string => `${context}.?runAsUser.orValue(1) != 0`;

/** Users and groups: nobody is root, neither by user nor by group. */
export const identityRules: readonly ObjectRule[] = [
  {
    id: 'NSA-POD-01',
    on: 'pods',
    checks: [
      { scope: 'pod', field: 'securityContext.runAsNonRoot', expression: unlessWindows(POD_NOT_FALSE) },
      { scope: 'container', field: 'securityContext.runAsNonRoot', expression: unlessWindows(NON_ROOT) },
      // Pod Security asks Windows pods too, and from 1.35 on nobody who is in a user namespace
      { scope: 'pod', field: 'securityContext.runAsNonRoot', expression: POD_NOT_FALSE, pss: 'restricted', guide: false, until: '1.34' },
      { scope: 'container', field: 'securityContext.runAsNonRoot', expression: NON_ROOT, pss: 'restricted', guide: false, until: '1.34' },
      { scope: 'pod', field: 'securityContext.runAsNonRoot', expression: inUserNamespace(POD_NOT_FALSE), pss: 'restricted', guide: false, since: '1.35' },
      { scope: 'container', field: 'securityContext.runAsNonRoot', expression: inUserNamespace(NON_ROOT), pss: 'restricted', guide: false, since: '1.35' },
    ],
    fix: {
      zh: `在 Pod 的 securityContext.runAsNonRoot 写 true，任何容器都不写 false${PROP.zh}；hostUsers: false 自 1.35 起使 Pod 安全准入放行，但不代替它`,
      en: `set securityContext.runAsNonRoot: true on the pod and false on no container${PROP.en}; from 1.35 on Pod Security accepts hostUsers: false instead, this guide does not`,
    },
  },
  {
    id: 'NSA-POD-02',
    on: 'pods',
    checks: [
      ...onBoth(USER_NOT_ROOT, { field: 'securityContext.runAsUser', pss: 'restricted', until: '1.34' }),
      ...onBoth((context) => inUserNamespace(USER_NOT_ROOT(context)), { field: 'securityContext.runAsUser', pss: 'restricted', guide: false, since: '1.35' }),
      ...onBoth(USER_NOT_ROOT, { field: 'securityContext.runAsUser', since: '1.35' }),
      {
        scope: 'container', field: 'securityContext.runAsUser', expression: unlessRequired('user-ids', unlessWindows(`${effective('runAsUser')}.orValue(0) >= 10000`)),
        message: { zh: '没有写明 10000 及以上的用户号', en: 'no stated user id of 10000 or more' },
      },
    ],
    fix: {
      zh: `securityContext.runAsUser 写非零用户号，或不写而由镜像的非 root 用户决定${PROP.zh}`,
      en: `set securityContext.runAsUser to an id that is not 0, or leave it to an image that does not run as root${PROP.en}`,
    },
  },
  {
    id: 'NSA-POD-03',
    on: 'pods',
    checks: [{ scope: 'container', field: 'securityContext.runAsGroup', expression: unlessWindows(`${effective('runAsGroup')}.orValue(0) > 0`) }],
    fix: {
      zh: `Pod 或每个容器的 securityContext.runAsGroup 写非零组号${PROP.zh}`,
      en: `set securityContext.runAsGroup of the pod or of every container to an id that is not 0${PROP.en}`,
    },
  },
  {
    id: 'NSA-POD-04',
    on: 'pods',
    checks: [
      { scope: 'pod', field: 'securityContext.fsGroup', expression: `${POD}.?fsGroup.orValue(1) != 0` },
      { scope: 'pod', field: 'securityContext.supplementalGroups', expression: `${POD}.?supplementalGroups.orValue([]).all(group, group != 0)` },
      {
        scope: 'pod', field: 'securityContext.supplementalGroupsPolicy', expression: unlessRequired('groups', unlessWindows(`${POD}.?supplementalGroupsPolicy.orValue('') == 'Strict'`)),
        message: { zh: '镜像的 /etc/group 可以加入更多组：supplementalGroupsPolicy 不是 Strict', en: '/etc/group of the image can add groups: supplementalGroupsPolicy is not Strict' },
      },
    ],
    fix: {
      zh: `securityContext.fsGroup 与 supplementalGroups 不含 0${PROP.zh}`,
      en: `no 0 in securityContext.fsGroup and supplementalGroups${PROP.en}`,
    },
  },
  {
    id: 'NSA-POD-05',
    on: 'pods',
    checks: [
      // the API refuses it with the namespaces of the host, which other rules report
      {
        scope: 'pod', field: 'hostUsers', since: '1.36',
        expression: unlessRequired('user-namespaces', unlessWindows("variables.userns || ['hostNetwork', 'hostPID', 'hostIPC'].exists(name, name in variables.pod && variables.pod[name] == true)")),
      },
    ],
    fix: {
      zh: 'Pod 写 hostUsers: false（分区的 userNamespaces: true；1.36 起正式可用；卷所在文件系统须支持 ID 映射挂载）',
      en: 'set hostUsers: false on the pod (userNamespaces: true of the zone; generally available from 1.36 on; its volumes need a file system with id-mapped mounts)',
    },
  },
];
