import { at } from './plain.ts';

/** Fields that together name an element of a list; dotted, with the API server's default behind `=`. One that has none of them has no name. */
type Key = readonly string[];

/** Name of the list -> its keys, the best first. */
const KEYS: Readonly<Record<string, readonly Key[]>> = {
  volumeMounts: [['mountPath']],
  volumeDevices: [['devicePath']],
  hostAliases: [['ip']],
  tolerations: [['key', 'operator', 'value', 'effect'], ['key']],
  topologySpreadConstraints: [['topologyKey', 'whenUnsatisfiable']],
  matchExpressions: [['key', 'operator']],
  subjects: [['kind', 'namespace', 'name']],
  metrics: [['type', 'resource.name', 'containerResource.container', 'containerResource.name', 'pods.metric.name', 'object.metric.name', 'external.metric.name'], ['name']],
  sources: [['configMap.name', 'secret.name', 'serviceAccountToken.path', 'clusterTrustBundle.path']],
  items: [['key', 'path']],
  data: [['secretKey']],
  parentRefs: [['namespace', 'name', 'sectionName', 'port']],
  backendRefs: [['kind', 'namespace', 'name', 'port']],
  volumeClaimTemplates: [['metadata.name']],
  destinations: [['name', 'server', 'namespace']],
  ownerReferences: [['kind', 'name']],
  endpoints: [['port', 'path']],
  rules: [['alert'], ['record']],
};

/** For any other list, and where the keys of its own name do not tell its elements apart. */
const COMMON: readonly Key[] = [
  ['name'], ['containerPort', 'protocol=TCP'], ['port', 'endPort', 'protocol=TCP'], ['mountPath'], ['key'], ['id'], ['group', 'kind'], ['topologyKey'], ['type'], ['ip'],
];

/** Names of the elements on both sides by the first key that gives every one of them a name of its own; undefined where none does. */
export function namesOf(list: string, before: readonly unknown[], after: readonly unknown[]): readonly [before: readonly string[], after: readonly string[]] | undefined {
  for (const key of [...(Object.hasOwn(KEYS, list) ? KEYS[list]! : []), ...COMMON]) {
    const former = names(key, before);
    const now = former && names(key, after);
    if (now) return [former, now];
  }
  return undefined;
}

function names(key: Key, items: readonly unknown[]): readonly string[] | undefined {
  const found = new Set<string>();
  for (const item of items) {
    const name = nameBy(key, item);
    if (name === undefined || found.has(name)) return undefined;
    found.add(name);
  }
  return [...found];
}

function nameBy(key: Key, item: unknown): string | undefined {
  const parts: string[] = [];
  let isNamed = false;
  for (const each of key) {
    const [path, absent] = each.split('=') as [string, string?];
    const value = at(item, path);
    if (typeof value === 'string' || typeof value === 'number') {
      parts.push(String(value));
      isNamed = true;
    } else if (value !== undefined && value !== null) return undefined;
    else if (absent !== undefined) parts.push(absent);
  }
  return isNamed ? parts.join('/') : undefined;
}

/** List whose elements have no name -> what two of them share that are the same, changed. */
const ALIKE: Readonly<Record<string, Key>> = {
  rules: ['apiGroups', 'resources', 'resourceNames', 'nonResourceURLs', 'matches', 'alert', 'record'],
  ingress: ['from'],
  egress: ['to'],
  validations: ['message'],
  acls: ['resource'],
};

/** A text that is equal for two elements that are one element before and after a change; undefined where only their content says so. */
export function likeness(list: string, item: unknown): string | undefined {
  if (!Object.hasOwn(ALIKE, list)) return undefined;
  const parts = ALIKE[list]!.map((field) => at(item, field));
  return parts.every((part) => part === undefined) ? undefined : JSON.stringify(parts);
}
