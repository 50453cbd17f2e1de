import type { Control } from '../../engine/policy/index.ts';
import { INSTALLER, SECURITY_TEAM } from './elsewhere.ts';

const AUTHENTICATION = 'Access: authentication';
const RBAC = 'Access: role-based access control';
const EXTENSION = 'Extension: RBAC good practice';

/** Who may do what: chapter 3. */
export const accessControls = [
  { id: 'NSA-AUTH-01', title: { zh: '关闭 API 匿名访问', en: 'Anonymous access to the API is off' }, section: AUTHENTICATION, origin: 'guide', decided: 'file', severity: 'high',
    rationale: { zh: '匿名请求绕过身份与问责', en: 'Nobody answers for an anonymous call' }, elsewhere: INSTALLER },
  { id: 'NSA-AUTH-02', title: { zh: '不向匿名者授权', en: 'Nothing is granted to anonymous callers' }, section: AUTHENTICATION, origin: 'guide', decided: 'object', severity: 'critical',
    rationale: { zh: '匿名授权等于向全网授权', en: 'Such a grant is one to everyone who reaches the port' } },
  { id: 'NSA-AUTH-03', title: { zh: '强认证，不用静态文件', en: 'Strong authentication, no static files' }, section: AUTHENTICATION, origin: 'guide', decided: 'file', severity: 'high',
    rationale: { zh: '静态令牌不过期也无法吊销', en: 'Static tokens neither end nor can be revoked' },
    elsewhere: { zh: '集群安装方：接入统一身份源（OIDC），个人不发长期客户端证书', en: 'cluster installer: people sign in through the identity provider (OIDC), nobody gets a long-lived client certificate' } },
  { id: 'NSA-AUTH-04', title: { zh: '启用 RBAC，绝不 AlwaysAllow', en: 'RBAC is on, and never AlwaysAllow' }, section: RBAC, origin: 'guide', decided: 'file', severity: 'critical',
    rationale: { zh: 'AlwaysAllow 使所有授权失效', en: 'With AlwaysAllow no grant means anything' }, elsewhere: INSTALLER },
  { id: 'NSA-AUTH-05', title: { zh: '人员与服务账号角色分开', en: 'Roles of people and of service accounts are separate' }, section: RBAC, origin: 'guide', decided: 'estate', severity: 'medium',
    rationale: { zh: '共用的角色只增不减', en: 'A shared role only ever grows' }, elsewhere: SECURITY_TEAM },
  { id: 'NSA-AUTH-06', title: { zh: '最小权限：不用通配符', en: 'Least privilege: no wildcards' }, section: RBAC, origin: 'guide', decided: 'object', severity: 'high',
    rationale: { zh: '通配符也覆盖将来才有的资源', en: 'A wildcard also grants what does not exist yet' } },
  { id: 'NSA-AUTH-07', title: { zh: 'cluster-admin 只在必需处', en: 'cluster-admin only where it is needed' }, section: RBAC, origin: 'guide', decided: 'estate', severity: 'critical',
    rationale: { zh: '该身份可做任何事', en: 'That identity can do anything' } },
  { id: 'NSA-AUTH-08', title: { zh: '把守 escalate、bind、impersonate', en: 'escalate, bind and impersonate are guarded' }, section: RBAC, origin: 'guide', decided: 'estate', severity: 'critical',
    rationale: { zh: '三者都能取得别人的权限', en: 'Each of the three takes the rights of others' } },
  { id: 'NSA-AUTH-09', title: { zh: '限制读取 Secret', en: 'Few may read Secrets' }, section: RBAC, origin: 'guide', decided: 'estate', severity: 'high',
    rationale: { zh: 'list 与 watch 同样返回内容', en: 'list and watch return the content too' } },
  { id: 'NSA-AUTH-10', title: { zh: '不能进入 Pod 执行', en: 'No exec or attach into pods' }, section: EXTENSION, origin: 'extension', decided: 'estate', severity: 'high',
    rationale: { zh: '进入 Pod 即得到其令牌与数据', en: 'Inside the pod are its token and its data' } },
  { id: 'NSA-AUTH-11', title: { zh: '创建负载是特权', en: 'To create workloads is a privilege' }, section: EXTENSION, origin: 'extension', decided: 'estate', severity: 'medium',
    rationale: { zh: '能建 Pod 就能借用本命名空间的任何账号', en: 'Who makes pods can borrow every account of the namespace' } },
  { id: 'NSA-AUTH-12', title: { zh: '签发令牌与批准证书受限', en: 'Few may mint tokens or approve certificates' }, section: EXTENSION, origin: 'extension', decided: 'estate', severity: 'high',
    rationale: { zh: '能签发凭据就能成为他人', en: 'Who issues credentials can become anyone' } },
  { id: 'NSA-AUTH-13', title: { zh: '准入与策略对象受保护', en: 'Admission and policy objects are protected' }, section: EXTENSION, origin: 'extension', decided: 'estate', severity: 'high',
    rationale: { zh: '改掉策略，其余控制随之失效', en: 'Change the policies, and the other controls fall' } },
  { id: 'NSA-AUTH-14', title: { zh: '不向所有人授权', en: 'No grant to everyone' }, section: EXTENSION, origin: 'extension', decided: 'object', severity: 'high',
    rationale: { zh: '这些组包含每个账号', en: 'Those groups hold every account' } },
  { id: 'NSA-AUTH-15', title: { zh: '不使用 system:masters', en: 'No system:masters' }, section: EXTENSION, origin: 'extension', decided: 'object', severity: 'critical',
    rationale: { zh: '该组绕过 RBAC 且无法收回', en: 'That group goes around RBAC and cannot be taken back' } },
  { id: 'NSA-AUTH-16', title: { zh: '不用也不授权 default 账号', en: 'The default account is neither used nor granted anything' }, section: RBAC, origin: 'guide', decided: 'object', severity: 'medium',
    rationale: { zh: '所有漏写账号的 Pod 都用它', en: 'Every pod that names none runs as it' } },
  { id: 'NSA-AUTH-17', title: { zh: '账号上关闭令牌挂载', en: 'Token mounts are off at the account' }, section: RBAC, origin: 'guide', decided: 'object', severity: 'low',
    rationale: { zh: '需要令牌的 Pod 应自己写明', en: 'A pod that needs a token should say so itself' } },
  { id: 'NSA-AUTH-18', title: { zh: '令牌短期且限定受众', en: 'Tokens are short-lived and for one audience' }, section: EXTENSION, origin: 'extension', decided: 'object', severity: 'high',
    rationale: { zh: '长期令牌被盗后一直有效', en: 'A stolen token without an end stays good' } },
  { id: 'NSA-AUTH-19', title: { zh: '聚合角色与悬空绑定', en: 'Aggregated roles and dangling bindings' }, section: EXTENSION, origin: 'extension', decided: 'estate', severity: 'medium',
    rationale: { zh: '聚合悄悄扩大内置角色，悬空绑定等人补上角色', en: 'Aggregation widens built-in roles unseen; a dangling binding waits for a role' } },
  { id: 'NSA-AUTH-20', title: { zh: '定期与人员变动时复核授权', en: 'Grants are reviewed regularly and when people change' }, section: RBAC, origin: 'guide', decided: 'process', severity: 'medium',
    rationale: { zh: '没人复核的授权只会累积', en: 'Grants that nobody reviews pile up' },
    elsewhere: { zh: '安全运营团队：按季度及离岗时复核有效权限清单，管理员启用多因素认证', en: 'security operations: the list of effective rights each quarter and whenever somebody leaves, a second factor for administrators' } },
] as const satisfies readonly Control[];
