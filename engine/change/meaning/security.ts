import type { FieldChange } from '../change.ts';
import { at, isRecord } from '../plain.ts';
import { inContainer, happened, nameOf } from './plain-told.ts';
import { itemOf, lastKey, type Field } from './field.ts';
import { shown } from './shown.ts';
import { data, told, type Concern, type Told } from './told.ts';

const WORDS = {
  allowPrivilegeEscalation: { zh: '允许提权', en: 'privilege escalation' },
  privileged: { zh: '特权', en: 'privileged' },
  readOnlyRootFilesystem: { zh: '根文件系统只读', en: 'read-only root file system' },
  runAsNonRoot: { zh: '必须非 root', en: 'must not run as root' },
  runAsUser: { zh: '运行用户', en: 'user' },
  runAsGroup: { zh: '运行组', en: 'group' },
  fsGroup: { zh: '文件组', en: 'group of files' },
  supplementalGroups: { zh: '附加组', en: 'supplemental groups' },
  seccompProfile: { zh: 'seccomp 配置', en: 'seccomp profile' },
  appArmorProfile: { zh: 'AppArmor 配置', en: 'AppArmor profile' },
  procMount: { zh: '/proc 挂载', en: '/proc mount' },
  hostNetwork: { zh: '使用主机网络', en: 'network of the host' },
  hostPID: { zh: '使用主机进程空间', en: 'processes of the host' },
  hostIPC: { zh: '使用主机 IPC', en: 'IPC of the host' },
  hostPath: { zh: '主机路径', en: 'path of the host' },
  hostPort: { zh: '主机端口', en: 'port of the host' },
  automountServiceAccountToken: { zh: '自动挂载令牌', en: 'token mounted' },
  shareProcessNamespace: { zh: '容器共享进程空间', en: 'processes shared between containers' },
  enableServiceLinks: { zh: '注入服务环境变量', en: 'variables of services' },
  runtimeClassName: { zh: '运行时', en: 'runtime class' },
  mtls: { zh: '双向 TLS', en: 'mutual TLS' },
  portLevelMtls: { zh: '端口的双向 TLS', en: 'mutual TLS of port' },
  securityContext: { zh: '安全上下文', en: 'security context' },
  podSecurityContext: { zh: 'Pod 安全上下文', en: 'security context of the pod' },
  content: { zh: '', en: '' },
} as const;

/** Words from the weakest to the strongest. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  allowPrivilegeEscalation: ['true', '-', 'false'], privileged: ['true', '-', 'false'], readOnlyRootFilesystem: ['-', 'false', 'true'], runAsNonRoot: ['-', 'false', 'true'],
  hostNetwork: ['true', '-', 'false'], hostPID: ['true', '-', 'false'], hostIPC: ['true', '-', 'false'], automountServiceAccountToken: ['true', '-', 'false'], shareProcessNamespace: ['true', '-', 'false'],
  hostPath: ['*', '-'], hostPort: ['*', '-'], mode: ['DISABLE', 'UNSET', 'PERMISSIVE', '-', 'STRICT'], type: ['Unconfined', '-', 'Localhost', 'RuntimeDefault'],
  'istio-injection': ['disabled', '-', 'enabled'], 'sidecar.istio.io/inject': ['false', '-', 'true'],
};
/** What is the same in force. */
const SAME: ReadonlySet<string> = new Set(['readOnlyRootFilesystem - false', 'runAsNonRoot - false', 'privileged - false', 'hostNetwork - false', 'hostPID - false', 'hostIPC - false', 'shareProcessNamespace - false']);
const LEVELS = ['privileged', 'baseline', 'restricted'];

/** Settings that harden as a whole. */
const WHOLE: ReadonlySet<string> = new Set(['securityContext', 'podSecurityContext', 'seccompProfile', 'appArmorProfile', 'mtls']);

type Way = 'weaker' | 'stronger' | 'other';

const WAYS: Readonly<Record<Way, readonly [zh: string, en: string]>> = { weaker: ['（变弱）', ' (weaker)'], stronger: ['（变强）', ' (stronger)'], other: ['', ''] };

