import { CONTROLS } from '../../../policies/index.ts';
import { problem } from '../../../engine/problem/index.ts';
import type { CheckReport, CoverageRow, ReportFinding } from '../../../engine/report/index.ts';
import type { Waiver, WaiverState, WaiverUse } from '../../../engine/waivers/index.ts';

/** A name that means harm in HTML, XML, Markdown and a terminal. */
export const HOSTILE = '<script>alert("1")</script> | [x](javascript:1) `y` @everyone & \u001b[31m \u202e \u0000 \ud800';

const fix = { zh: '设置 securityContext.privileged: false', en: 'set securityContext.privileged to false' };

export const finding = (change: Partial<ReportFinding> = {}): ReportFinding => ({
  rule: 'NSA-POD-08', severity: 'critical', object: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'core-mbs', name: 'hsa-mbs' }, zone: 'core',
  container: 'app', field: 'spec.template.spec.containers[0].securityContext.privileged', message: { zh: '容器 app 是特权容器', en: 'container app is privileged' }, fix,
  file: 'dist/linyi/core/core-mbs/deployment.hsa-mbs.yaml', line: 34, column: 9, construct: 'linyi/core/mbs/hsa-mbs', source: 'apps/medical-insurance/mbs.ts:42',
  ...change,
});

export const waiver = (id: string, state: WaiverState, change: Partial<Waiver> = {}): WaiverUse => ({
  waiver: {
    id, rule: 'NSA-POD-12', target: { kind: 'DaemonSet', namespace: 'core-agents', name: 'fluent-bit', container: 'varlog', field: 'hostPath', path: '/var/log' },
    reason: '日志采集需读取节点日志 (reads node logs)', owner: '平台组', ticket: 'SEC-101', expires: '2027-06-30', where: 'environments/linyi/waivers.yaml:3:5', ...change,
  },
  uses: state === 'unused' ? 0 : 1, state,
});

const coverage = (change: Readonly<Record<string, Partial<CoverageRow>>>): readonly CoverageRow[] => CONTROLS.map((control) => {
  const outside = control.decided === 'cluster' || control.decided === 'process';
  const status = outside ? 'elsewhere' : control.elsewhere ? 'partly' : 'passed';
  return { ...control, status, findings: 0, waived: 0, admission: control.decided === 'object', ...change[control.id] };
});

export const emptyReport: CheckReport = {
  profile: 'nsa-cisa', kubernetes: '1.36', date: '2027-06-10', inputs: ['empty'], objects: 0, pods: 0, containers: 0,
  findings: [], waived: [], waivers: [], coverage: CONTROLS.map((control) => ({ ...control, status: 'absent', findings: 0, waived: 0, admission: false })), notJudged: [], problems: [],
};

export const cleanReport: CheckReport = { ...emptyReport, inputs: ['linyi'], objects: 2_500, pods: 310, containers: 640, coverage: coverage({}) };

const waivedFinding = finding({
  rule: 'NSA-POD-12', severity: 'high', object: { apiVersion: 'apps/v1', kind: 'DaemonSet', namespace: 'core-agents', name: 'fluent-bit' }, container: 'varlog',
  field: 'spec.template.spec.volumes[0].hostPath', message: { zh: '卷 varlog 访问宿主目录', en: 'volume varlog reaches the host' }, waiver: 'W-001', file: 'dist/linyi/core/core-agents/daemonset.fluent-bit.yaml', line: 12, column: 7,
});

export const richReport: CheckReport = {
  ...cleanReport, inputs: ['linyi', 'vendor/医保'], commit: '6aa2240c7d5e', kubernetes: '1.34',
  findings: [
    finding(),
    finding({ container: 'sidecar', field: 'spec.template.spec.containers[1].securityContext.privileged', line: 60, message: { zh: '容器 sidecar 是特权容器', en: 'container sidecar is privileged' } }),
    finding({ object: { apiVersion: 'v1', kind: 'Pod', namespace: '', name: HOSTILE }, zone: 'public', container: HOSTILE, message: { zh: `容器 ${HOSTILE}`, en: `container ${HOSTILE}` }, file: `vendor/医保/${HOSTILE}.yaml`, construct: undefined, source: undefined }),
    finding({
      rule: 'NSA-NET-02', severity: 'high', object: { apiVersion: 'v1', kind: 'Namespace', namespace: '', name: 'core-mbs' }, container: undefined, field: '',
      message: CONTROLS.find(({ id }) => id === 'NSA-NET-02')!.title, fix: { zh: '添加默认拒绝入站的 NetworkPolicy', en: 'add a NetworkPolicy that denies ingress by default' }, line: 1, column: 1,
    }),
    finding({ rule: 'NSA-POD-15', severity: 'medium', field: 'spec.template.spec.containers[0].securityContext.capabilities.drop', message: { zh: '未去除 ALL', en: 'ALL is not dropped' }, fix: { zh: 'drop: [ALL]', en: 'drop: [ALL]' } }),
    finding({ rule: 'NSA-POD-05', severity: 'low', container: undefined, field: 'spec.template.spec.hostUsers', message: { zh: '未用用户命名空间', en: 'no user namespace' }, fix: { zh: 'hostUsers: false', en: 'hostUsers: false' } }),
  ],
  waived: [waivedFinding],
  waivers: [
    waiver('W-001', 'ending'), waiver('W-002', 'used', { expires: '2027-12-31', rule: 'NSA-POD-11' }),
    waiver('W-003', 'expired', { expires: '2027-06-01', reason: HOSTILE, owner: HOSTILE }), waiver('W-004', 'unused', { rule: 'NSA-POD-13' }), waiver('W-005', 'tooWide', { target: { kind: 'DaemonSet', name: 'fluent-bit' } }),
  ],
  coverage: coverage({
    'NSA-POD-08': { status: 'failed', findings: 3 }, 'NSA-NET-02': { status: 'failed', findings: 1 }, 'NSA-POD-15': { status: 'failed', findings: 1 }, 'NSA-POD-05': { status: 'failed', findings: 1 },
    'NSA-POD-12': { status: 'waived', waived: 1 }, 'NSA-POD-33': { status: 'absent' },
  }),
  notJudged: [{ what: 'Helm chart strimzi-kafka-operator 0.48.0', zone: 'core', file: 'dist/linyi/core/argocd/application.strimzi.yaml', why: { zh: '离线无法渲染的图表', en: 'a chart that cannot be rendered offline' } }],
  problems: [problem('CHAMP5001', 'vendor/broken.yaml:3:1', { value: HOSTILE }), problem('CHAMP5002', 'vendor/unreadable', { value: 'x' })],
};

/** As many findings as asked for, over 40 rules and many objects. */
export function hugeReport(count: number): CheckReport {
  const ids = CONTROLS.slice(0, 40).map(({ id }) => id);
  const findings = Array.from({ length: count }, (_, index) => finding({
    rule: ids[Math.floor((index * ids.length) / count)]!, object: { apiVersion: 'v1', kind: 'Pod', namespace: `ns-${index % 50}`, name: `pod-${index % 5_000}` }, line: index + 1,
  }));
  return { ...cleanReport, findings, coverage: coverage(Object.fromEntries(ids.map((id) => [id, { status: 'failed', findings: count / ids.length }]))) };
}
