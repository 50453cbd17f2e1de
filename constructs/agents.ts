import type { Text } from '../engine/problem/index.ts';
import { Application } from './application.ts';
import type { Zone } from './zone.ts';

/** Node agents of a zone: in a namespace of their own, so that no other pod shares the Pod Security level they need. */
export class Agents extends Application {
  /** What the namespace enforces, and why it is not `restricted`; it still warns and audits at `restricted`. */
  readonly podSecurity: { readonly level: 'privileged'; readonly why: Text } = {
    level: 'privileged',
    why: { zh: '日志采集以只读方式挂载节点目录,低于 privileged 的级别都不允许 hostPath', en: 'log collectors mount folders of the node read-only, and no level below privileged allows a hostPath' },
  };

  /** The one of the zone; made when the first agent asks. */
  static in(zone: Zone): Agents {
    return Agents.find(zone) ?? new Agents(zone);
  }

  /** Undefined in a zone without agents. */
  static find(zone: Zone): Agents | undefined {
    return zone.node.tryFindChild('agents') as Agents | undefined;
  }

  private constructor(zone: Zone) {
    super(zone, 'agents', { name: `${zone.prefix}-agents`, tenant: 'platform', source: __filename });
  }
}
