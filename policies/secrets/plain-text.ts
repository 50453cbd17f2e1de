import { isRecord, record } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateFile, EstateObject, EstateRule, Failure, PolicyEstate } from '../../engine/policy/index.ts';
import type { Text } from '../../engine/problem/index.ts';
import { CREDENTIAL_NAMES, credentialsIn, isSecretMaterial, visitStrings, type CredentialKind } from '../../engine/secrets/index.ts';

interface Place {
  readonly at: EstateObject | EstateFile;
  readonly field: string;
  readonly kind: CredentialKind;
  readonly message: Text;
}

/** Both rules read every string of the estate: it is done once. */
const known = new WeakMap<PolicyEstate, readonly Place[]>();

/** Texts without a credential, of all estates: zones say the same in many places. */
const clean = new Set<string>();
const MOST_CLEAN = 100_000;

function placesOf(estate: PolicyEstate): readonly Place[] {
  let places = known.get(estate);
  if (!places) {
    if (clean.size > MOST_CLEAN) clean.clear();
    places = [...estate.objects, ...estate.files].flatMap((at) => inAny(at, estate.failures));
    known.set(estate, places);
  }
  return places;
}

/** One text that cannot be searched leaves the others of its object, and one object the others. */
function inAny(at: EstateObject | EstateFile, failures: Failure[]): readonly Place[] {
  const failed: Failed = (error, field) => failures.push({ at, field, error });
  try {
    return 'manifest' in at ? inObject(at, failed) : inFile(at, failed);
  } catch (error) {
    failed(error, '');
    return [];
  }
}

type Failed = NonNullable<Parameters<typeof visitStrings>[3]>;

function inObject(object: EstateObject, failed: Failed): readonly Place[] {
  const { manifest } = object;
  const places = search(object, manifest, failed, isSecretMaterial(manifest));
  if (!isRecord(manifest) || manifest.kind !== 'Secret') return places;
  // a Secret may hold credentials where it may be at all, but never those of an administrator
  const inside = search(object, { data: decoded(manifest['data']), stringData: manifest['stringData'] }, failed);
  return [...places, ...inside.filter(({ kind }) => kind === 'kubeconfig')];
}

const decoded = (data: unknown): unknown => Object.fromEntries(Object.entries(record(data)).map(([key, value]) => [key, typeof value === 'string' ? Buffer.from(value, 'base64').toString('utf8') : value]));

/** A kubeconfig in the repository is one, whatever the field in it. */
function inFile(file: EstateFile, failed: Failed): readonly Place[] {
  const content = record(file.content);
  const isKubeconfig = content['kind'] === 'Config' && content['apiVersion'] === 'v1';
  return search(file, file.content, failed).map((place) => (isKubeconfig ? { ...place, kind: 'kubeconfig' } : place));
}

function search(at: EstateObject | EstateFile, root: unknown, failed: Failed, isSkipped?: Parameters<typeof visitStrings>[2]): readonly Place[] {
  const places: Place[] = [];
  const lists = new Set<string>();
  visitStrings(root, (text, key, fieldOf) => {
    const found = credentialsIn(text, { key, clean });
    if (found.length === 0) return;
    for (const { kind, start, key: inner } of found) {
      const field = fieldOf();
      // a command line is judged word by word before it is judged as a whole
      if (lists.has(field)) continue;
      if (field.endsWith(']')) lists.add(field.replace(/\[\d+\]$/, ''));
      places.push({ at, field, kind, message: messageOf(text, inner ?? key, kind, start) });
    }
  }, isSkipped, failed);
  return places;
}

/** Says where and of what kind, never the value. */
function messageOf(text: string, key: string, kind: CredentialKind, start: number): Text {
  const line = text.includes('\n') ? lineAt(text, start) : 0;
  const name = key.replace(/\s+/g, ' ').slice(0, 80);
  const { zh, en } = CREDENTIAL_NAMES[kind];
  return {
    zh: `明文：${zh}（${name}${line > 0 ? `，文本第 ${line} 行` : ''}）`,
    en: `${en} in plain text (${name}${line > 0 ? `, line ${line} of the text` : ''})`,
  };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function rule(id: string, fix: Text, isIts: (kind: CredentialKind) => boolean): EstateRule {
  return {
    id, fix,
    find: (estate) => placesOf(estate).filter(({ kind }) => isIts(kind)).map(({ at, field, message }): Discovery => ({ at, field, message })),
  };
}

/** Credentials of administrators and of anybody else, wherever a string can stand. */
export const plainTextRules: readonly EstateRule[] = [
  rule('NSA-NET-21', {
    zh: '从仓库与清单中删去 kubeconfig，吊销其证书或令牌；Pod 内访问 API 用 ServiceAccount，人用单点登录',
    en: 'take the kubeconfig out of repository and manifests and revoke its certificate or token; pods use a ServiceAccount, people the single sign-on',
  }, (kind) => kind === 'kubeconfig'),
  rule('NSA-NET-25', {
    zh: '把值放进密钥库并吊销旧值：配置文件中写 ${secret:...}，由 ExternalSecret（spec.data[].remoteRef）取出并挂载为文件',
    en: 'put the value into the vault and revoke the old one: write ${secret:...} in the config file, so that an ExternalSecret (spec.data[].remoteRef) fetches it and it is mounted as a file',
  }, (kind) => kind !== 'kubeconfig'),
];
