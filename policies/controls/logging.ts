import type { Control } from '../../engine/policy/index.ts';
import { INSTALLER, PLATFORM_TEAM } from './elsewhere.ts';

const AUDIT = 'Logging: audit logging';
const NODES_AND_CONTAINERS = 'Logging: nodes and containers';
const DETECTION = 'Logging: threat detection';

/** What is recorded, kept and watched: chapter 4. */
export const loggingControls = [
  { id: 'NSA-LOG-01', title: { zh: '启用审计日志', en: 'Audit logging is on' }, section: AUDIT, origin: 'guide', decided: 'file', severity: 'high',
    rationale: { zh: '默认不记录，事后无从追查', en: 'By default nothing is recorded that an inquiry could read' }, elsewhere: INSTALLER },
  { id: 'NSA-LOG-02', title: { zh: 'Secret 只记元数据', en: 'Secrets are logged as metadata only' }, section: AUDIT, origin: 'guide', decided: 'file', severity: 'high',
    rationale: { zh: '记录正文会把凭据写进日志', en: 'With bodies, the log holds the credentials' } },
  { id: 'NSA-LOG-03', title: { zh: '审计策略记录检测所需', en: 'The audit policy records what detection needs' }, section: AUDIT, origin: 'guide', decided: 'file', severity: 'medium',
    rationale: { zh: '未记录的事件无法告警', en: 'What is not recorded raises no alarm' } },
  { id: 'NSA-LOG-04', title: { zh: '日志加密送出集群，带本地缓冲', en: 'Logs leave the cluster encrypted, with a buffer on the node' }, section: NODES_AND_CONTAINERS, origin: 'guide', decided: 'estate', severity: 'medium',
    rationale: { zh: '入侵者会抹去只在本地的日志', en: 'An intruder wipes logs that are only here' },
    elsewhere: { zh: '日志平台：仅追加存储，保留期满足等保要求', en: 'log platform: append-only storage, kept as long as the regulation asks' } },
  { id: 'NSA-LOG-05', title: { zh: '各层都记录日志', en: 'Logs are taken at every layer' }, section: NODES_AND_CONTAINERS, origin: 'guide', decided: 'process', severity: 'medium',
    rationale: { zh: '攻击跨越主机、引擎、镜像仓库与 API', en: 'An attack crosses host, engine, registry and API' },
    elsewhere: { zh: '平台团队：主机、引擎、镜像仓库、API 与应用日志的采集清单', en: 'platform team: a list of log sources for host, engine, registry, API and applications' } },
  { id: 'NSA-LOG-06', title: { zh: '先以 seccomp 审计模式了解系统调用', en: 'Seccomp in audit mode first, to learn the system calls' }, section: NODES_AND_CONTAINERS, origin: 'guide', decided: 'file', severity: 'low',
    rationale: { zh: '只记录的配置用于学习，留在生产则什么也不挡', en: 'A profile that only logs teaches; left in production it stops nothing' }, elsewhere: PLATFORM_TEAM },
  { id: 'NSA-LOG-07', title: { zh: '对指南所列事项告警', en: 'There are alerts for the list of the guide' }, section: DETECTION, origin: 'guide', decided: 'estate', severity: 'medium',
    rationale: { zh: '没有告警的日志没有人看', en: 'Nobody reads logs that raise no alert' },
    elsewhere: { zh: '安全运营团队：对审计与主机日志告警（由 Pod 或节点身份创建 Pod、异常系统调用）', en: 'security operations: alerts on audit and host logs (pods created by pods or nodes, odd system calls)' } },
  { id: 'NSA-LOG-08', title: { zh: '集中分析、入侵检测与基线', en: 'Central analysis, intrusion detection and baselines' }, section: DETECTION, origin: 'guide', decided: 'process', severity: 'medium',
    rationale: { zh: '异常只有与常态相比才看得出', en: 'The odd shows only against the usual' },
    elsewhere: { zh: '安全运营团队：SIEM 与入侵检测接入，Pod 创建与变更时建立基线', en: 'security operations: SIEM and intrusion detection, a baseline taken when pods are made or changed' } },
  { id: 'NSA-LOG-09', title: { zh: '节点丢失或磁盘写满时日志仍在', en: 'Logs survive a lost node and a full disk' }, section: 'Logging: fault tolerance', origin: 'guide', decided: 'estate', severity: 'medium',
    rationale: { zh: '日志写满磁盘会同时失去服务与证据', en: 'Logs that fill a disk cost the service and the evidence' }, elsewhere: PLATFORM_TEAM },
  { id: 'NSA-LOG-10', title: { zh: '服务网格用于加密与流量日志', en: 'A service mesh for encryption and traffic logs' }, section: 'Logging: service meshes', origin: 'guide', decided: 'estate', severity: 'low',
    rationale: { zh: '网格能记录每次调用是谁发起的', en: 'A mesh records who made each call' }, elsewhere: PLATFORM_TEAM },
] as const satisfies readonly Control[];
