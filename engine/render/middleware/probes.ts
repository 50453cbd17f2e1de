import type { ProbeSpec, WorkloadPart } from '../../../constructs/middleware/index.ts';

type Json = Readonly<Record<string, unknown>>;

const START_PERIOD = 10;
/** State recovers slowly: a log to replay, a cluster to join. */
const DEFAULT_START = 300;

function check(probe: ProbeSpec): Json {
  switch (probe.type) {
    case 'http': return { httpGet: { path: probe.path, port: probe.port } };
    case 'tcp': return { tcpSocket: { port: probe.port } };
    case 'exec': return { exec: { command: probe.command } };
  }
}

/** Startup waits for `startupSeconds`; afterwards a pod leaves its Service within half a minute and restarts only after a minute and a half. */
export function probes(part: Pick<WorkloadPart, 'readiness' | 'liveness' | 'startupSeconds'>): Json {
  const { readiness, liveness } = part;
  const startup = liveness ?? readiness;
  return {
    ...(startup ? { startupProbe: { ...check(startup), periodSeconds: START_PERIOD, timeoutSeconds: 5, failureThreshold: Math.max(1, Math.ceil((part.startupSeconds ?? DEFAULT_START) / START_PERIOD)) } } : {}),
    ...(readiness ? { readinessProbe: { ...check(readiness), periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 } } : {}),
    ...(liveness ? { livenessProbe: { ...check(liveness), periodSeconds: 15, timeoutSeconds: 5, failureThreshold: 6 } } : {}),
  };
}

/** A sidecar that hangs is restarted alone; its state says nothing about the pod's readiness. */
export function sidecarProbe(port: string | undefined): Json {
  return port === undefined ? {} : { livenessProbe: { tcpSocket: { port }, initialDelaySeconds: START_PERIOD, periodSeconds: 15, timeoutSeconds: 5, failureThreshold: 6 } };
}
