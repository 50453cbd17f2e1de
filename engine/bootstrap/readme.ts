import type { Language, Text } from '../problem/index.ts';
import { MARK, type Bootstrap, type BootstrapStep } from './steps.ts';

const WORDS = {
  title: { zh: '{environment} / {zone}:在空集群上安装一次', en: '{environment} / {zone}: once, on an empty cluster' },
  before: {
    zh: `先有:

- 集群:执行 NetworkPolicy 的网络插件、环境里写明的存储类、能从镜像库拉取镜像的节点,API server 的设置按输出目录中本区的 \`control-plane/\`。
- 配置仓库:\`champ publish --env {environment}\` 已写入;网闸另一侧的区是 \`champ unbundle\` 写入的裸仓库。
- 镜像库:镜像和 chart 已推送;chart 要求登录时先 \`helm registry login <镜像库主机名>\`。
- 外部密钥库:本区的 External Secrets 能登录,各 ExternalSecret 的 \`remoteRef\` 已有值。
- 本机:bash、helm、kubectl(当前上下文是 {zone} 区的集群,有集群管理员权限)。

按编号执行;每一步都可以重复。此后的一切改动来自 Git,这些文件不再使用。`,
    en: `There must be:

- the cluster, with a network plugin that enforces NetworkPolicies, the storage classes that the environment names, nodes that may pull from the registry, and an API server set up as \`control-plane/\` of this zone in the output says;
- the config repository, filled by \`champ publish --env {environment}\`; for a zone beyond the gap, the bare repository that \`champ unbundle\` fills;
- the registry, with images and charts; where charts want a login, \`helm registry login <host of the registry>\` first;
- the external secret store, where External Secrets of this zone may sign in, with a value for the \`remoteRef\` of every ExternalSecret;
- here: bash, helm, and kubectl, whose current context is the cluster of zone {zone}, with the rights of a cluster administrator.

Go by the numbers; each step may be repeated. Every later change comes from Git, and these files are used no more.`,
  },
  after: { zh: '之后', en: 'Afterwards' },
  notes: {
    zh: `- 证书由内部 CA 签发时,在第 3 步之后执行:\`kubectl -n argocd create configmap argocd-tls-certs-cm --from-file=<仓库主机名>=ca.crt --dry-run=client -o yaml | kubectl apply --server-side --field-manager=credentials -f -\`;SSH 仓库的主机公钥同样放入 argocd-ssh-known-hosts-cm 的 ssh_known_hosts。
- 没有管理员密码(admin.enabled 为 false)。接入统一身份认证之前,集群管理员用 kubeconfig 登录:\`kubectl config set-context --current --namespace argocd && argocd app list --core\`。
- argocd-secret 由 ArgoCD 自己填写,不在任何文件里。单点登录的客户端密钥放在带标签 app.kubernetes.io/part-of: argocd 的 Secret 中,由外部密钥库下发。
- champ status 和 champ wait 的令牌:\`argocd account generate-token --core --account champ --expires-in 2160h\`。
- 凭据轮换:重复第 3 步中的命令。`,
    en: `- If an authority of your own signs the certificates, after step 3: \`kubectl -n argocd create configmap argocd-tls-certs-cm --from-file=<host of the repository>=ca.crt --dry-run=client -o yaml | kubectl apply --server-side --field-manager=credentials -f -\`; host keys of a repository by SSH go into argocd-ssh-known-hosts-cm as ssh_known_hosts.
- There is no administrator's password (admin.enabled is false). Until the identity provider is connected, who owns the cluster signs in with the kubeconfig: \`kubectl config set-context --current --namespace argocd && argocd app list --core\`.
- ArgoCD fills argocd-secret by itself; it is in no file. The client secret of single sign-on is in a Secret labelled app.kubernetes.io/part-of: argocd, which the external secret store delivers.
- A token for champ status and champ wait: \`argocd account generate-token --core --account champ --expires-in 2160h\`.
- A credential is renewed by the commands of step 3.`,
  },
} as const satisfies Record<string, Text>;

/** What to do with the files, in one language. */
export function readme(plan: Bootstrap, language: Language): string {
  const say = (text: Text) => text[language].replaceAll('{environment}', plan.environment).replaceAll('{zone}', plan.zone);
  return [`<!-- ${MARK} -->`, `# ${say(WORDS.title)}`, say(WORDS.before), ...plan.steps.map((step, index) => section(step, index + 1, language)), `## ${say(WORDS.after)}`, say(WORDS.notes), ''].join('\n\n').replace(/\n+$/, '\n');
}

const section = ({ file, title, commands }: BootstrapStep, number: number, language: Language): string =>
  `## ${number}. ${title[language]}\n\n\`${file}\`\n\n\`\`\`bash\n${commands.join('\n')}\n\`\`\``;
