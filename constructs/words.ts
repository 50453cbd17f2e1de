/** Closed lists of the domain. Each is a literal union with its row of facts; all rows come from the national architecture's words. */
import type { Text } from '../engine/problem/index.ts';

export type Edition = 'opensource' | 'alibaba' | 'tencent';

export const EDITIONS: Readonly<Record<Edition, Text & { readonly springProfile: string }>> = {
  opensource: { zh: '开源版', en: 'Open source', springProfile: 'generic' },
  alibaba: { zh: '阿里云版', en: 'Alibaba', springProfile: 'ali' },
  tencent: { zh: '腾讯云版', en: 'Tencent', springProfile: 'tencent' },
};

export type ZoneId = 'core' | 'public';

export const ZONES: Readonly<Record<ZoneId, Text & { readonly prefix: string }>> = {
  core: { zh: '核心业务区', en: 'Core business zone', prefix: 'core' },
  public: { zh: '公共服务区', en: 'Public service zone', prefix: 'pub' },
};

/** Levels of 医保一张图, the one map of medical insurance. */
export type Layer =
  | 'L1-infrastructure' | 'L2-cloud-support' | 'L3-data-platform' | 'L4-app-framework'
  | 'L5-business-middle' | 'L6-subsystem' | 'L7-access' | 'L8-channel';

export const LAYERS: Readonly<Record<Layer, Text>> = {
  'L1-infrastructure': { zh: '基础设施层', en: 'Infrastructure' },
  'L2-cloud-support': { zh: '云支撑服务层', en: 'Cloud support services' },
  'L3-data-platform': { zh: '数据中台', en: 'Data middle platform' },
  'L4-app-framework': { zh: '应用框架层(HSAF)', en: 'HSAF application framework' },
  'L5-business-middle': { zh: '业务中台', en: 'Business middle platform' },
  'L6-subsystem': { zh: '业务子系统层', en: 'Business subsystems' },
  'L7-access': { zh: '服务网关/接入层', en: 'Service gateways and access' },
  'L8-channel': { zh: '渠道/展现层', en: 'Channels' },
};

/** How far a city may change what the nation delivers. */
export type ConstraintLevel = 'strong' | 'base' | 'weak';

export const CONSTRAINT_LEVELS: Readonly<Record<ConstraintLevel, Text & {
  /** The image must name the delivered artefact's sha256. */
  readonly artefactChecksum: boolean;
  /** Local artefacts (`-local`, area code) are refused. */
  readonly noLocalPatch: boolean;
}>> = {
  strong: { zh: '强约束', en: 'Strong constraint', artefactChecksum: true, noLocalPatch: true },
  base: { zh: '基础约束', en: 'Base constraint', artefactChecksum: true, noLocalPatch: false },
  weak: { zh: '弱约束', en: 'Weak constraint', artefactChecksum: false, noLocalPatch: false },
};

export type Sensitivity = 'public' | 'internal' | 'personal' | 'sensitive' | 'secret';

export const SENSITIVITIES: Readonly<Record<Sensitivity, Text & {
  readonly encryptAtRest: boolean;
  readonly auditLog: boolean;
  readonly maskLogs: boolean;
  /** Leaves the platform only through a service of kind gateway. */
  readonly noEgress: boolean;
  /** Configuration of the service is stored as a Secret, never as a ConfigMap. */
  readonly secretsOnly: boolean;
}>> = {
  public: { zh: '公开', en: 'Public', encryptAtRest: false, auditLog: false, maskLogs: false, noEgress: false, secretsOnly: false },
  internal: { zh: '内部', en: 'Internal', encryptAtRest: false, auditLog: true, maskLogs: false, noEgress: false, secretsOnly: false },
  personal: { zh: '个人信息', en: 'Personal', encryptAtRest: true, auditLog: true, maskLogs: true, noEgress: false, secretsOnly: false },
  sensitive: { zh: '敏感个人信息', en: 'Sensitive personal', encryptAtRest: true, auditLog: true, maskLogs: true, noEgress: true, secretsOnly: false },
  secret: { zh: '密钥/凭据', en: 'Keys and credentials', encryptAtRest: true, auditLog: true, maskLogs: true, noEgress: true, secretsOnly: true },
};

export type AppClass = 'public-service' | 'agency-management' | 'intelligent-monitoring' | 'macro-decision';

export const APP_CLASSES: Readonly<Record<AppClass, Text>> = {
  'public-service': { zh: '公共服务类', en: 'Public service' },
  'agency-management': { zh: '经办管理类', en: 'Agency management' },
  'intelligent-monitoring': { zh: '智能监控类', en: 'Intelligent monitoring' },
  'macro-decision': { zh: '宏观决策类', en: 'Macro decision' },
};

export interface Resources {
  /** Kubernetes quantities. */
  readonly cpu: string;
  readonly memory: string;
}

export type SizeClass = 'XS' | 'S' | 'M' | 'L' | 'XL' | 'XXL';

/** Requests, limits and JVM heap by size; the heap leaves a quarter and more of the limit to metaspace, threads and buffers. */
export const SIZE_CLASSES: Readonly<Record<SizeClass, { readonly requests: Resources; readonly limits: Resources; readonly heap?: string }>> = {
  XS: { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
  S: { requests: { cpu: '250m', memory: '768Mi' }, limits: { cpu: '1', memory: '1Gi' }, heap: '512m' },
  M: { requests: { cpu: '500m', memory: '1536Mi' }, limits: { cpu: '2', memory: '2Gi' }, heap: '1g' },
  L: { requests: { cpu: '1', memory: '3Gi' }, limits: { cpu: '4', memory: '4Gi' }, heap: '2g' },
  XL: { requests: { cpu: '2', memory: '6Gi' }, limits: { cpu: '6', memory: '8Gi' }, heap: '4g' },
  XXL: { requests: { cpu: '4', memory: '12Gi' }, limits: { cpu: '8', memory: '16Gi' }, heap: '8g' },
};

/** A vendor slot of the national tender (a name, not a company), or the platform team. */
export type TenantId = 'platform' | `vendor-0${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;

export type ExternalNetwork = 'medins-net' | 'internet' | 'gov-net' | 'nhsa-net';
