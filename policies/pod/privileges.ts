import type { ObjectRule } from '../../engine/policy/index.ts';
import { CONTAINER, noEffect, onBoth, POD, unlessWindows } from './cel.ts';

const ESCALATION = `${CONTAINER}.?allowPrivilegeEscalation.orValue(true)`;

/** Windows compares user names without case; a domain may stand before. */
const NOT_ADMINISTRATOR = (user: string): string => `!${user}.orValue('').lowerAscii().matches('^(.*\\\\\\\\)?containeradministrator$')`;

/** Privilege of a container over its node, its neighbours and itself. */
export const privilegeRules: readonly ObjectRule[] = [
  {
    id: 'NSA-POD-08',
    on: 'pods',
    checks: [
      { scope: 'container', field: 'securityContext.privileged', expression: `${CONTAINER}.?privileged.orValue(false) == false`, pss: 'baseline' },
      noEffect('privileged'),
    ],
    fix: { zh: '去掉 securityContext.privileged: true；需要节点能力的放进独立命名空间的节点代理', en: 'take securityContext.privileged: true away; what needs the node belongs to a node agent in a namespace of its own' },
  },
  {
    id: 'NSA-POD-14',
    on: 'pods',
    checks: [
      { scope: 'container', field: 'securityContext.allowPrivilegeEscalation', expression: unlessWindows(`${ESCALATION} == false`), pss: 'restricted' },
      {
        scope: 'container', field: 'securityContext.allowPrivilegeEscalation',
        expression: `${ESCALATION} != false || (${CONTAINER}.?privileged.orValue(false) == false && !${CONTAINER}.?capabilities.?add.orValue([]).exists(name, name in ['SYS_ADMIN', 'CAP_SYS_ADMIN']))`,
        message: {
          zh: 'allowPrivilegeEscalation: false 与 privileged 或 SYS_ADMIN 矛盾，不起作用',
          en: 'allowPrivilegeEscalation: false contradicts privileged or SYS_ADMIN and is void',
        },
      },
      noEffect('allowPrivilegeEscalation'),
    ],
    fix: {
      zh: '每个容器写 securityContext.allowPrivilegeEscalation: false；不写等于 true（constructs/hardening.ts 的 RESTRICTED_CONTAINER）',
      en: 'set securityContext.allowPrivilegeEscalation: false on every container; unset means true (RESTRICTED_CONTAINER of constructs/hardening.ts)',
    },
  },
  {
    id: 'NSA-POD-33',
    on: 'pods',
    checks: [
      ...onBoth((context) => `${context}.?windowsOptions.?hostProcess.orValue(false) == false`, { field: 'securityContext.windowsOptions.hostProcess', pss: 'baseline' }),
      // windowsOptions merge field by field
      {
        scope: 'container', field: 'securityContext.windowsOptions.runAsUserName', expression: NOT_ADMINISTRATOR(`${CONTAINER}.?windowsOptions.?runAsUserName.or(${POD}.?windowsOptions.?runAsUserName)`),
        message: { zh: '以 ContainerAdministrator 运行', en: 'it runs as ContainerAdministrator' },
      },
    ],
    fix: {
      zh: '去掉 securityContext.windowsOptions.hostProcess；runAsUserName 用 ContainerUser',
      en: 'take securityContext.windowsOptions.hostProcess away; runAsUserName: ContainerUser',
    },
  },
];
