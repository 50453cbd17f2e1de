import { MEANINGS, type ChangeReport, type JudgedChange, type Meaning, type Reason, type Risk } from '../../../../engine/change/index.ts';

/** A name that means harm in HTML, Markdown, YAML, a terminal and a code host. */
export const HOSTILE = '</code></details><script>alert("1")</script> | [x](javascript:1) ![y](http://z.example/a.png) `y` ``` ~~~ @everyone #12 !34 $5 %6 &7 ~bug https://e.example www.e.example a@b.example :smile: --> <!-- \u001b[31m \u202e\u2066 \u0000 \ud800 \n/close\n# head\n---\n- [ ] 医保 👨‍👩‍👧';

const reason = (rule: string, risk: Risk, en: string, zh = en): Reason => ({ rule, risk, zh, en });
export const meaning = (en: string, zh = en, change: Partial<Meaning> = {}): Meaning => ({ kind: 'image', zh, en, ...change });

/** An image bump of one service of Linyi, unless said otherwise. */
export function change(name = 'hsa-mbs', more: Partial<JudgedChange> & { readonly kind?: string; readonly namespace?: string } = {}): JudgedChange {
  const { kind = 'Deployment', namespace = 'core-mbs', ...rest } = more;
  return {
    class: 'changed', environment: 'linyi', zone: 'core', application: 'core-mbs', file: `core/core-mbs/${kind.toLowerCase()}.${name}.yaml`, path: `linyi/core/mbs/${name}`, source: 'apps/medical-insurance/mbs.ts',
    object: { apiVersion: 'apps/v1', kind, namespace, name },
    fields: [{ field: 'spec.template.spec.containers[app].image', before: `registry.linyi.example/champ/${name}:V1.2.3@sha256:${'a1'.repeat(32)}`, after: `registry.linyi.example/champ/${name}:V1.2.4@sha256:${'b2'.repeat(32)}` }],
    risk: 'low', reasons: [reason('RISK-02', 'low', 'one image of a service', '一个服务的一个镜像')], meanings: [meaning(`image ${name} V1.2.3 -> V1.2.4`, `镜像 ${name} V1.2.3 -> V1.2.4`)],
    services: [name], owners: ['vendor-08'], also: [],
    ...rest,
  };
}

export const emptyReport: ChangeReport = {
  version: 1, base: { label: 'main (1a2b3c4d5e6f)', commit: '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d' }, head: { label: 'work tree' }, risk: 'low', changes: [], guards: [], restarts: [], paths: [],
  exposure: { opened: [], closed: [] }, access: { gained: [], lost: [] }, findings: { appeared: [], gone: [] }, waivers: { added: [], removed: [], expired: [] }, capacity: [], owners: [], windows: [], notes: [],
};

const flow = (from: string, to: string, ports: string, acrossGap = false) => ({ environment: 'linyi', zone: 'core', from, to, ports, acrossGap });

