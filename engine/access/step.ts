import type { Text } from '../problem/index.ts';

/** One way to come from a right to more: what is done, in which namespace (`''`: in the cluster), and what is had afterwards. */
export interface Step {
  readonly kind: StepKind;
  readonly namespace: string;
  /** A role (`ClusterRole/edit`), a subject (`ServiceAccount/shop/web`), or `*` for everything. */
  readonly to: string;
}

const KINDS = {
  'bind-role': { zh: '绑定 {to}', en: 'binds {to}' },
  'write-role': { zh: '用 escalate 改写角色', en: 'rewrites a role with escalate' },
  'run-pod': { zh: '以 {to} 的身份运行 Pod', en: 'runs a pod as {to}' },
  'enter-pod': { zh: '进入以 {to} 运行的 Pod', en: 'enters a pod that runs as {to}' },
  'mint-token': { zh: '为 {to} 签发令牌', en: 'mints a token of {to}' },
  'read-token': { zh: '读取 {to} 的令牌 Secret', en: 'reads a token Secret of {to}' },
  impersonate: { zh: '冒充 {to}', en: 'impersonates {to}' },
  'take-node': { zh: '经特权 Pod、hostPath 或 kubelet 取得节点', en: 'takes a node: by a privileged pod, a host path or its kubelet' },
  'rewrite-requests': { zh: '改写准入 webhook 或聚合 API', en: 'rewrites admission webhooks or aggregated APIs' },
  'sign-certificate': { zh: '批准客户端证书', en: 'approves a client certificate' },
  deploy: { zh: '让 ArgoCD 部署', en: 'lets ArgoCD deploy' },
} as const satisfies Readonly<Record<string, Text>>;

export type StepKind = keyof typeof KINDS;

export function stepText({ kind, namespace, to }: Step): Text {
  const { zh, en } = KINDS[kind];
  const what = to === '*' ? { zh: '任意身份', en: 'anything' } : { zh: to, en: to };
  return {
    zh: `${namespace ? `在 ${namespace} ` : ''}${zh.replace('{to}', what.zh)}`,
    en: `${en.replace('{to}', what.en)}${namespace ? ` in ${namespace}` : ''}`,
  };
}

/** All steps of a path in a sentence. */
export function pathText(steps: readonly Step[]): Text {
  const texts = steps.map(stepText);
  return { zh: texts.map(({ zh }) => zh).join('，再'), en: texts.map(({ en }) => en).join(', then ') };
}
