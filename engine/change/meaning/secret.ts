import type { Manifest } from '../../manifest.ts';
import { at, isRecord, records, text } from '../plain.ts';
import { itemOf, lastKey, type Field } from './field.ts';
import { inContainer } from './plain-told.ts';
import { few, shown } from './shown.ts';
import { data, meaning, told, type Concern, type Told } from './told.ts';

/** Which secrets are used and from where they come: names alone, and fingerprints of what a Secret holds. */
export const secret: Concern = {
  kind: 'secret',
  words: {
    secretStoreRef: { zh: '密钥库', en: 'secret store' },
    refreshInterval: { zh: '刷新间隔', en: 'refresh interval' },
    remoteRef: { zh: '读取的密钥', en: 'secret read' },
    target: { zh: '目标 Secret', en: 'target Secret' },
    provider: { zh: '密钥库', en: 'secret store' },
    imagePullSecrets: { zh: '拉取镜像的 Secret', en: 'pull secret' },
    env: { zh: '环境变量', en: 'variable' },
    volumes: { zh: '卷', en: 'volume' },
    authentication: { zh: '认证', en: 'authentication' },
  },
  tell: (fields) => fields.flatMap((field): readonly Told[] => tellData(field) ?? tellRemote(field) ?? tellVariable(field) ?? []),
  whole: (manifest) => {
    const names = namesIn(manifest);
    if (names.length === 0) return [];
    const { zh, en } = few(names);
    return [meaning('secret', `密钥：${zh}`, `secrets: ${en}`, { what: 'all', names: names.slice(0, 50) })];
  },
};

/** Keys of a Secret, or what an ExternalSecret reads. */
function namesIn(manifest: Manifest): readonly string[] {
  if (manifest.kind === 'Secret') return [...new Set(['data', 'stringData'].flatMap((key) => (isRecord(manifest[key]) ? Object.keys(manifest[key]) : [])))].sort();
  if (manifest.kind !== 'ExternalSecret') return [];
  return [...new Set(records(at(manifest, 'spec.data')).map((each) => remoteOf(each)))].sort();
}

const remoteOf = (value: unknown): string => [text(at(value, 'remoteRef.key')) ?? '', text(at(value, 'remoteRef.property'))].filter((part) => part !== undefined).join('#');

/** One key of a Secret: its value is a fingerprint. */
function tellData(field: Field): readonly Told[] | undefined {
  const { keys, before, after } = field;
  if (keys.length !== 2 || (keys[0] !== 'data' && keys[0] !== 'stringData') || isRecord(before) || isRecord(after)) return undefined;
  const key = keys[1]!;
  const [zh, en] = before === undefined ? [`：新增（${shown(after)}）`, ` added (${shown(after)})`] : after === undefined ? ['：删除', ' removed'] : [`：换了值（${shown(before)} -> ${shown(after)}）`, ` has another value (${shown(before)} -> ${shown(after)})`];
  return [told([field], 'secret', `密钥 ${key}${zh}`, `secret ${key}${en}`, data({ what: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed', field: field.field, key }))];
}

/** An entry of the vault that is read, or no longer. */
function tellRemote(field: Field): readonly Told[] | undefined {
  const key = itemOf(field, 'data');
  const { before, after } = field;
  if (key === undefined || field.keys.includes('template') || lastKey(field) !== 'data' || (before !== undefined && after !== undefined)) return undefined;
  const of = remoteOf(after ?? before);
  if (of === '') return undefined;
  const isNew = before === undefined;
  return [told([field], 'secret', `${isNew ? '读取' : '不再读取'}密钥 ${of}`, `${isNew ? 'reads' : 'no longer reads'} secret ${of}`, data({ what: isNew ? 'added' : 'removed', field: field.field, key, names: [of] }))];
}

/** A variable or volume that takes its value from a Secret. */
function tellVariable(field: Field): readonly Told[] | undefined {
  const variable = itemOf(field, 'env');
  const value = field.after ?? field.before;
  const reference = at(value, 'valueFrom.secretKeyRef');
  if (variable === undefined || !isRecord(reference) || (field.before !== undefined && field.after !== undefined)) return undefined;
  const of = `${shown(reference['name'])}#${shown(reference['key'])}`;
  const place = inContainer(field);
  const isNew = field.before === undefined;
  return [told([field], 'secret', `${place.zh}环境变量 ${variable} ${isNew ? '取自' : '不再取自'} Secret ${of}`, `${place.en}variable ${variable} ${isNew ? 'comes' : 'no longer comes'} from Secret ${of}`,
    data({ what: isNew ? 'added' : 'removed', field: field.field, names: [of] }))];
}
