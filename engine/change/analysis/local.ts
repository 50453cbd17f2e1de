import type { Change } from '../change.ts';

/** Kinds whose objects are judged by themselves when nothing but such a field differs. */
const KINDS: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'ConfigMap', 'ExternalSecret', 'HorizontalPodAutoscaler', 'ResourceQuota']);

/** Fields that bind no object to another: no label, selector, port, account, volume or name. */
const FIELDS: readonly RegExp[] = [
  /^metadata\.annotations(?:\.|\[|$)/,
  /^spec(?:\.jobTemplate\.spec)?\.template\.metadata\.annotations(?:\.|\[|$)/,
  /\.(?:initContainers|containers)\[[^\]]*\]\.(?:image|imagePullPolicy|command|args|env|resources|livenessProbe|readinessProbe|startupProbe|lifecycle)(?:\.|\[|$)/,
  /^spec\.(?:replicas|minReplicas|maxReplicas|metrics|behavior|minReadySeconds|progressDeadlineSeconds|revisionHistoryLimit|hard|schedule|suspend)(?:\.|\[|$)/,
  /\.terminationGracePeriodSeconds$/,
];

/** A ConfigMap's data and an ExternalSecret's keys are those of one service. */
const CONTENT = /^(?:data|binaryData|spec)(?:\.|\[|$)/;

/**
 * True for a change that leaves every relation between objects as it was, such as an image, a number of pods or a service's
 * configuration. What it makes of the object shows on the object itself, so the rest of the zone need not be judged again.
 */
export function isLocal({ class: of, object: { kind }, fields }: Change, services: readonly string[]): boolean {
  if (of !== 'changed' || !KINDS.has(kind)) return false;
  const isConfig = (kind === 'ConfigMap' || kind === 'ExternalSecret') && services.length > 0;
  return fields.every(({ field }) => FIELDS.some((pattern) => pattern.test(field)) || (isConfig && CONTENT.test(field)));
}
