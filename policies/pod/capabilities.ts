import type { ObjectRule } from '../../engine/policy/index.ts';
import { CONTAINER, noEffect, unlessWindows, words } from './cel.ts';

/** What Pod Security `baseline` lets a container add: the defaults of container runtimes. */
const BASELINE = words([
  'AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT',
]);

const ADDED = `${CONTAINER}.?capabilities.?add.orValue([])`;
const DROPPED = `${CONTAINER}.?capabilities.?drop.orValue([])`;

/** Linux capabilities: names compare by exact spelling, as admission does. */
export const capabilityRules: readonly ObjectRule[] = [
  {
    id: 'NSA-POD-15',
    on: 'pods',
    checks: [
      { scope: 'container', field: 'securityContext.capabilities.drop', expression: unlessWindows(`'ALL' in ${DROPPED}`), pss: 'restricted' },
      noEffect('capabilities'),
    ],
    fix: {
      zh: "每个容器写 securityContext.capabilities.drop: ['ALL']，必须大写（constructs/hardening.ts 的 RESTRICTED_CONTAINER）",
      en: "set securityContext.capabilities.drop: ['ALL'] on every container, in capitals (RESTRICTED_CONTAINER of constructs/hardening.ts)",
    },
  },
  {
    id: 'NSA-POD-16',
    on: 'pods',
    checks: [
      { scope: 'container', field: 'securityContext.capabilities.add', expression: `${ADDED}.all(name, name in ${BASELINE})`, pss: 'baseline', overridden: true, guide: false },
      { scope: 'container', field: 'securityContext.capabilities.add', expression: unlessWindows(`${ADDED}.all(name, name == 'NET_BIND_SERVICE')`), pss: 'restricted' },
    ],
    fix: {
      zh: 'securityContext.capabilities.add 只许 NET_BIND_SERVICE，写法与此完全一致（不带 CAP_，全大写）；更好的是监听 1024 以上端口而不加任何一项',
      en: 'securityContext.capabilities.add may hold NET_BIND_SERVICE alone, spelt like this (no CAP_, capitals); better listen above port 1024 and add none',
    },
  },
];
