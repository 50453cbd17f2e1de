import type { EstateRule } from '../../engine/policy/index.ts';
import { apiPort } from './api-server.ts';
import { wrong } from './documents.ts';
import { covers, firewallsOf, isOpen, portsOf } from './firewall-file.ts';

/** Ports that only the control plane itself has business with: etcd, controller manager, scheduler. */
const INNER = [2379, 2380, 10257, 10259];

/** The range of NodePorts is the widest that has a reason. */
const WIDEST = 5000;

/** Nodes and control plane are closed to everyone who has no business with them. */
export const firewall: EstateRule = {
  id: 'NSA-NET-18',
  fix: {
    zh: '防火墙规则写明端口与来源网段；etcd（2379-2380）、10257、10259 只对控制面自身地址开放',
    en: 'name ports and source ranges in each rule; open etcd (2379-2380), 10257 and 10259 to the addresses of the control plane alone',
  },
  *find(estate) {
    for (const { at, zone, rules } of firewallsOf(estate)) {
      const port = apiPort(estate, zone);
      const reaches = (ports: string, wanted: number) => portsOf(ports).some(([first, last]) => first <= wanted && wanted <= last);
      const controlPlane = rules.filter(({ ports }) => reaches(ports, port)).flatMap(({ to }) => to);
      for (const { field, to, from, ports } of rules) {
        if (portsOf(ports).some(([first, last]) => last - first > WIDEST)) yield wrong({ at }, `${field}.ports`, '规则未限定端口', 'the rule names no few ports');
        if (isOpen(from) && !reaches(ports, port)) yield wrong({ at }, `${field}.from`, `端口 ${ports} 对任何地址开放`, `${ports} is open to every address`);
        const inner = INNER.find((each) => reaches(ports, each));
        // an etcd on machines of its own is asked by its own members too
        const apart = !to.some((block) => covers(controlPlane, [block]));
        if (inner !== undefined && !covers(apart ? [...controlPlane, ...to] : controlPlane, from)) {
          yield wrong({ at }, `${field}.from`, `控制面以外的地址能访问端口 ${inner}`, `addresses outside of the control plane reach port ${inner}`);
        }
      }
    }
  },
  present: (estate) => firewallsOf(estate).length > 0,
};
