import type { Text } from '../../engine/problem/index.ts';
import type { EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { auditRules, isAbove, levelOf, possibleLevels, type AuditRule, type Call, type Level, type Verdict } from './audit-rules.ts';
import { documents, wrong, type Document } from './documents.ts';

const WRITE = ['create', 'update', 'patch', 'delete'] as const;
const READ = ['get', 'list', 'watch'] as const;

const policies = (estate: PolicyEstate): readonly Document[] => documents(estate, 'audit.k8s.io', 'Policy');
const present = (estate: PolicyEstate): boolean => policies(estate).length > 0;

const PERSON: Pick<Call, 'user' | 'groups'> = { user: 'someone', groups: ['system:authenticated'] };
const ADMINISTRATOR: typeof PERSON = { user: 'kubernetes-admin', groups: ['system:masters', 'kubeadm:cluster-admins', 'system:authenticated'] };
const ACCOUNT: typeof PERSON = { user: 'system:serviceaccount:apps:app', groups: ['system:serviceaccounts', 'system:serviceaccounts:apps', 'system:authenticated'] };
const ANONYMOUS: typeof PERSON = { user: 'system:anonymous', groups: ['system:unauthenticated'] };
const NAMED = [PERSON, ADMINISTRATOR, ACCOUNT] as const;

/** Where bodies hold what must not be in a log. */
const CONFIDENTIAL: readonly Pick<Call, 'group' | 'resource'>[] = [
  { group: '', resource: 'secrets' },
  { group: '', resource: 'configmaps' },
  { group: '', resource: 'serviceaccounts/token' },
  { group: 'authentication.k8s.io', resource: 'tokenreviews' },
];

/** Bodies of Secrets stay out of the log, and what nobody thought of is in it. */
export const auditSecrets: EstateRule = {
  id: 'NSA-LOG-02',
  fix: {
    zh: '审计 Policy 的第一条规则：level: Metadata，resources 含 secrets、configmaps、serviceaccounts/token 与 tokenreviews；最后一条不限资源且不为 None',
    en: 'first rule of the audit Policy: level: Metadata for secrets, configmaps, serviceaccounts/token and tokenreviews; a last rule without resources and not at None',
  },
  *find(estate) {
    for (const document of policies(estate)) {
      const rules = auditRules(document.content);
      const reported = new Set<string>();
      for (const { group, resource } of CONFIDENTIAL) {
        for (const verb of [...READ, ...WRITE]) {
          for (const { level, rule } of possibleLevels(rules, { group, resource, verb })) {
            if (!isAbove(level, 'Metadata') || reported.has(`${resource} ${rule}`)) continue;
            reported.add(`${resource} ${rule}`);
            yield wrong(document, `rules[${rule}].level`, `${resource} 的内容被记入日志（${verb}，${level}）`, `the log gets the content of ${resource} (${verb} at ${level})`);
          }
        }
      }
      const silent = [...READ, ...WRITE].map((verb) => levelOf(rules, { ...PERSON, verb, group: '', resource: 'secrets', namespace: 'apps' })).find(({ level }) => level === 'None');
      if (silent) yield wrong(document, place(silent), '对 Secret 的访问没有记录', 'calls for Secrets are not recorded');
      const other = levelOf(rules, { ...PERSON, verb: 'create', group: 'example.org', resource: 'widgets', namespace: 'apps' });
      if (other.level === 'None') yield wrong(document, place(other), '没有规则兜底，其余调用不被记录', 'no last rule: all other calls go unrecorded');
    }
  },
  present,
};

const place = ({ rule }: Verdict): string => (rule < 0 ? 'rules' : `rules[${rule}]`);

/** What detection looks for: who, which calls, and how much of each it needs to see. */
interface Question {
  readonly about: Text;
  readonly callers: readonly (typeof PERSON)[];
  readonly verbs: readonly string[];
  readonly resources: readonly (readonly [group: string, resource: string])[];
  readonly least: Level;
}

const RBAC = 'rbac.authorization.k8s.io';
const ADMISSION = 'admissionregistration.k8s.io';

const QUESTIONS: readonly Question[] = [
  { about: { zh: '匿名调用', en: 'anonymous calls' }, callers: [ANONYMOUS], verbs: ['get', 'list', 'create'], resources: [['', 'pods'], ['', 'secrets']], least: 'Metadata' },
  { about: { zh: '创建 Pod', en: 'pods that are created' }, callers: NAMED, verbs: ['create'], resources: [['', 'pods']], least: 'Metadata' },
  {
    about: { zh: '进入 Pod 与节点', en: 'ways into pods and nodes' }, callers: NAMED, verbs: ['get', 'create'],
    resources: [['', 'pods/exec'], ['', 'pods/attach'], ['', 'pods/portforward'], ['', 'nodes/proxy']], least: 'Metadata',
  },
  {
    // without the body nobody sees what changed
    about: { zh: '安全上下文的变更', en: 'changes of security contexts' }, callers: NAMED, verbs: ['create', 'update', 'patch'],
    resources: [['', 'pods'], ['apps', 'deployments'], ['apps', 'statefulsets'], ['apps', 'daemonsets'], ['batch', 'jobs'], ['batch', 'cronjobs']], least: 'Request',
  },
  {
    about: { zh: '授权变更', en: 'changes of grants' }, callers: NAMED, verbs: WRITE,
    resources: ['roles', 'rolebindings', 'clusterroles', 'clusterrolebindings'].map((resource) => [RBAC, resource] as const), least: 'Metadata',
  },
  { about: { zh: 'CronJob 变更', en: 'changes of CronJobs' }, callers: NAMED, verbs: WRITE, resources: [['batch', 'cronjobs']], least: 'Metadata' },
  {
    about: { zh: '准入配置变更', en: 'changes of admission' }, callers: NAMED, verbs: WRITE,
    resources: ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations', 'validatingadmissionpolicies', 'validatingadmissionpolicybindings'].map((resource) => [ADMISSION, resource] as const),
    least: 'Metadata',
  },
  { about: { zh: '被拒绝的调用', en: 'calls that are refused' }, callers: [PERSON, ACCOUNT], verbs: ['get', 'list', 'create', 'delete'], resources: [['', 'secrets'], ['', 'nodes'], [RBAC, 'clusterroles']], least: 'Metadata' },
];

/** The first call of a question that the policy records too little of. */
function gap(rules: readonly AuditRule[], { callers, verbs, resources, least }: Question): { readonly call: Call; readonly verdict: Verdict } | undefined {
  for (const caller of callers) {
    for (const namespace of ['apps', 'default', 'kube-system']) {
      for (const [group, resource] of resources) {
        for (const verb of verbs) {
          const call = { ...caller, namespace, group, resource, verb };
          const verdict = levelOf(rules, call);
          if (isAbove(least, verdict.level)) return { call, verdict };
        }
      }
    }
  }
  return undefined;
}

/** Every question that detection asks has an answer in the log. */
export const auditDetection: EstateRule = {
  id: 'NSA-LOG-03',
  fix: {
    zh: '审计 Policy 在 level: None 的规则之前，为所列调用加上 Metadata 以上的规则（工作负载写操作用 Request）',
    en: 'in the audit Policy, before any rule at level: None, add rules at Metadata or more for the calls named (Request for writes of workloads)',
  },
  *find(estate) {
    for (const document of policies(estate)) {
      const rules = auditRules(document.content);
      for (const question of QUESTIONS) {
        const found = gap(rules, question);
        if (!found) continue;
        const { call: { user, verb, resource, namespace }, verdict } = found;
        yield wrong(
          document, place(verdict),
          `${question.about.zh}：${user} 在 ${namespace} 对 ${resource} 的 ${verb} 只到 ${verdict.level}`,
          `${question.about.en}: ${verb} of ${resource} in ${namespace} by ${user} is at ${verdict.level}`,
        );
      }
    }
  },
  present,
};
