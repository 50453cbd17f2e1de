import type { Text } from '../../engine/problem/index.ts';

export type Tool = 'champ' | 'checkov' | 'kube-score';

/** Why two engines differ. */
export type Verdict = 'false-alarm' | 'met-otherwise' | 'accepted' | 'not-in-guide' | 'waived';

export const VERDICTS: Readonly<Record<Verdict, Text>> = {
  'false-alarm': { zh: '误报', en: 'false alarm' },
  'met-otherwise': { zh: '以别的方式满足', en: 'met in another way' },
  'accepted': { zh: '真实但轻微，已接受', en: 'true but slight, accepted' },
  'not-in-guide': { zh: '指南没有此项', en: 'not in the guide' },
  'waived': { zh: '对方无此检查；我方已豁免', en: 'no such check there; waived here' },
};

/** A disagreement that somebody has read and understood. */
export interface Reviewed {
  /** The one that complains. */
  readonly tool: Tool;
  readonly id: string;
  /** How many objects of Linyi it complains about. */
  readonly objects: number;
  /** What the review covers, by `zone/namespace/kind/name`; anything else is new. */
  readonly only: RegExp;
  readonly says: Text;
  /** Our control, or where ours is the one that complains, the waivers. */
  readonly ours: string;
  readonly verdict: Verdict;
  readonly why: Text;
}

const MIDDLEWARE = /^\w+\/\w+-mw-[\w-]+\//;
const ANY = /^/;
const LOW_IDS: Text = {
  zh: '这些号是厂商镜像自带用户的号（27 至 9999），镜像里的文件归它们；全部非 root、无 capability、无宿主路径。没有一个是应用。只有突破容器后同号的宿主账号才受影响；分区写 userNamespaces: true 后号被映射，params 的 require: user-ids 可把它变成我方的发现',
  en: 'the ids are those of the users in the vendors\' images (27 to 9999), which own the files there; all are non-root, without capabilities and host paths. No application is among them. It matters only after a breakout, for a host account of the same id; userNamespaces: true of the zone maps the ids away, and `require: user-ids` of the policy params makes it our finding too',
};
const SIZES: Text = {
  zh: '两者都写明，但 CPU 可借用空闲：按容量模型超配，由 LimitRange 与 ResourceQuota 封顶；19 个吃内存的中间件负载请求等于上限',
  en: 'both are stated, but idle CPU may be borrowed: what the capacity model overcommits is capped by LimitRange and ResourceQuota; 19 middleware workloads that live on memory request their limit of it',
};
const SPREAD: Text = {
  zh: '由 topologySpreadConstraints 按主机打散：StatefulSet 为强制，Deployment 为优先，每个对象都写了；该工具在此只认 podAntiAffinity，它的 pod-topology-spread-constraints 对同样的对象是通过的',
  en: 'topologySpreadConstraints spread them over hosts, a must for StatefulSets and a preference for Deployments, stated in each of these objects; the tool knows podAntiAffinity alone here, while its own pod-topology-spread-constraints passes for the same objects',
};
const WAIVED_HOST_LOGS: Text = {
  zh: '日志代理只读挂载 /var/log。checkov 只查运行时套接字，kube-score 不看 hostPath',
  en: 'the log agent mounts /var/log read-only. checkov looks for sockets of the runtime alone, kube-score at no hostPath',
};

