/** Rights of the control list that let their holder have more than they say. */
import { POD_MAKERS } from '../../engine/access/index.ts';
import type { Text } from '../../engine/problem/index.ts';
import type { Right } from './right.ts';

const RBAC = 'rbac.authorization.k8s.io';
const CHANGE = ['update', 'patch'];
const WRITE = ['create', ...CHANGE];
const WRITE_ALL = [...WRITE, 'delete', 'deletecollection'];

export const ESCALATE: Right = {
  targets: [{ groups: [RBAC], resources: ['roles', 'clusterroles'] }], verbs: ['escalate'],
  what: { zh: 'escalate（可把任何权限写进角色）', en: 'escalate: any right can be written into a role' },
};

/** Legacy impersonation, and the verbs of constrained impersonation. */
export const IMPERSONATE: Right = {
  targets: [{ groups: ['', 'authentication.k8s.io'], resources: ['users', 'groups', 'serviceaccounts', 'uids'], prefix: 'userextras/' }],
  verbs: ['impersonate', 'impersonate:user-info', 'impersonate:serviceaccount', 'impersonate:arbitrary-node', 'impersonate:associated-node'],
  what: { zh: 'impersonate（冒充他人）', en: 'impersonate: acts as somebody else' },
};

export const BIND: Right = {
  targets: [{ groups: [RBAC], resources: ['roles', 'clusterroles'] }], verbs: ['bind'],
  what: { zh: 'bind（授予自己没有的角色）', en: 'bind: gives roles that it does not hold' },
};

export const READ_SECRETS: Right = {
  targets: [{ groups: [''], resources: ['secrets'] }], verbs: ['get', 'list', 'watch'], named: true,
  what: { zh: '读取全部 Secret', en: 'reads all Secrets' },
};

export const WRITE_SECRETS: Right = {
  targets: [{ groups: [''], resources: ['secrets'] }], verbs: WRITE, named: true,
  what: { zh: '写入 Secret', en: 'writes Secrets' },
};

/** Before 1.35 plain `get` gives a shell over WebSocket, and on `nodes/proxy` it still does. */
export const ENTER_PODS: Right = {
  targets: [{ groups: [''], resources: ['pods/exec', 'pods/attach', 'pods/portforward', 'nodes/proxy'] }], verbs: ['create', 'get'],
  what: { zh: '进入 Pod 或节点代理', en: 'enters pods, or the proxy of nodes' },
};

export const DEBUG_PODS: Right = {
  targets: [{ groups: [''], resources: ['pods/ephemeralcontainers'] }], verbs: CHANGE,
  what: { zh: '向 Pod 注入临时容器', en: 'puts ephemeral containers into pods' },
};

export const RUN_PODS: Right = {
  targets: [
    ...POD_MAKERS.map(({ group, resources }) => ({ groups: [group], resources: group === '' ? [...resources, 'podtemplates'] : resources })),
    { groups: ['argoproj.io'], resources: ['applications', 'applicationsets', 'appprojects'] },
  ],
  verbs: WRITE,
  what: { zh: '创建或修改工作负载', en: 'creates or changes workloads' },
};

export const MINT_TOKENS: Right = {
  targets: [{ groups: [''], resources: ['serviceaccounts/token'] }], verbs: ['create'],
  what: { zh: '为 ServiceAccount 签发令牌', en: 'mints tokens of ServiceAccounts' },
};

export const USE_SIGNERS: Right = {
  targets: [{ groups: ['certificates.k8s.io'], resources: ['signers'] }], verbs: ['approve', 'sign'],
  what: { zh: '以签名者批准或签发证书', en: 'approves or signs certificates as a signer' },
};

export const APPROVE_CERTIFICATES: Right = {
  targets: [{ groups: ['certificates.k8s.io'], resources: ['certificatesigningrequests/approval'] }], verbs: CHANGE,
  what: { zh: '批准证书申请', en: 'approves certificate requests' },
};

export const WRITE_ADMISSION: Right = {
  targets: [
    {
      groups: ['admissionregistration.k8s.io'],
      resources: ['mutatingadmissionpolicies', 'mutatingadmissionpolicybindings', 'mutatingwebhookconfigurations', 'validatingadmissionpolicies', 'validatingadmissionpolicybindings', 'validatingwebhookconfigurations'],
    },
    { groups: ['kyverno.io', 'policies.kyverno.io', 'templates.gatekeeper.sh', 'constraints.gatekeeper.sh', 'config.gatekeeper.sh', 'mutations.gatekeeper.sh', 'expansion.gatekeeper.sh'], resources: 'any' },
  ],
  verbs: WRITE_ALL,
  what: { zh: '修改准入策略或 webhook', en: 'changes admission policies or webhooks' },
};

export const RELABEL_NAMESPACES: Right = {
  targets: [{ groups: [''], resources: ['namespaces'] }], verbs: CHANGE,
  what: { zh: '修改命名空间（可去掉 Pod 安全标签）', en: 'changes namespaces, and so their Pod Security labels' },
};

export const CREATE_VOLUMES: Right = {
  targets: [{ groups: [''], resources: ['persistentvolumes'] }], verbs: ['create'],
  what: { zh: '创建持久卷（可指向节点目录）', en: 'creates persistent volumes, and so paths of the node' },
};

export interface RightsRow {
  readonly id: string;
  readonly rights: readonly Right[];
  readonly fix: Text;
}

/** By control; `bind` is a check of its own. */
export const RIGHTS: readonly RightsRow[] = [
  {
    id: 'NSA-AUTH-08', rights: [ESCALATE, IMPERSONATE],
    fix: { zh: '删去 rules[].verbs 中的 escalate 与 impersonate；bind 只写 resourceNames，且只列可授予的角色', en: 'take escalate and impersonate out of rules[].verbs; give bind resourceNames, with grantable roles alone' },
  },
  {
    id: 'NSA-AUTH-09', rights: [READ_SECRETS, WRITE_SECRETS],
    fix: { zh: '把 secrets 移出 rules[].resources，或用 resourceNames 只列需要的 Secret；更好的是挂载为文件', en: 'take secrets out of rules[].resources, or name the ones needed in resourceNames; better, mount them as files' },
  },
  {
    id: 'NSA-AUTH-10', rights: [ENTER_PODS, DEBUG_PODS],
    fix: { zh: '删去 pods/exec、pods/attach、pods/portforward、nodes/proxy 与 pods/ephemeralcontainers；排障看日志与指标', en: 'take pods/exec, pods/attach, pods/portforward, nodes/proxy and pods/ephemeralcontainers out of the rules; logs and metrics tell what is wrong' },
  },
  {
    id: 'NSA-AUTH-11', rights: [RUN_PODS],
    fix: { zh: '只由 ArgoCD 部署：删去 create、update、patch；若此角色确为部署者，列入 deployers', en: 'leave it to ArgoCD: take out create, update and patch; list a role that is made for it among the deployers' },
  },
  {
    id: 'NSA-AUTH-12', rights: [MINT_TOKENS, USE_SIGNERS, APPROVE_CERTIFICATES],
    fix: { zh: '删去 serviceaccounts/token、signers 与 certificatesigningrequests/approval', en: 'take serviceaccounts/token, signers and certificatesigningrequests/approval out of the rules' },
  },
  {
    id: 'NSA-AUTH-13', rights: [WRITE_ADMISSION, RELABEL_NAMESPACES, CREATE_VOLUMES],
    fix: { zh: '对准入策略、webhook 与命名空间只留 get、list、watch；持久卷由 StorageClass 创建', en: 'leave get, list and watch on admission policies, webhooks and namespaces; let a StorageClass make volumes' },
  },
];