export const richReport: ChangeReport = {
  ...emptyReport, risk: 'blocked',
  changes: [
    change('hsa-mbs', { risk: 'medium', reasons: [reason('RISK-05', 'medium', 'image of a service on a critical path', '关键链路上的服务更换镜像')], also: [{ environment: 'linyi', zone: 'public', application: 'pub-mbs', namespace: 'pub-mbs', name: 'hsa-mbs' }] }),
    change('hsa-mbs-config', { kind: 'ConfigMap', fields: [{ field: 'data.application.yml', before: 'server:\n  port: 9051\n  threads: 200\npool: 10\n', after: 'server:\n  port: 9051\n  threads: 400\npool: 20\n' }], meanings: [meaning('config application.yml: server.threads 200 -> 400, pool 10 -> 20', '配置 application.yml：server.threads 200 -> 400，pool 10 -> 20', { kind: 'config', data: { file: 'application.yml', keys: ['server.threads', 'pool'] } })] }),
    change('hsa-tps', { class: 'created', application: 'core-tps', namespace: 'core-tps', fields: [], meanings: [meaning('new service hsa-tps V1.0.0', '新服务 hsa-tps V1.0.0')] }),
    change('hsa-tps', { kind: 'Service', class: 'created', application: 'core-tps', namespace: 'core-tps', fields: [], meanings: [] }),
    change('hsa-tps-sa', { kind: 'ServiceAccount', class: 'created', application: 'core-tps', namespace: 'core-tps', fields: [], meanings: [] }),
    change('hsa-ims2', { class: 'renamed', application: 'core-ims', namespace: 'core-ims', from: { application: 'core-ims', name: 'hsa-ims', file: 'core/core-ims/deployment.hsa-ims.yaml' } }),
    change('hsa-gw', { class: 'moved', application: 'core-gw', namespace: 'core-gw', from: { application: 'core-ims', name: 'hsa-gw', file: 'core/core-ims/deployment.hsa-gw.yaml' } }),
    change('mq', { kind: 'StatefulSet', class: 'replaced', risk: 'blocked', application: 'core-mw-mq', namespace: 'core-mw-mq', fields: [{ field: 'spec.serviceName', before: 'mq', after: 'mq-headless' }], reasons: [reason('RISK-20', 'blocked', 'a stateful object is replaced', '有状态对象被重建')], meanings: [meaning('the StatefulSet is deleted and made anew', '该 StatefulSet 将被删除后重建', { kind: 'storage' })] }),
    change('old-job', { kind: 'CronJob', class: 'deleted', risk: 'high', fields: [], meanings: [], reasons: [reason('RISK-11', 'high', 'an object is deleted', '删除对象')] }),
  ],
  guards: [
    {
      guard: 'CHG-03', target: 'StatefulSet/core-mw-mq/mq', environment: 'linyi', state: 'blocked', zh: '重建有状态对象 mq，其数据卷会失去归属', en: 'replaces the stateful object mq, whose volumes lose their owner',
      fix: { zh: '- id: APR-1\n  guard: CHG-03\n  target: StatefulSet/core-mw-mq/mq\n  reason: <为什么>', en: '- id: APR-1\n  guard: CHG-03\n  target: StatefulSet/core-mw-mq/mq\n  reason: <why>' },
    },
    { guard: 'CHG-09', target: 'linyi', environment: 'linyi', state: 'blocked', zh: '变更冻结期', en: 'a freeze is in force', fix: { zh: '等到 2027-01-01，或写明例外', en: 'wait until 2027-01-01, or write an override' } },
    { guard: 'CHG-01', target: 'CronJob/core-mbs/old-job', environment: 'linyi', state: 'approved', approval: 'APR-7', zh: '删除 old-job', en: 'deletes old-job', fix: { zh: '-', en: '-' } },
  ],
  restarts: [
    { environment: 'linyi', zone: 'core', object: 'Deployment core-mbs/hsa-mbs', service: 'hsa-mbs', pods: 4, wave: 10, strategy: { zh: '滚动更新，多起 1 个', en: 'rolling update, 1 more at a time' }, because: ['image', 'config hsa-mbs/application.yml'] },
    { environment: 'linyi', zone: 'core', object: 'StatefulSet core-mw-mq/mq', pods: 3, wave: 0, strategy: { zh: '逐个', en: 'one by one' }, stalls: { zh: 'PodDisruptionBudget 不允许离开', en: 'its PodDisruptionBudget lets none go' }, because: ['spec.serviceName'] },
  ],
  paths: [{ id: 'networked-settlement', zh: '联网结算', en: 'networked settlement', critical: true, services: ['hsa-mbs', 'hsa-tps'], environments: ['linyi'] }, { id: 'price-publication', zh: '价格公示', en: 'price publication', critical: false, services: ['hsa-tps'], environments: ['linyi', 'dev'] }],
  exposure: { opened: [flow('hsa-mbs', 'mysql', '3306'), flow('hsa-tps', 'ministry', '443', true)], closed: [flow('hsa-ims', 'redis', '6379')] },
  access: { gained: [{ environment: 'linyi', zone: 'core', subject: 'operator', what: 'pods/exec: create in core-mbs' }], lost: [{ environment: 'linyi', zone: 'core', subject: 'auditor', what: 'secrets: list in core-mbs' }] },
  findings: {
    appeared: [{ environment: 'linyi', rule: 'NSA-POD-08', severity: 'critical', object: 'Deployment core-tps/hsa-tps', field: 'spec.template.spec.containers[0].securityContext.privileged', message: { zh: '容器 app 是特权容器', en: 'container app is privileged' } }],
    gone: [{ environment: 'linyi', rule: 'NSA-POD-15', severity: 'medium', object: 'CronJob core-mbs/old-job', field: '', message: { zh: '未去除 ALL', en: 'ALL is not dropped' } }],
  },
  waivers: { added: ['W-010'], removed: ['W-002'], expired: ['W-003'] },
  capacity: [{ environment: 'linyi', zone: 'core', moment: 'rest', resource: 'cpu', before: 0.78, after: 0.83 }, { environment: 'linyi', zone: 'core', moment: 'most', resource: 'memory', before: 0.991, after: 1.02 }],
  owners: [{ tenant: 'vendor-08', because: ['apps/medical-insurance/mbs.ts'] }, { tenant: 'platform', because: ['hsa-tps calls hsa-mbs'] }],
  windows: [{ environment: 'linyi', schedule: '0 8 * * 1-5', duration: '10h', applications: ['core-mbs', 'core-tps'] }],
  notes: [{ zh: '基线没有模型，未比较容量', en: 'the base has no model: capacity is not compared' }],
};

