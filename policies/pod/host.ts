import type { CelCheck, ObjectRule } from '../../engine/policy/index.ts';
import type { Text } from '../../engine/problem/index.ts';

/** A switch of the pod that must be off. */
const off = (id: string, field: string, why: Text, pss: Partial<CelCheck> = { pss: 'baseline' }): ObjectRule => ({
  id,
  on: 'pods',
  checks: [{ scope: 'pod', field, expression: `variables.pod.?${field}.orValue(false) == false`, ...pss }],
  fix: { zh: `去掉 ${field}: true；${why.zh}`, en: `take ${field}: true away; ${why.en}` },
});

const AGENT = { zh: '观察节点的工作交给节点代理的命名空间', en: 'what watches the node belongs to the namespace of the node agents' };

const HANDLERS = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.?postStart', 'lifecycle.?preStop'] as const;

const noHost = (handler: string): string => ['httpGet', 'tcpSocket'].map((action) => `container.?${handler}.?${action}.?host.orValue('') == ''`).join(' && ');

/** Namespaces, ports and addresses of the host. */
export const hostRules: readonly ObjectRule[] = [
  off('NSA-POD-09', 'hostPID', AGENT),
  off('NSA-POD-10', 'hostIPC', AGENT),
  off('NSA-POD-11', 'hostNetwork', { zh: '对外用 Service 与入口网关', en: 'use a Service and the ingress' }),
  {
    id: 'NSA-POD-29',
    on: 'pods',
    checks: [
      { scope: 'container', field: 'ports', expression: 'container.?ports.orValue([]).all(port, port.?hostPort.orValue(0) == 0)', pss: 'baseline' },
      // the API server gives every port of such a pod a host port of the same number
      { scope: 'container', field: 'ports', expression: 'variables.pod.?hostNetwork.orValue(false) == false || size(container.?ports.orValue([])) == 0' },
    ],
    fix: { zh: '去掉 ports[].hostPort，用 Service；hostNetwork 的端口即宿主端口', en: 'take ports[].hostPort away and use a Service; with hostNetwork every port is one of the host' },
  },
  {
    id: 'NSA-POD-32',
    on: 'pods',
    // the guide's own from the first version, Pod Security's from 1.34 on
    checks: HANDLERS.flatMap((handler): CelCheck[] => {
      const check = { scope: 'container', field: handler.replace('.?', '.'), expression: noHost(handler) } as const;
      return [{ ...check, until: '1.33' }, { ...check, pss: 'baseline', since: '1.34' }];
    }),
    fix: { zh: '去掉探针和生命周期钩子 httpGet、tcpSocket 的 host：默认就是 Pod 自己的地址', en: 'take host of httpGet and tcpSocket away from probes and hooks: the default is the address of the pod itself' },
  },
  off('NSA-POD-34', 'shareProcessNamespace', { zh: '容器之间用卷或 localhost 交换数据', en: 'let containers talk through a volume or localhost' }, {}),
];
