import type { CodeRow } from '../problem.ts';

/** 300x structure, 301x names, 302x identity, 303x references, 304x limits of one object, 306x quotas. */
export const objectsCodes = {
  CHAMP3001: {
    message: { zh: '未知的资源类型 {value}', en: '{value} is no kind that may be emitted' },
    fix: { zh: '改正 apiVersion 与 kind;新的类型须先在 engine/inspect/schema 中登记', en: 'correct apiVersion and kind; a new kind needs a schema in engine/inspect/schema first' },
  },
  CHAMP3002: {
    message: { zh: '{field} 是未知字段', en: '{field} is an unknown field' },
    fix: { zh: '改正字段名,或删除它', en: 'correct the name of the field, or remove it' },
  },
  CHAMP3003: {
    message: { zh: '{field} 的类型不对:{value}', en: '{field} has the wrong type: {value}' },
    fix: { zh: '写成所允许的类型', en: 'write a value of the allowed type' },
  },
  CHAMP3004: {
    message: { zh: '缺少必填字段 {field}', en: 'the required field {field} is missing' },
    fix: { zh: '补上 {field}', en: 'add {field}' },
  },
  CHAMP3005: {
    message: { zh: '{field} 的取值 {value} 不被允许', en: '{field} does not take the value {value}' },
    fix: { zh: '从允许的取值中选一个', en: 'choose one of the allowed values' },
  },
  CHAMP3006: {
    message: { zh: '{field} 与前面的一项重复:{keys} = {value}', en: '{field} repeats an earlier item: {keys} = {value}' },
    fix: { zh: '删除或改名其中一项', en: 'remove or rename one of them' },
  },
  CHAMP3007: {
    message: { zh: '{field} 的格式不对:{value}', en: '{field} is malformed: {value}' },
    fix: { zh: '写成所允许的格式', en: 'write it in the allowed form' },
  },
  CHAMP3011: {
    message: { zh: '{field} 的名称 {value} 不合法', en: '{value} is no valid name for {field}' },
    fix: { zh: '按允许的规则改名', en: 'rename it by the allowed rule' },
  },
  CHAMP3012: {
    message: { zh: '{field} 的键 {value} 不合法', en: '{value} is no valid key of {field}' },
    fix: { zh: '按允许的规则改写该键', en: 'rewrite the key by the allowed rule' },
  },
  CHAMP3013: {
    message: { zh: '标签 {field} 的值 {value} 不合法', en: '{value} is no valid value of the label {field}' },
    fix: { zh: '改写标签值;自由文本请放入注解', en: 'rewrite the value; free text belongs into an annotation' },
  },
  CHAMP3014: {
    message: { zh: '注解合计 {value} 字节,超过上限', en: 'the annotations take {value} bytes, which is over the limit' },
    fix: { zh: '把大段内容移到 ConfigMap', en: 'move large content into a ConfigMap' },
  },
  CHAMP3015: {
    message: { zh: '{value} 属于命名空间,却没有 metadata.namespace', en: 'a {value} belongs to a namespace and has no metadata.namespace' },
    fix: { zh: '补上 metadata.namespace', en: 'add metadata.namespace' },
  },
  CHAMP3016: {
    message: { zh: '集群级资源不能带 metadata.namespace:{value}', en: 'an object of the cluster has no metadata.namespace: {value}' },
    fix: { zh: '删除 metadata.namespace', en: 'remove metadata.namespace' },
  },
  CHAMP3017: {
    message: { zh: '{field} 的端口名 {value} 不合法', en: '{value} is no valid port name for {field}' },
    fix: { zh: '按允许的规则改名', en: 'rename the port by the allowed rule' },
  },
  CHAMP3018: {
    message: { zh: '{field} 的端口号 {value} 超出范围', en: '{field} has the port {value}, which is out of range' },
    fix: { zh: '使用 1 到 65535 之间的端口', en: 'use a port from 1 to 65535' },
  },
  CHAMP3021: {
    message: { zh: '同一对象出现了两次,另一处在 {other}', en: 'the same object comes twice, the other one is at {other}' },
    fix: { zh: '删除或改名其中一个', en: 'remove or rename one of them' },
  },
  CHAMP3022: {
    message: { zh: '与 {other} 写入同一文件 {value}', en: 'it goes into the same file as {other}: {value}' },
    fix: { zh: '改名,或放入另一个 Application', en: 'rename one of them, or put it into another Application' },
  },
  CHAMP3023: {
    message: { zh: '分区 {zone} 没有声明命名空间 {value}', en: 'zone {zone} declares no namespace {value}' },
    fix: { zh: '在该分区声明命名空间,或改正名称', en: 'declare the namespace in that zone, or correct the name' },
  },
  CHAMP3031: {
    message: { zh: '{field} 引用的 {kind} {value} 不存在', en: '{field} refers to {kind} {value}, which does not exist' },
    fix: { zh: '声明该 {kind},或改正名称', en: 'declare the {kind}, or correct the name' },
  },
  CHAMP3032: {
    message: { zh: '{field} 引用的 {kind} {name} 没有键 {value}', en: '{field} refers to key {value}, which {kind} {name} does not have' },
    fix: { zh: '补上该键,或改正键名', en: 'add the key, or correct its name' },
  },
  CHAMP3033: {
    message: { zh: '{field} 指向端口 {value},{name} 没有该端口', en: '{field} leads to port {value}, which {name} does not have' },
    fix: { zh: '声明该端口,或改正端口', en: 'declare the port, or correct it' },
  },
  CHAMP3034: {
    message: { zh: '{field} 选不中 {namespace} 中的任何 {kind}:{value}', en: '{field} selects no {kind} in {namespace}: {value}' },
    fix: { zh: '改正选择器或标签;由 operator 创建的 Pod 须在事实中登记', en: 'correct the selector or the labels; pods that an operator makes are to be declared as facts' },
  },
  CHAMP3035: {
    message: { zh: '{field} 挂载的卷 {value} 未声明', en: '{field} mounts the volume {value}, which is not declared' },
    fix: { zh: '在 volumes 中声明该卷,或改正名称', en: 'declare it under volumes, or correct the name' },
  },
  CHAMP3036: {
    message: { zh: '卷 {value} 应恰有一个来源,实有 {count} 个', en: 'the volume {value} needs exactly one source and has {count}' },
    fix: { zh: '为该卷写明一个来源,如 emptyDir', en: 'give it one source, e.g. emptyDir' },
  },
  CHAMP3041: {
    message: { zh: '对象的 JSON 超过 {limit} 字节', en: 'the JSON of the object is longer than {limit} bytes' },
    fix: { zh: '拆分成几个对象', en: 'split it into several objects' },
  },
  CHAMP3042: {
    message: { zh: '数据共 {value} 字节,超过 {limit} 字节', en: 'its data take {value} bytes, more than {limit}' },
    fix: { zh: '拆分,或放入对象存储', en: 'split it, or keep the content in an object store' },
  },
  CHAMP3043: {
    message: { zh: '{field} 的 {resource} 请求 {value} 大于上限 {limit}', en: '{field} requests {value} of {resource}, more than its limit {limit}' },
    fix: { zh: '降低请求,或提高上限', en: 'lower the request or raise the limit' },
  },
  CHAMP3044: {
    message: { zh: '{field} 的镜像没有摘要:{value}', en: '{field} has an image without a digest: {value}' },
    fix: { zh: '写成 名称@sha256:摘要', en: 'write it as NAME@sha256:DIGEST' },
  },
  CHAMP3045: {
    message: { zh: '{field} 的镜像标签会变动:{value}', en: '{field} has an image tag that moves: {value}' },
    fix: { zh: '使用固定版本的标签或摘要,不用 latest', en: 'use the tag of one version, or a digest, not latest' },
  },
  CHAMP3046: {
    message: { zh: '{field} 的镜像引用不合法:{value}', en: '{field} has a malformed image reference: {value}' },
    fix: { zh: '写成 仓库/名称:标签@sha256:64位十六进制', en: 'write it as REGISTRY/NAME:TAG@sha256:64 hexadecimal digits' },
  },
  CHAMP3047: {
    message: { zh: '{field} 与自己的 Pod 模板标签不符:{value}', en: '{field} does not match the labels of its own pod template: {value}' },
    fix: { zh: '让选择器与模板标签一致', en: 'make selector and template labels agree' },
  },
  CHAMP3048: {
    message: { zh: '{field} 的名称 {value} 在同一 Pod 中已被使用', en: '{field} has the name {value}, which is taken in the same pod' },
    fix: { zh: '改名', en: 'rename one of them' },
  },
  CHAMP3049: {
    message: { zh: '{field} 的端口 {value} 与同一 Pod 的容器 {other} 冲突', en: '{field} has the port {value}, which container {other} of the same pod has too' },
    fix: { zh: '更换其中一个端口', en: 'change one of the ports' },
  },
  CHAMP3050: {
    message: { zh: '{field} 探测的端口 {value} 未在容器中声明', en: '{field} probes port {value}, which the container does not declare' },
    fix: { zh: '在 ports 中声明该端口,或改正探针', en: 'declare the port, or correct the probe' },
  },
  CHAMP3051: {
    message: { zh: '最小副本数 {value} 大于最大副本数 {limit}', en: 'the minimum of {value} replicas is over the maximum of {limit}' },
    fix: { zh: '让 minReplicas 不大于 maxReplicas', en: 'make minReplicas at most maxReplicas' },
  },
  CHAMP3052: {
    message: { zh: '{field} 的 Chart 取值给出了没有摘要的镜像:{value}', en: '{field} in the values of a chart names an image without a digest: {value}' },
    fix: { zh: '按该 Chart 的写法给出摘要:digest 或 sha 字段、标签@sha256:摘要,或完整引用', en: 'give the digest as the chart takes it: a field digest or sha, TAG@sha256:DIGEST, or a whole reference' },
  },
  CHAMP3061: {
    message: { zh: '命名空间 {namespace} 的配额小于所需:{resource} 需要 {value},配额为 {hard}', en: 'the quota of namespace {namespace} is smaller than need: {resource} needs {value}, the quota is {hard}' },
    fix: { zh: '提高配额,或减少副本与规格;占用最多的是 {largest}', en: 'raise the quota, or lower replicas and sizes; most is taken by {largest}' },
  },
  CHAMP3062: {
    message: { zh: '{field} 的 {resource} 为 {value},超出 LimitRange {name} 的范围', en: '{field} has {value} of {resource}, outside LimitRange {name}' },
    fix: { zh: '改到范围之内,或修改 LimitRange', en: 'move it into the range, or change the LimitRange' },
  },
  CHAMP3063: {
    message: { zh: '{field} 没有写明 {resource},而配额 {name} 要求写明', en: '{field} does not state {resource}, which quota {name} demands' },
    fix: { zh: '写明该值,或在 LimitRange 中给出默认值', en: 'state it, or give a default in a LimitRange' },
  },
} as const satisfies Record<string, CodeRow>;