/** Keys whose values are of a fixed list, or numbers. */
const ENUMS = new Set(['risk', 'class', 'state', 'moment', 'resource', 'severity', 'before', 'after']);
const KINDS: ReadonlySet<string> = new Set(MEANINGS);

/** Every value that a configuration can bring is hostile. */
export const hostileReport: ChangeReport = hostile(richReport) as ChangeReport;

function hostile(value: unknown, key = '', inFields = false): unknown {
  if (Array.isArray(value)) return value.map((each) => hostile(each, key, inFields || key === 'fields'));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, hostile(each, name, inFields)]));
  if (typeof value !== 'string' || (!inFields && (ENUMS.has(key) || (key === 'kind' && KINDS.has(value))))) return value;
  return `${HOSTILE} ${value} ${HOSTILE}`;
}

/** As many changes as asked for, over 60 applications: some alike, most not. */
export function hugeReport(count: number, text = 'value'): ChangeReport {
  const changes = Array.from({ length: count }, (_, index) => change(`svc-${index}`, {
    application: `core-app${index % 60}`, namespace: `core-app${index % 60}`, risk: index % 9 === 0 ? 'medium' : 'low',
    ...(index % 2 === 0 ? { fields: [{ field: `spec.f${index}`, before: index, after: `${text} ${index}` }], meanings: [meaning(`field f${index} changes: ${text}`)] } : {}),
  }));
  return {
    ...richReport, risk: 'medium', changes,
    guards: changes.slice(0, Math.ceil(count / 10)).map(({ object }, index) => ({ ...richReport.guards[0]!, target: `Deployment/${object.name}`, ...(index % 2 === 0 ? { zh: `失去 ${object.name}`, en: `loses ${object.name}` } : {}) })),
    restarts: changes.map(({ object: { name } }, index) => ({ ...richReport.restarts[index % 2]!, object: `Deployment ${name}`, service: name, because: [`config ${name}/${text}`] })),
    exposure: { opened: changes.map(({ object: { name } }) => flow(name, `${name}-db`, '3306')), closed: [] },
    access: { gained: changes.map(({ object: { name } }) => ({ environment: 'linyi', zone: 'core', subject: name, what: `${text} of ${name}` })), lost: [] },
    findings: { appeared: changes.map(({ object: { name } }) => ({ ...richReport.findings.appeared[0]!, object: name })), gone: [] },
  };
}
