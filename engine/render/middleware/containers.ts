import type { EnvRow, Port, Sizing, WorkloadPart } from '../../../constructs/middleware/index.ts';
import { memory, quantity } from '../../quantity/index.ts';
import { productImage } from '../image.ts';
import { containerSecurity } from '../pod/hardening.ts';
import type { Place } from './place.ts';
import { probes, sidecarProbe } from './probes.ts';
import { scratchPaths, type Volumes } from './volumes.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a container may write to its log before it is rotated away. */
const LOG_SPACE = 256 * 2 ** 20;

interface ContainerInput {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly EnvRow[];
  readonly ports?: readonly Port[];
  readonly sizing: Sizing;
  /** Bytes in emptyDirs and logs at most. */
  readonly ephemeral: number;
  readonly probes?: Json;
  readonly mounts: readonly Json[];
}

function container(place: Place, input: ContainerInput): Json {
  const { requests, limits } = input.sizing;
  return {
    name: input.name,
    image: productImage(place.middleware.environment, input.image, place.middleware),
    imagePullPolicy: 'IfNotPresent',
    ...(input.command ? { command: input.command } : {}),
    ...(input.args ? { args: input.args } : {}),
    ...(input.env?.length ? { env: input.env.map(environmentVariable) } : {}),
    ...(input.ports?.length ? { ports: input.ports.map(({ name, port, protocol }) => ({ name, containerPort: port, protocol: protocol ?? 'TCP' })) } : {}),
    resources: {
      requests: { cpu: requests.cpu, memory: requests.memory, 'ephemeral-storage': memory(input.ephemeral / 4) },
      limits: { cpu: limits.cpu, memory: limits.memory, 'ephemeral-storage': memory(input.ephemeral) },
    },
    ...input.probes,
    securityContext: containerSecurity(),
    volumeMounts: input.mounts,
  };
}

function environmentVariable({ name, value, field }: EnvRow): Json {
  return field === undefined ? { name, value: value ?? '' } : { name, valueFrom: { fieldRef: { fieldPath: field } } };
}

/** The main container and its sidecars. Only what keeps running is probed. */
export function containers(place: Place, part: WorkloadPart, volumes: Volumes): readonly Json[] {
  const runs = part.workload !== 'Job' && part.workload !== 'CronJob';
  const scratchBytes = scratchPaths(part).reduce((sum, { size }) => sum + quantity(size), 0);
  return [
    container(place, { ...part, ephemeral: scratchBytes + LOG_SPACE, probes: runs ? probes(part) : {}, mounts: volumes.mounts }),
    ...(part.sidecars ?? []).map((sidecar) => container(place, { ...sidecar, ephemeral: LOG_SPACE, probes: sidecarProbe(sidecar.ports[0]?.name), mounts: volumes.mounts })),
  ];
}

/** They end before the main container starts, so its resources cost nothing more. */
export function initContainers(place: Place, part: WorkloadPart, volumes: Volumes): readonly Json[] {
  return (part.init ?? []).map((init) => container(place, { ...init, sizing: part.sizing, ephemeral: LOG_SPACE, mounts: volumes.mounts }));
}
