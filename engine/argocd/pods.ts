import type { DeepPartial, ResourceEvent, ResourceNode } from './applications.ts';
import { brief, readMessage, type Cause, type CauseKind } from './causes.ts';

/** Reasons that ArgoCD shows for a pod, as `kubectl get pods` has them; those of init containers start with `Init:`. */
const REASONS: readonly (readonly [RegExp, CauseKind])[] = [
  [/^(ImagePullBackOff|ErrImagePull|InvalidImageName|ErrImageNeverPull|ImageInspectError|RegistryUnavailable|SignatureValidationFailed)$/, 'image'],
  [/^(CreateContainerConfigError|CreateContainerError|ConfigMapNotFound)$/, 'config'],
  [/^OOMKilled$/, 'memory'],
  [/^(Evicted|Preempting|NodeShutdown|NodeLost|Terminated|UnexpectedAdmissionError|NodeAffinity|OutOf\w+)$/, 'evicted'],
  [/^(Unschedulable|SchedulingGated)$/, 'unschedulable'],
  [/^(CrashLoopBackOff|Error|RunContainerError|StartError|ContainerCannotRun|DeadlineExceeded|Failed|ExitCode:-?\d+|Signal:\d+)$/, 'crash'],
  [/^(ContainerCreating|PodInitializing|Pending|Terminating|ContainersNotReady|\d+\/\d+)$/, 'starting'],
];

/** Warnings about an object, by reason. */
const EVENTS: Readonly<Record<string, CauseKind>> = {
  FailedScheduling: 'unschedulable', FailedMount: 'volume', FailedAttachVolume: 'volume', ProvisioningFailed: 'volume', FailedBinding: 'volume', Unhealthy: 'probe', Evicted: 'evicted',
};

export type Node = DeepPartial<ResourceNode>;

export const objectOf = ({ kind, namespace, name }: { readonly kind?: string; readonly namespace?: string; readonly name?: string }): string => `${kind ?? '?'} ${namespace ? `${namespace}/` : ''}${name ?? '?'}`;

export const infoOf = (node: Node, name: string): string | undefined => node.info?.find((each) => each?.name === name)?.value;

/** Why a pod does not run, from the tree and its events; undefined for one that runs and is ready. */
export function podCause(node: Node, events: readonly DeepPartial<ResourceEvent>[] = []): Cause | undefined {
  const object = objectOf(node);
  const [ready = 0, of = 0] = (infoOf(node, 'Containers') ?? '').split('/').map(Number);
  const status = infoOf(node, 'Status Reason') ?? '';
  const reason = status.replace(/^Init:/, '');
  const said = node.health?.message ?? '';
  const kind = REASONS.find(([test]) => test.test(reason))?.[1];
  const broken = kind !== undefined && kind !== 'starting';
  if (!broken && node.health?.status === 'Healthy') return undefined;
  const restarts = infoOf(node, 'Restart Count');
  const detail = brief([status, said, restarts ? `${restarts} restarts` : ''].filter((each) => each !== '').join(', '));
  if (broken) return { kind, object, detail };
  const warned = eventCause(object, events);
  if (warned) return warned;
  // it runs, but does not answer its probe
  if (reason === 'Running' && ready < of) return { kind: node.health?.status === 'Degraded' ? 'probe' : 'starting', object, detail };
  return kind === 'starting' || reason === 'Running' ? { kind: 'starting', object, detail } : node.health?.status === 'Degraded' ? { kind: 'degraded', object, detail } : undefined;
}

/** What the newest warning about an object says, as far as it is one that explains. */
export function eventCause(object: string, events: readonly DeepPartial<ResourceEvent>[]): Cause | undefined {
  const time = (event: DeepPartial<ResourceEvent>) => String(event.lastTimestamp ?? event.eventTime ?? event.firstTimestamp ?? '');
  for (const event of [...events].sort((a, b) => (time(a) < time(b) ? 1 : -1))) {
    if (event.type !== 'Warning' || typeof event.message !== 'string') continue;
    const read = readMessage(event.message, object);
    if (read) return read;
    const kind = EVENTS[event.reason ?? ''];
    if (kind) return { kind, object, detail: brief(event.message) };
  }
  return undefined;
}
