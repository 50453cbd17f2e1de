import { parseQuantity } from '../../quantity/index.ts';
import { nameOf, stepsOf } from '../field-path.ts';
import { fieldChanges } from '../fields.ts';
import { isRecord } from '../plain.ts';
import { containerOf, itemOf, restBehind, type Field } from './field.ts';
import { heapOf } from './heap.ts';
import { inContainer } from './plain-told.ts';
import { few, shown } from './shown.ts';
import { data, told, type Concern } from './told.ts';

/** Requests and limits, by container; the heap of a Java process. */
export const resources: Concern = {
  kind: 'resources',
  words: { jvmOptions: { zh: 'JVM 选项', en: 'JVM options' }, resizePolicy: { zh: '原地调整策略', en: 'resize policy' } },
  tell: (fields) => {
    const groups = new Map<string, Field[]>();
    for (const field of fields) {
      const at = /^(.*?\bresources?)(?=[.[]|$)/.exec(field.field)?.[1];
      if (at !== undefined) groups.set(at, [...(groups.get(at) ?? []), field]);
    }
    const heaps = fields.filter(({ keys }) => keys.includes('env'));
    return [
      ...[...groups].map(([at, group]) => tellGroup(at, group)),
      ...heaps.map((field) => {
        const [from, to] = [heapOf(field.before).join(' ') || '-', heapOf(field.after).join(' ') || '-'];
        const place = inContainer(field);
        return told([field], 'resources', `${place.zh}Java 堆 ${from} -> ${to}`, `${place.en}Java heap ${from} -> ${to}`, data({ what: 'heap', field: field.field, container: containerOf(field), variable: itemOf(field, 'env'), from, to }));
      }),
    ];
  },
};

const NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = { cpu: ['CPU', 'CPU'], memory: ['内存', 'memory'], 'ephemeral-storage': ['临时存储', 'ephemeral storage'] };
const BOUNDS: Readonly<Record<string, readonly [zh: string, en: string]>> = { requests: ['请求', 'request'], limits: ['上限', 'limit'] };

function tellGroup(at: string, fields: readonly Field[]) {
  const place = inContainer(fields[0]!);
  const rows = fields.flatMap((field) => amounts(field));
  const { zh, en } = few(rows);
  const where = place.en === '' ? { zh: `${at} `, en: `${at}: ` } : place;
  const changes = rows.map(({ bound, resource, from, to }) => `${bound}.${resource} ${from} -> ${to}`);
  return told(fields, 'resources', `${where.zh}${zh}`, `${where.en}${en}`, data({ what: 'amounts', field: at, container: containerOf(fields[0]!), changes: changes.slice(0, 50) }));
}

/** Each amount of a field, which may hold several when it came or went as a whole. */
function amounts(field: Field) {
  const key = field.keys.includes('resources') ? 'resources' : 'resource';
  const base = restBehind(field, key);
  const isMap = isRecord(field.before ?? field.after);
  const inner = fieldChanges(field.before ?? (isMap ? {} : undefined), field.after ?? (isMap ? {} : undefined));
  return inner.map(({ field: rest, before, after }) => {
    const path = [...base, ...stepsOf(rest)].map(nameOf);
    const [bound, resource] = path.length > 1 ? [path[0]!, path.slice(1).join('.')] : ['', path[0] ?? ''];
    const [zhOf, enOf] = NAMES[resource] ?? [resource, resource];
    const [zhBound, enBound] = BOUNDS[bound] ?? (bound === '' && resource === '' ? ['资源', 'resources'] : [bound, bound]);
    const [from, to] = [shown(before), shown(after)];
    const [zhSame, enSame] = isSame(before, after) ? ['（数量相同，写法不同）', ' (the same, written differently)'] : ['', ''];
    const name = { zh: `${zhOf}${/[\w)]$/.test(zhOf) ? ' ' : ''}${zhBound}`, en: [enOf, enBound].filter((part) => part !== '').join(' ') };
    const text = before === undefined ? { zh: `${name.zh}设为 ${to}`, en: `${name.en} set to ${to}` } : after === undefined ? { zh: `取消${name.zh}（原为 ${from}）`, en: `${name.en} removed (was ${from})` } : { zh: `${name.zh} ${from} -> ${to}${zhSame}`, en: `${name.en} ${from} -> ${to}${enSame}` };
    return { bound, resource, from, to, ...text };
  });
}

function isSame(before: unknown, after: unknown): boolean {
  const [from, to] = [before, after].map((each) => (typeof each === 'string' || typeof each === 'number' ? parseQuantity(each) : undefined));
  return from !== undefined && from === to;
}
