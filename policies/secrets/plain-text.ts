import { isRecord, record } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateFile, EstateObject, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
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
    places = [...estate.objects.flatMap(inObject), ...estate.files.flatMap(inFile)];
    known.set(estate, places);
  }
  return places;
}

function inObject(object: EstateObject): readonly Place[] {
  const { manifest } = object;
  const places = search(object, manifest, isSecretMaterial(manifest));
  if (!isRecord(manifest) || manifest.kind !== 'Secret') return places;
  // a Secret may hold credentials where it may be at all, but never those of an administrator
  const inside = search(object, { data: decoded(manifest['data']), stringData: manifest['stringData'] });
  return [...places, ...inside.filter(({ kind }) => kind === 'kubeconfig')];
}

const decoded = (data: unknown): unknown => Object.fromEntries(Object.entries(record(data)).map(([key, value]) => [key, typeof value === 'string' ? Buffer.from(value, 'base64').toString('utf8') : value]));

/** A kubeconfig in the repository is one, whatever the field in it. */
function inFile(file: EstateFile): readonly Place[] {
  const content = record(file.content);
  const isKubeconfig = content['kind'] === 'Config' && content['apiVersion'] === 'v1';
  return search(file, file.content).map((place) => (isKubeconfig ? { ...place, kind: 'kubeconfig' } : place));
}

function search(at: EstateObject | EstateFile, root: unknown, isSkipped?: Parameters<typeof visitStrings>[2]): readonly Place[] {
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
  }, isSkipped);
  return places;
}

/** Says where and of what kind, never the value. */
function messageOf(text: string, key: string, kind: CredentialKind, start: number): Text {
  const line = text.includes('\n') ? text.slice(0, start).split('\n').length : 0;
  const name = key.replace(/\s+/g, ' ').slice(0, 80);
  const { zh, en } = CREDENTIAL_NAMES[kind];
  return {
    zh: `明文：${zh}（${name}${line > 0 ? `，文本第 ${line} 行` : ''}）`,
    en: `${en} in plain text (${name}${line > 0 ? `, line ${line} of the text` : ''})`,
  };
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