/** Every disagreement between `champ check` and the others over Linyi, read one by one. */
export const REVIEWED: readonly Reviewed[] = [
  {
    tool: 'checkov', id: 'CKV_K8S_9', objects: 4, only: /\/(?:StatefulSet)\/(?:namenode|object-store)$/, ours: '-', verdict: 'not-in-guide',
    says: { zh: '容器没有就绪探针', en: 'a container has no readiness probe' },
    why: {
      zh: '指主备切换守护（zkfc）与指标边车：服务容器有就绪探针，边车失灵不应把 Pod 移出 Service；两者有存活探针',
      en: 'the failover guard (zkfc) and the metrics sidecar: the container that serves has one, and a sidecar that fails must not take its pod out of the Service; both have liveness probes',
    },
  },
  {
    tool: 'checkov', id: 'CKV_K8S_38', objects: 6, only: /\/(?:kube-state-metrics|tracing-oap|hardening-scan)$/, ours: 'NSA-POD-22', verdict: 'false-alarm',
    says: { zh: '挂载了服务账号令牌', en: 'a service account token is mounted' },
    why: {
      zh: '三者要读 API（指标、集群内协调、基线扫描）：Pod 上明写，账号独用并绑定角色，账号本身关闭挂载。checkov 不看绑定，任何令牌都算错',
      en: 'these three read the API (metrics, coordination, scan): stated at the pod, with an account of its own that is bound to a role, and off at the account. checkov looks at no binding and takes every token for wrong',
    },
  },
  {
    tool: 'checkov', id: 'CKV_K8S_40', objects: 46, only: MIDDLEWARE, ours: 'NSA-POD-02, NSA-POD-05', verdict: 'accepted',
    says: { zh: '用户号小于 10000', en: 'the user id is below 10000' },
    why: LOW_IDS,
  },
  {
    tool: 'checkov', id: 'CKV_SECRET_6', objects: 13, ours: 'NSA-NET-25, NSA-NET-26', verdict: 'false-alarm',
    only: /\/(?:ExternalSecret\/[\w-]+|ConfigMap\/iam-provision-files|Alertmanager\/alertmanager|Application\/harbor)$/,
    says: { zh: '高熵的 base64 字符串', en: 'a base64 string of high entropy' },
    why: {
      zh: '都是名字：ExternalSecret 的键名、existingSecret 与 configSecret 引用的对象名，以及 Keycloak 的口令规则 passwordPolicy。值不在仓库里；我方按键的含义区分“关于口令的设置”与“口令”',
      en: 'all are names: keys of ExternalSecrets, objects that existingSecret and configSecret refer to, and the passwordPolicy rule of Keycloak. No value is in the repository; we tell a setting about passwords from a password by the meaning of its key',
    },
  },
  {
    tool: 'kube-score', id: 'container-image-pull-policy', objects: 223, only: ANY, ours: 'NSA-POD-25', verdict: 'met-otherwise',
    says: { zh: 'imagePullPolicy 不是 Always', en: 'imagePullPolicy is not Always' },
    why: {
      zh: '全部镜像按 sha256 摘要固定，再拉一次也是同一内容；checkov（CKV_K8S_15）与我方一致。节点上已有的私有镜像由 kubelet 1.35 起默认再验凭据，不靠拉取策略',
      en: 'every image is pinned by sha256 digest, so another pull brings the same content; checkov (CKV_K8S_15) agrees with us. Who may use a private image that is on the node is verified by the kubelet, by default from 1.35 on, and not by the pull policy',
    },
  },
  {
    tool: 'kube-score', id: 'container-security-context-user-group-id', objects: 46, only: MIDDLEWARE, ours: 'NSA-POD-02, NSA-POD-03', verdict: 'accepted',
    says: { zh: '用户号或组号不大于 10000', en: 'the user or group id is not above 10000' },
    why: LOW_IDS,
  },
  {
    tool: 'kube-score', id: 'networkpolicy-targets-pod', objects: 62, only: /^\w+\/(?:\w+-mw-[\w-]+|\w+-guardrails)\/NetworkPolicy\//, ours: 'NSA-UPG-03', verdict: 'false-alarm',
    says: { zh: 'NetworkPolicy 没有选中任何 Pod', en: 'a NetworkPolicy selects no pods' },
    why: {
      zh: '被选中的 Pod 由算子按自定义资源创建（MySQL、Redis、Kafka、Elasticsearch、Keycloak、Flink、Prometheus、Envoy），清单里看不到；我方知道算子给 Pod 的标签，每条都核对过有 Pod。其余是没有 Pod 的命名空间（护栏、密码机）的默认拒绝，先于第一个 Pod 生效',
      en: 'operators make those pods from custom resources (MySQL, Redis, Kafka, Elasticsearch, Keycloak, Flink, Prometheus, Envoy), no manifest shows them; we know the labels that operators give, and hold each policy against them. The rest is the default deny of namespaces without pods (guardrails, crypto machine), there before the first pod is',
    },
  },
  {
    tool: 'kube-score', id: 'deployment-has-host-podantiaffinity', objects: 142, only: /\/Deployment\//, ours: '-', verdict: 'met-otherwise',
    says: { zh: 'Deployment 没有按主机的反亲和', en: 'a Deployment has no anti-affinity by host' },
    why: SPREAD,
  },
  {
    tool: 'kube-score', id: 'statefulset-has-host-podantiaffinity', objects: 37, only: /\/StatefulSet\//, ours: '-', verdict: 'met-otherwise',
    says: { zh: 'StatefulSet 没有按主机的反亲和', en: 'a StatefulSet has no anti-affinity by host' },
    why: SPREAD,
  },
  {
    tool: 'kube-score', id: 'deployment-replicas', objects: 18, ours: '-', verdict: 'accepted',
    only: /\/Deployment\/(?:hsa-(?:pmm-mon|dss-etl|rms-insp|dss-fcst|bim-sync|ces-eval|mpm-mon|cpt-job)|kube-state-metrics|grafana|tracing-ui|flow-control|graph-db-exporter|canal-ferry)$/,
    says: { zh: '只有一个副本', en: 'one replica alone' },
    why: {
      zh: '业务目录按一个实例定容的批处理服务（中断后由 Kubernetes 重启），以及看板、指标导出与数据摆渡，停几分钟无碍；指南没有可用性要求',
      en: 'batch services that the catalogue sizes at one instance (Kubernetes starts them again), and dashboards, exporters and the data ferry, which may be away for minutes; the guide asks for no availability',
    },
  },
  {
    tool: 'kube-score', id: 'pod-probes-identical', objects: 32, only: /\/(?:\w+-mw-[\w-]+\/\w+\/[\w-]+|Deployment\/hsa-(?:[\w-]+-(?:ui|web)|gap-front|gap-back))$/, ours: '-', verdict: 'not-in-guide',
    says: { zh: '就绪与存活探针相同', en: 'readiness and liveness probe are the same' },
    why: {
      zh: '只有一个端点的产品（静态页面、TCP 服务）问的是同一处，但存活更宽容：网页 30 秒对 15 秒，中间件 90 秒对 30 秒，且启动期由 startupProbe 保护。该工具只比地址，不比次数与周期',
      en: 'products with one endpoint (static pages, TCP servers) are asked at the same place, but liveness is more patient: 30 against 15 seconds for pages, 90 against 30 for middleware, behind a startupProbe. The tool compares the address, not period and threshold',
    },
  },
  {
    tool: 'kube-score', id: 'container-resource-requests-equal-limits', objects: 223, only: ANY, ours: 'NSA-NET-15', verdict: 'accepted',
    says: { zh: '请求与上限不等（可选检查）', en: 'requests differ from limits (optional check)' }, why: SIZES,
  },
  {
    tool: 'kube-score', id: 'container-cpu-requests-equal-limits', objects: 223, only: ANY, ours: 'NSA-NET-15', verdict: 'accepted',
    says: { zh: 'CPU 请求与上限不等（可选检查）', en: 'CPU requests differ from limits (optional check)' }, why: SIZES,
  },
  {
    tool: 'kube-score', id: 'container-memory-requests-equal-limits', objects: 204, only: ANY, ours: 'NSA-NET-15', verdict: 'accepted',
    says: { zh: '内存请求与上限不等（可选检查）', en: 'memory requests differ from limits (optional check)' }, why: SIZES,
  },
  {
    tool: 'kube-score', id: 'container-ephemeral-storage-request-equals-limit', objects: 223, only: ANY, ours: 'NSA-NET-15', verdict: 'accepted',
    says: { zh: '临时存储请求与上限不等（可选检查）', en: 'ephemeral storage requests differ from limits (optional check)' }, why: SIZES,
  },
  {
    tool: 'champ', id: 'NSA-POD-04', objects: 2, only: /\/DaemonSet\/fluent-bit$/, ours: 'W-003, W-008', verdict: 'waived',
    says: { zh: '附加组含 0', en: 'group 0 among the supplementary groups' },
    why: { zh: '日志文件属组 root、权限 0640。两个工具都不看 supplementalGroups', en: 'log files belong to group root with mode 0640. Neither tool looks at supplementalGroups' },
  },
  { tool: 'champ', id: 'NSA-POD-12', objects: 2, only: /\/DaemonSet\/fluent-bit$/, ours: 'W-001, W-006', verdict: 'waived', says: { zh: '访问宿主文件', en: 'access to files of the host' }, why: WAIVED_HOST_LOGS },
  { tool: 'champ', id: 'NSA-POD-20', objects: 2, only: /\/DaemonSet\/fluent-bit$/, ours: 'W-002, W-007', verdict: 'waived', says: { zh: '卷类型不在安全之列', en: 'a volume of no safe kind' }, why: WAIVED_HOST_LOGS },
  {
    tool: 'champ', id: 'NSA-POD-21', objects: 6, only: /\/Namespace\/(?:(?:core|pub)-agents|istio-cni|metallb-system)$/, ours: 'W-005, W-010, W-011, W-012', verdict: 'waived',
    says: { zh: '命名空间的 Pod 安全级别是 privileged', en: 'a namespace at the privileged level of Pod Security' },
    why: { zh: '日志代理、网格插件与地址宣告各在自己的命名空间。两个工具都不看 Pod 安全标签', en: 'log agent, mesh plug-in and address speaker, each in a namespace of its own. Neither tool looks at Pod Security labels' },
  },
  {
    tool: 'champ', id: 'NSA-POD-26', objects: 2, only: /\/AdmissionConfiguration\/admission-configuration$/, ours: 'W-019, W-020', verdict: 'waived',
    says: { zh: '没有人验证镜像签名', en: 'nobody verifies signatures of images' },
    why: { zh: '厂商交付的包没有签名。两个工具都不查签名', en: 'vendors deliver unsigned packages. Neither tool asks for signatures' },
  },
  {
    tool: 'champ', id: 'NSA-NET-09', objects: 2, only: /\/Service\/hsa-gap-(?:back|front)-external$/, ours: 'W-013, W-014', verdict: 'waived',
    says: { zh: '对外端口不用 TLS', en: 'an outside port without TLS' },
    why: { zh: '网闸要读所放行的 HTTP。checkov 不看 Service 类型；kube-score 的 service-type 只管 NodePort', en: 'the gap reads the HTTP that it lets through. checkov looks at no Service type; service-type of kube-score knows NodePort alone' },
  },
  {
    tool: 'champ', id: 'NSA-NET-22', objects: 6, only: /\/(?:DaemonSet\/fluent-bit|Deployment\/hsa-(?:gap-back|gap-front|gw-internet|gw-medins))$/, ours: 'W-004, W-009, W-015, W-016, W-017, W-018', verdict: 'waived',
    says: { zh: '暴露的负载没有专用节点，或容忍控制面污点', en: 'exposed workloads without nodes of their own, or a toleration of control-plane nodes' },
    why: { zh: '每区只有一个节点池；审计日志在控制面节点上。两个工具都不看节点', en: 'the zone has one pool of nodes; the audit log is on control-plane nodes. Neither tool looks at nodes' },
  },
];
