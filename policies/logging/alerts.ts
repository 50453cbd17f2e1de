import { at, records, text } from '../../engine/inspect/plain.ts';
import type { Text } from '../../engine/problem/index.ts';
import type { EstateObject, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { wrong } from '../control-plane/documents.ts';

/** An item of the guide's list that the metrics of Kubernetes tell of; what only bodies of the audit log show is the analysts'. */
interface Item {
  readonly about: Text;
  /** In the name, expression or labels of an alert. */
  readonly sign: RegExp;
}

const ITEMS: readonly Item[] = [
  { about: { zh: '磁盘将满', en: 'disks that fill up' }, sign: /DiskPressure|node_filesystem_(?:avail|free)_bytes|kubelet_volume_stats_(?:available|used)_bytes/ },
  { about: { zh: '日志服务停止', en: 'a log service that is down' }, sign: /\bup\b[^=]{0,200}==\s*0|absent\(\s*up\b|fluent|filebeat|promtail|vector_|kube_daemonset_status_number_(?:ready|unavailable)/i },
  { about: { zh: '被拒绝的调用', en: 'calls that are refused' }, sign: /apiserver_request_total\{[^}]{0,200}code=~?"[^"]{0,50}40|authorization_attempts_total|\b403\b/ },
  { about: { zh: '匿名调用', en: 'anonymous calls' }, sign: /authentication_attempts|anonymous|authenticated_user_requests/i },
  { about: { zh: '准入配置变更', en: 'changes of admission' }, sign: /(?:validating|mutating)(?:webhookconfigurations|admissionpolic)|admissionregistration/i },
  { about: { zh: '以 root 运行或放宽安全上下文的 Pod', en: 'pods as root or with a wider security context' }, sign: /pod_security_(?:evaluations|errors)_total|admission_policy_check_total|runAsNonRoot|securityContext|run_as_root/i },
];

const rulesOf = (object: EstateObject): readonly string[] => records(at(object.manifest, 'spec', 'groups')).flatMap((group) => records(group['rules']))
  .filter((rule) => text(rule['alert'])).map((rule) => `${text(rule['alert'])} ${text(rule['expr']) ?? ''} ${JSON.stringify(rule['labels'] ?? {})}`);

const monitored = (estate: PolicyEstate): readonly EstateObject[] => [...estate.ofKind('PrometheusRule'), ...estate.ofKind('Prometheus')];

/** Every zone that has Prometheus has an alert for each item. */
export const alerts: EstateRule = {
  id: 'NSA-LOG-07',
  fix: {
    zh: '在 PrometheusRule 的 spec.groups 中为该项加告警（constructs/middleware/products/alert-rules.ts）',
    en: 'add an alert for the item to spec.groups of a PrometheusRule (constructs/middleware/products/alert-rules.ts)',
  },
  *find(estate) {
    const zones = new Map<string, EstateObject[]>();
    for (const object of monitored(estate)) zones.set(object.zone, [...(zones.get(object.zone) ?? []), object]);
    for (const objects of zones.values()) {
      const found = objects.flatMap(rulesOf);
      for (const { about, sign } of ITEMS) {
        if (!found.some((rule) => sign.test(rule))) yield wrong({ at: objects[0]! }, 'spec.groups', `没有告警：${about.zh}`, `no alert tells of ${about.en}`);
      }
    }
  },
  present: (estate) => monitored(estate).length > 0,
};
