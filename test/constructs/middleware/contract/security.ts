/** Secrets, rights and the node. */
import type { Part } from '../../../../constructs/middleware/index.ts';
import { podPorts, texts, type Rule } from './cases.ts';

const SECRET_WORD = /password|passwd|secret|token|access[-_.]?key/i;
const REFERENCE = /\$\{secret:([^/}]+)\/([^#}]+)#([^}]+)\}/g;
/** A path, a number, a switch, or nothing is no secret. */
const HARMLESS = /^(?:|\/\S*|\d+[a-z]*|true|false|none|null|disabled|enabled)$/i;

/** `key=value`, `key: value`, `--key=value` with a value that looks like a credential. */
const clear = (key: string, value: string) => SECRET_WORD.test(key) && !/_FILE$|cluster-token$|[-_.]?(?:file|path|name|expire\S*|ttl|timeout|enabled?|type|class|algorithm|plugin\.type)$/i.test(key)
  && !HARMLESS.test(value.trim().replace(/^["']|["']$/g, '')) && !value.includes('${') && !value.includes('$(') && !value.startsWith('$__file{');

export const noClearSecrets: Rule = ({ workloads }) => workloads.flatMap((part) => [
  ...[part, ...(part.sidecars ?? [])].flatMap((container) => (container.env ?? []).filter(({ name, value }) => clear(name, value ?? '')).map(({ name }) => `${part.name}: ${name} holds a secret`)),
  ...[part, ...(part.sidecars ?? [])].flatMap((container) => (container.env ?? []).filter(({ value }) => value?.includes('${secret:')).map(({ name }) => `${part.name}: ${name} puts a secret into the environment`)),
  ...(part.args ?? []).concat(part.command ?? []).filter((each) => /^--?[\w.-]+=/.test(each) && clear(each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1))).map((each) => `${part.name}: argument ${each}`),
  ...(part.files ?? []).flatMap(({ path, text }) => text.split('\n').flatMap((line, index) => {
    const found = /^\s*([\w.-]+)\s*[=:]\s*(\S+)\s*$/.exec(line);
    return found && clear(found[1]!, found[2]!) ? [`${part.name}: ${path}:${index + 1} ${found[1]}`] : [];
  })),
]);

/** `platform/mw/<own kind>/...`, its own account in a kind that it holds something in, or the account of one who holds something here. */
export const secretReferences: Rule = ({ middleware, row, parts, workloads, layout }) => {
  const made = new Map(parts.flatMap((part) => (part.part === 'secret' && part.from === undefined ? [[`mw/${row.kind}/${part.name}` as string, part.keys] as const] : [])));
  const accounts = new Set([
    ...layout.holdings.map(({ tenant, service }) => `${tenant}/${service}/${row.kind}`),
    ...(row.holds ?? []).map((held) => `platform/${row.kind}/${held.in}`),
  ]);
  const foreign = parts.flatMap((part) => (part.part === 'secret' && part.from !== undefined && !accounts.has(part.from) && !part.from.startsWith('platform/') ? [`${part.name}: ${part.from} belongs to nobody who holds something here`] : []));
  return [...foreign, ...workloads.flatMap((part) => texts(part).flatMap((text) => [...text.matchAll(REFERENCE)].flatMap(([raw, tenant, path, property]) => {
    if (accounts.has(`${tenant}/${path}`)) return [];
    // the certificate of an authority is for everybody who connects
    if (property === 'ca.crt' && row.needs?.some((kind) => `${tenant}/${path}`.startsWith(`platform/mw/${kind}/`))) return [];
    const own = tenant === 'platform' && path!.startsWith(`mw/${middleware.kind}/`);
    return own && (made.get(path!)?.includes(property!) ?? true) ? [] : [`${part.name}: ${raw} belongs to nobody who holds something here`];
  })))];
};

/** cert-manager keeps a certificate in the Secret that it names. */
function certificateSecret(part: Part): readonly string[] {
  const name = part.part === 'object' && part.kind === 'Certificate' ? (part.body['spec'] as { readonly secretName?: string }).secretName : undefined;
  return name === undefined ? [] : [name];
}

export const secretMounts: Rule = ({ parts, workloads }) => {
  const made = new Set(parts.flatMap((part) => (part.part === 'secret' ? [part.name] : part.part === 'custom' ? (part.secrets ?? []).map(({ name }) => name) : certificateSecret(part))));
  return workloads.flatMap((part) => (part.secrets ?? []).filter(({ secret }) => !made.has(secret)).map(({ secret }) => `${part.name}: mounts unknown secret ${secret}`));
};

const READS_ALL = ['get', 'list', 'watch'];

export const api: Rule = ({ workloads }) => workloads.flatMap((part) => (part.api?.rules ?? []).flatMap(({ apiGroups, resources, verbs }) => [
  ...[...apiGroups, ...resources, ...verbs].filter((each) => each.includes('*')).map(() => `${part.name}: a wildcard`),
  ...verbs.filter((verb) => ['bind', 'escalate', 'impersonate'].includes(verb)).map((verb) => `${part.name}: ${verb}`),
  ...resources.filter((each) => /^pods\/(?:exec|attach|portforward)$|^nodes\/proxy$|^serviceaccounts\/token$/.test(each)).map((each) => `${part.name}: ${each}`),
  ...(resources.includes('secrets') && verbs.some((verb) => READS_ALL.includes(verb)) ? [`${part.name}: reads secrets`] : []),
]));

const SOCKETS = ['/var/run', '/run', '/proc', '/sys', '/dev', '/root', '/etc/kubernetes', '/var/lib/etcd', '/var/lib/kubelet'];

export const hostPaths: Rule = ({ workloads }) => workloads.flatMap((part) => (part.hostPaths ?? [])
  .filter((path) => path === '/' || !path.startsWith('/') || SOCKETS.some((socket) => socket === path || socket.startsWith(`${path}/`) || path.startsWith(`${socket}/`)))
  .map((path) => `${part.name}: ${path} of the node`));

/** Members are addressed by the stable names that render gives them. */
export const peerNames: Rule = ({ workloads, layout }) => {
  const sets = workloads.filter((part) => part.workload === 'StatefulSet').map((part) => part.name);
  return workloads.flatMap((part) => texts(part).flatMap((text) => [...text.matchAll(/\b([a-z][a-z0-9-]*?)-peers\.([a-z0-9-]+)\.svc\b/g)]
    .filter(([, name, namespace]) => namespace === layout.namespace && !sets.includes(name!))
    .map(([raw]) => `${part.name}: ${raw} is nobody's name`)));
};

export const peers: Rule = ({ workloads, customs }) => [
  ...workloads.map((part) => ({ name: part.name, peers: part.peers, ports: podPorts(part) })), ...customs.flatMap((part) => part.pods),
].flatMap(({ name, peers: named, ports }) => (named ?? []).filter((each) => !ports.some((port) => port.name === each)).map((each) => `${name}: peers on unknown port ${each}`));