/** Hardening: what pods may do on their node, Pod Security levels, the mesh; each with whether it became weaker. */
export const security: Concern = {
  kind: 'security',
  words: WORDS,
  tell: (fields) => fields.flatMap((field) => {
    const volume = hostVolumeOf(field);
    if (volume) return [volume];
    const way = wayOf(field);
    const [zhWay, enWay] = WAYS[way];
    const capability = capabilityOf(field);
    const name = capability ?? labelOf(field) ?? nameOf(field, WORDS);
    if (!capability && way === 'other' && (isRecord(field.before) || isRecord(field.after))) return [];
    const { zh, en } = capability ? { zh: '', en: '' } : happened(field);
    return [told([field], 'security', `${name.zh}${zh}${zhWay}`, `${name.en}${en}${enWay}`, data({
      what: capability ? 'capability' : lastKey(field), field: field.field, from: said(field.before), to: said(field.after), direction: way,
    }))];
  }),
};

/** A volume of the node's file system that came or went. */
function hostVolumeOf(field: Field): Told | undefined {
  const path = at(field.after ?? field.before, 'hostPath.path');
  if (path === undefined || (field.before !== undefined && field.after !== undefined)) return undefined;
  const isNew = field.before === undefined;
  const name = itemOf(field, 'volumes') ?? '-';
  return told([field], 'security', isNew ? `卷 ${name} 是主机路径 ${shown(path)}（变弱）` : `卷 ${name} 不再是主机路径 ${shown(path)}（变强）`, isNew ? `volume ${name} is the path ${shown(path)} of the host (weaker)` : `volume ${name}, the path ${shown(path)} of the host, is gone (stronger)`,
    data({ what: 'hostPath', field: field.field, [isNew ? 'to' : 'from']: shown(path), direction: isNew ? 'weaker' : 'stronger' }));
}

const said = (value: unknown): string | undefined => (value === undefined ? undefined : shown(value));

function wayOf(field: Field): Way {
  const key = lastKey(field);
  if (field.keys.includes('capabilities')) return capabilityWay(field);
  if (WHOLE.has(key) && (field.before === undefined || field.after === undefined)) return field.after === undefined ? 'weaker' : 'stronger';
  const level = /^pod-security\.kubernetes\.io\/(?:enforce|audit|warn)$/.test(key) ? LEVELS : undefined;
  const order = level ?? (Object.hasOwn(ORDERS, key) ? ORDERS[key] : undefined);
  if (!order || SAME.has([key, ...[rank(field.before), rank(field.after)].sort()].join(' '))) return 'other';
  const [from, to] = [place(order, field.before), place(order, field.after)];
  return from === to || (from < 0 && to < 0) ? 'other' : to < from ? 'weaker' : 'stronger';
}

const rank = (value: unknown): string => (value === undefined || value === null ? '-' : typeof value === 'object' ? '*' : String(value));

/** Of an order; what it does not name is `*`, and a Pod Security level that nobody set is the weakest. */
function place(order: readonly string[], value: unknown): number {
  const word = rank(value);
  const at = order.indexOf(word);
  return at >= 0 || word === '-' ? at : order.indexOf('*');
}

function capabilityWay({ keys, before, after }: Field): Way {
  const isAdd = keys.includes('add');
  if (!isAdd && !keys.includes('drop')) return 'other';
  if (before !== undefined && after !== undefined) return 'other';
  return isAdd === (before === undefined) ? 'weaker' : 'stronger';
}

function capabilityOf(field: Field): { readonly zh: string; readonly en: string } | undefined {
  const { keys, before, after } = field;
  const list = keys.indexOf('capabilities') < 0 ? undefined : keys.includes('add') ? 'add' : keys.includes('drop') ? 'drop' : undefined;
  if (list === undefined || (before !== undefined && after !== undefined)) return undefined;
  const value = shown(after ?? before);
  const place = inContainer(field);
  const isNew = before === undefined;
  return list === 'add'
    ? { zh: `${place.zh}${isNew ? '新增' : '收回'}权能 ${value}`, en: `${place.en}capability ${value} ${isNew ? 'added' : 'taken back'}` }
    : { zh: `${place.zh}权能 ${value} ${isNew ? '现被丢弃' : '不再丢弃'}`, en: `${place.en}capability ${value} ${isNew ? 'is dropped' : 'is no longer dropped'}` };
}

/** `Pod Security enforce` of a namespace. */
function labelOf(field: Pick<Field, 'keys'> & FieldChange): { readonly zh: string; readonly en: string } | undefined {
  const level = /^pod-security\.kubernetes\.io\/(.+)$/.exec(field.keys.at(-1) ?? '')?.[1];
  if (level !== undefined) return { zh: `Pod 安全级别 ${level}`, en: `Pod Security ${level}` };
  return /istio/.test(field.keys.at(-1) ?? '') ? { zh: `网格注入 ${field.keys.at(-1)!}`, en: `mesh injection ${field.keys.at(-1)!}` } : undefined;
}
