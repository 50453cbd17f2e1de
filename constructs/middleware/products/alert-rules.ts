/** Alerts that every zone has, whatever runs in it: the guide's list as far as Kubernetes' own metrics tell it. */
import type { Text } from '../../../engine/problem/index.ts';

interface Alert extends Text {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly severity: 'critical' | 'warning';
}

/** True where a counter rose in the last ten minutes. One that first appears has risen too, and `increase` cannot tell. */
const counted = (by: string, series: string): string => `sum by (${by}) (increase(${series}[10m])) > 0 or sum by (${by}) (${series} unless ${series} offset 10m) > 0`;

const ALERTS: readonly Alert[] = [
  {
    alert: 'TargetDown', for: '5m', severity: 'warning', expr: 'up == 0',
    zh: '{{ $labels.namespace }}/{{ $labels.pod }} 的指标无法采集', en: 'metrics of {{ $labels.namespace }}/{{ $labels.pod }} cannot be read',
  },
  {
    alert: 'NodeNotReady', for: '5m', severity: 'critical', expr: 'kube_node_status_condition{condition="Ready",status="true"} == 0',
    zh: '节点 {{ $labels.node }} 未就绪', en: 'node {{ $labels.node }} is not ready',
  },
  {
    alert: 'NodeUnderPressure', for: '5m', severity: 'warning', expr: 'kube_node_status_condition{condition=~"DiskPressure|MemoryPressure|PIDPressure",status="true"} == 1',
    zh: '节点 {{ $labels.node }} 资源紧张:{{ $labels.condition }}', en: 'node {{ $labels.node }} reports {{ $labels.condition }}',
  },
  {
    alert: 'PodRestarts', for: '0m', severity: 'warning', expr: 'increase(kube_pod_container_status_restarts_total[15m]) > 3',
    zh: '{{ $labels.namespace }}/{{ $labels.pod }} 反复重启', en: '{{ $labels.namespace }}/{{ $labels.pod }} keeps restarting',
  },
  {
    alert: 'ContainerOutOfMemory', for: '0m', severity: 'warning',
    expr: 'kube_pod_container_status_last_terminated_reason{reason="OOMKilled"} == 1 and on (namespace, pod, container) increase(kube_pod_container_status_restarts_total[10m]) > 0',
    zh: '{{ $labels.namespace }}/{{ $labels.pod }} 内存超限', en: '{{ $labels.namespace }}/{{ $labels.pod }} ran out of memory',
  },
  {
    alert: 'ReplicasMissing', for: '15m', severity: 'critical', expr: 'kube_deployment_spec_replicas > kube_deployment_status_replicas_available',
    zh: '{{ $labels.namespace }}/{{ $labels.deployment }} 副本不足', en: '{{ $labels.namespace }}/{{ $labels.deployment }} lacks replicas',
  },
  {
    alert: 'MembersMissing', for: '15m', severity: 'critical', expr: 'kube_statefulset_replicas > kube_statefulset_status_replicas_ready',
    zh: '{{ $labels.namespace }}/{{ $labels.statefulset }} 成员缺失', en: '{{ $labels.namespace }}/{{ $labels.statefulset }} lacks members',
  },
  {
    alert: 'AgentsMissing', for: '15m', severity: 'critical', expr: 'kube_daemonset_status_desired_number_scheduled > kube_daemonset_status_number_ready',
    zh: '{{ $labels.namespace }}/{{ $labels.daemonset }} 未在全部节点运行', en: '{{ $labels.namespace }}/{{ $labels.daemonset }} does not run on every node',
  },
  {
    alert: 'AutoscalerAtMaximum', for: '30m', severity: 'warning', expr: 'kube_horizontalpodautoscaler_status_current_replicas >= kube_horizontalpodautoscaler_spec_max_replicas and kube_horizontalpodautoscaler_spec_max_replicas > 1',
    zh: '{{ $labels.namespace }}/{{ $labels.horizontalpodautoscaler }} 已扩到上限', en: '{{ $labels.namespace }}/{{ $labels.horizontalpodautoscaler }} cannot grow further',
  },
  {
    alert: 'VolumeFillsUp', for: '15m', severity: 'critical', expr: 'kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes < 0.15',
    zh: '{{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} 剩余空间不足 15%', en: '{{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} has less than 15% left',
  },
  {
    alert: 'JobFailed', for: '0m', severity: 'warning', expr: 'kube_job_status_failed > 0 and on (namespace, job_name) kube_job_status_active == 0',
    zh: '任务 {{ $labels.namespace }}/{{ $labels.job_name }} 失败', en: 'job {{ $labels.namespace }}/{{ $labels.job_name }} failed',
  },
  {
    alert: 'AnonymousApiCalls', for: '5m', severity: 'warning', expr: 'sum(rate(authentication_attempts{result="failure"}[5m])) > 1',
    zh: 'API server 持续收到认证失败的请求', en: 'the API server keeps refusing callers that it does not know',
  },
  {
    // RBAC refuses by having no opinion
    alert: 'ForbiddenApiCalls', for: '5m', severity: 'warning', expr: 'sum(rate(authorization_attempts_total{result=~"denied|no-opinion"}[5m])) > 1',
    zh: 'API server 持续拒绝越权调用', en: 'the API server keeps refusing calls that the callers have no right to',
  },
  {
    alert: 'AdmissionChanged', for: '0m', severity: 'warning',
    expr: counted('resource, verb', 'apiserver_request_total{group="admissionregistration.k8s.io",verb!~"GET|LIST|WATCH",dry_run="",code=~"2.."}'),
    zh: '准入配置有变更:{{ $labels.verb }} {{ $labels.resource }}', en: 'admission was changed: {{ $labels.verb }} {{ $labels.resource }}',
  },
  {
    alert: 'UnsafePodsRefused', for: '0m', severity: 'warning', expr: counted('policy', 'apiserver_validating_admission_policy_check_total{policy=~"champ-nsa-pod-.+",enforcement_action="deny"}'),
    zh: '有 Pod 因以 root 运行或放宽安全上下文被 {{ $labels.policy }} 拒绝', en: '{{ $labels.policy }} refused pods as root or with a wider security context',
  },
  {
    alert: 'PodSecurityRefused', for: '0m', severity: 'warning', expr: counted('policy_level', 'pod_security_evaluations_total{decision="deny",mode="enforce",resource="pod"}'),
    zh: '有 Pod 不符合 Pod 安全级别 {{ $labels.policy_level }} 而被拒绝', en: 'pods were refused that do not meet Pod Security {{ $labels.policy_level }}',
  },
];

/** `spec` of a PrometheusRule. */
export function alertRules() {
  return {
    groups: [{
      name: 'champ-zone',
      rules: ALERTS.map(({ alert, expr, for: wait, severity, zh, en }) => ({ alert, expr, for: wait, labels: { severity }, annotations: { summary_zh: zh, summary_en: en } })),
    }],
  };
}
