import { at, isRecord, records, text, texts, type Plain } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { documents, wrong, type Document } from './documents.ts';
import { findFlags, hasFlags, rows, SET } from './flag-rows.ts';
import { CONFIG } from './groups.ts';

const FLAGS = rows('kube-apiserver', { 'encryption-provider-config': SET });
const KEYED = ['secretbox', 'aescbc', 'aesgcm'] as const;
/** Wildcards that include the core group. */
const ALL = new Set(['secrets', '*.', '*.*']);

const configurations = (estate: PolicyEstate): readonly Document[] => documents(estate, CONFIG, 'EncryptionConfiguration');

function* judged(document: Document): Iterable<Discovery> {
  const rowsOf = records(document.content['resources']);
  // the first row that names a resource decides
  const index = rowsOf.findIndex((row) => texts(row['resources']).some((resource) => ALL.has(resource)));
  const row = rowsOf[index];
  if (row === undefined) {
    yield wrong(document, 'resources', '没有一行包含 secrets', 'no row has secrets');
    return;
  }
  const field = `resources[${index}].providers`;
  const first = records(row['providers'])[0];
  if (first === undefined || 'identity' in first) yield wrong(document, `${field}[0]`, '新的 Secret 以明文落盘：第一个提供者决定写法', 'new Secrets are stored in the clear: the first provider is the one that writes');
  else if ('kms' in first && at(first, 'kms', 'apiVersion') !== 'v2') yield wrong(document, `${field}[0].kms.apiVersion`, 'KMS v1 已停用', 'KMS v1 is retired');
  else if ('aesgcm' in first) yield wrong(document, `${field}[0].aesgcm`, 'aesgcm 的密钥不会自动轮换', 'keys of aesgcm are not rotated by themselves');
  else if (!['kms', 'secretbox', 'aescbc'].some((name) => name in first)) yield wrong(document, `${field}[0]`, '未知的提供者', 'an unknown provider');
  for (const [at, provider] of records(row['providers']).entries()) yield* inlineKeys(document, provider, `${field}[${at}]`);
}

/** A key that stands in the file is in the repository with it; a placeholder for the installer is none. */
function* inlineKeys(document: Document, provider: Plain, field: string): Iterable<Discovery> {
  for (const name of KEYED) {
    const keys = records(at(isRecord(provider[name]) ? provider : {}, name, 'keys'));
    for (const [index, key] of keys.entries()) {
      if (/^[A-Za-z0-9+/]{20,}={0,2}$/.test((text(key['secret']) ?? '').trim())) yield wrong(document, `${field}.${name}.keys[${index}].secret`, '密钥写在文件里', 'the key stands in the file');
    }
  }
}

/** What etcd holds of Secrets is encrypted, by a key that is not beside it. */
export const encryption: EstateRule = {
  id: 'NSA-NET-24',
  fix: {
    zh: 'EncryptionConfiguration：含 secrets 的第一行以 kms（apiVersion: v2）为第一个提供者，identity 只放最后；kube-apiserver 设 encryption-provider-config',
    en: 'EncryptionConfiguration: in the first row with secrets, make kms (apiVersion: v2) the first provider and keep identity for the end; set encryption-provider-config of kube-apiserver',
  },
  *find(estate) {
    yield* findFlags(estate, FLAGS);
    for (const document of configurations(estate)) yield* judged(document);
  },
  present: (estate) => hasFlags('kube-apiserver')(estate) || configurations(estate).length > 0,
};
