/** Names, ports, paths and probes of workload parts. */
import { parseQuantity } from '../../../../engine/quantity/index.ts';
import { podPorts, type Case, type Rule } from './cases.ts';

/** StatefulSets add an ordinal, CronJobs eleven characters. */
const NAME = /^[a-z](?:[-a-z0-9]{0,50}[a-z0-9])?$/;
const PORT_NAME = /^(?=.*[a-z])[a-z0-9](?:(?!--)[-a-z0-9]{0,13}[a-z0-9])?$/;
const duplicates = <T>(all: readonly T[]) => all.filter((each, index) => all.indexOf(each) !== index);

export const names: Rule = ({ parts, workloads }) => [
  ...duplicates(parts.map((part) => `${part.part === 'custom' || part.part === 'object' ? part.kind : part.part} ${part.name}`)).map((each) => `${each} twice`),
  ...parts.filter((part) => !NAME.test(part.name)).map((part) => `${part.name} is no short DNS label`),
  ...workloads.filter((part) => parts.some((other) => [`${part.name}-peers`, `${part.name}-files`].includes(other.name))).map((part) => `${part.name}: its peers Service or files are called like another part`),
];

export const ports: Rule = ({ workloads, customs }) => [
  ...workloads.map((part) => ({ name: part.name, ports: podPorts(part) })),
  ...customs.flatMap((part) => part.pods.map((pods) => ({ name: pods.name, ports: pods.ports }))),
].flatMap(({ name, ports: found }) => [
  ...duplicates(found.map((each) => each.name)).map((each) => `${name}: port name ${each} twice`),
  ...duplicates(found.map((each) => `${each.port}/${each.protocol ?? 'TCP'}`)).map((each) => `${name}: port ${each} twice`),
  ...found.filter((each) => !PORT_NAME.test(each.name)).map((each) => `${name}: ${each.name} is no port name`),
  ...found.filter((each) => each.port < 1024 || each.port > 65535).map((each) => `${name}: ${each.port} needs a privilege`),
]);

export const probes: Rule = ({ workloads }) => workloads.flatMap((part) => {
  const standing = part.workload === 'StatefulSet' || part.workload === 'Deployment';
  const probed = [part.readiness, part.liveness].filter((each) => each !== undefined);
  return [
    ...(standing && part.ports.length > 0 && !part.readiness ? [`${part.name}: no readiness`] : []),
    ...(standing && part.ports.length > 0 && !part.liveness ? [`${part.name}: no liveness`] : []),
    ...probed.flatMap((each) => (each.type !== 'exec' && !part.ports.some(({ name }) => name === each.port) ? [`${part.name}: probe of unknown port ${each.port}`] : [])),
    ...(part.liveness?.type === 'http' && /\/actuator\/health\/?$/.test(part.liveness.path) ? [`${part.name}: an aggregate health as liveness`] : []),
  ];
});

const SYSTEM = ['/', '/bin', '/boot', '/dev', '/etc', '/home', '/lib', '/opt', '/proc', '/root', '/run', '/sbin', '/sys', '/usr', '/var'];

export const writable: Rule = ({ workloads }) => workloads.flatMap((part) => {
  const sized = [...(part.writable ?? []), ...(part.storage ? [part.storage] : [])];
  return [
    ...sized.filter(({ path }) => !path.startsWith('/') || path.includes('..') || (path.length > 1 && path.endsWith('/'))).map(({ path }) => `${part.name}: ${path} is no absolute path`),
    ...sized.filter(({ path }) => SYSTEM.includes(path)).map(({ path }) => `${part.name}: ${path} belongs to the system`),
    ...sized.filter(({ size }) => !((parseQuantity(size) ?? 0) > 0)).map(({ path, size }) => `${part.name}: ${path} has no bound: ${size}`),
    ...duplicates(sized.map(({ path }) => path)).map((path) => `${part.name}: ${path} twice`),
  ];
});

export const files: Rule = ({ workloads }) => workloads.flatMap((part) => {
  const paths = (part.files ?? []).map(({ path }) => path);
  const folders = (part.secrets ?? []).map(({ path }) => path);
  return [
    ...[...paths, ...folders].filter((path) => !/^\/[^/]/.test(path) || path.endsWith('/')).map((path) => `${part.name}: ${path} is no absolute path`),
    ...duplicates([...paths, ...folders]).map((path) => `${part.name}: ${path} twice`),
    ...paths.filter((path) => folders.some((folder) => path.startsWith(`${folder}/`))).map((path) => `${part.name}: ${path} is below a secret`),
  ];
});

export const shape: Rule = ({ workloads }) => workloads.flatMap((part) => {
  const { name, workload } = part;
  const counted = workload === 'StatefulSet' || workload === 'Deployment';
  return [
    ...(counted && !(Number.isInteger(part.replicas) && part.replicas! > 0) ? [`${name}: no number of pods`] : []),
    ...(!counted && part.replicas !== undefined ? [`${name}: a ${workload} has no number of pods`] : []),
    ...(part.storage && workload !== 'StatefulSet' ? [`${name}: storage needs a StatefulSet`] : []),
    ...((workload === 'CronJob') !== (part.schedule !== undefined) ? [`${name}: schedule and CronJob go together`] : []),
    ...(part.schedule !== undefined && !/^(?:[\d*/,-]+ ){4}[\d*/,-]+$/.test(part.schedule) ? [`${name}: ${part.schedule} is no cron expression`] : []),
    ...(part.user !== undefined && !(Number.isInteger(part.user) && part.user > 0) ? [`${name}: user ${part.user}`] : []),
    ...(part.hostPaths?.length && workload !== 'DaemonSet' ? [`${name}: only a DaemonSet reads the node`] : []),
  ];
});

/** A spec with a hole in it would be printed without the field. */
export const plain: Rule = ({ parts }: Case) => parts.flatMap((part) => holes(part, part.name));

function holes(value: unknown, at: string): readonly string[] {
  if (typeof value === 'function' || value === null || (typeof value === 'number' && !Number.isFinite(value))) return [`${at} is ${String(value)}`];
  if (Array.isArray(value)) return value.flatMap((each, index) => (each === undefined ? [`${at}[${index}] is undefined`] : holes(each, `${at}[${index}]`)));
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) => holes(each, `${at}.${key}`));
}
