import type { Control } from '../../engine/policy/index.ts';
import { PLATFORM_TEAM } from './elsewhere.ts';

const PRACTICES = 'Upgrading and application security';

/** How the cluster stays healthy: chapter 5. */
export const upgradingControls = [
  { id: 'NSA-UPG-01', title: { zh: '及时打补丁，不用已废弃的 API 与组件', en: 'Patched in time, without retired APIs and components' }, section: PRACTICES, origin: 'guide', decided: 'estate', severity: 'high',
    rationale: { zh: '无人维护的部件不会再有补丁，移除的 API 会挡住升级', en: 'What nobody maintains gets no fix, and a removed API blocks the upgrade' },
    elsewhere: { zh: '平台团队：操作系统、运行时与集群的补丁窗口', en: 'platform team: patch windows of operating system, runtime and cluster' } },
  { id: 'NSA-UPG-02', title: { zh: '定期漏洞扫描与渗透测试', en: 'Regular vulnerability scans and penetration tests' }, section: PRACTICES, origin: 'guide', decided: 'process', severity: 'medium',
    rationale: { zh: '清单正确不代表运行中的系统没有缺口', en: 'Right manifests do not prove that the running system has no gap' },
    elsewhere: { zh: '安全运营团队：按年度等级测评与变更后进行', en: 'security operations: with the yearly classified-protection assessment and after large changes' } },
  { id: 'NSA-UPG-03', title: { zh: '清除不用的东西', en: 'What is unused is removed' }, section: PRACTICES, origin: 'guide', decided: 'estate', severity: 'low',
    rationale: { zh: '没人用的对象没人维护，却仍可被利用', en: 'Nobody looks after what nobody uses, but an intruder can use it' }, elsewhere: PLATFORM_TEAM },
  { id: 'NSA-UPG-04', title: { zh: '遵循 CIS 基准', en: 'The CIS benchmark is followed' }, section: PRACTICES, origin: 'guide', decided: 'cluster', severity: 'medium',
    rationale: { zh: '基准覆盖清单看不到的节点与组件', en: 'It covers nodes and components that manifests do not show' },
    elsewhere: { zh: '集群安装方：每次升级后在每个节点运行 kube-bench 并留存报告', en: 'cluster installer: kube-bench on every node after each upgrade, reports kept' } },
] as const satisfies readonly Control[];
