import type { HealthCheck } from '../../../constructs/service/kinds.ts';

type Probe = Readonly<Record<string, unknown>>;

const check = (port: string, path: string | undefined): Probe => (path === undefined ? { tcpSocket: { port } } : { httpGet: { path, port } });

/** Startup allows five minutes, readiness answers within fifteen seconds, liveness waits for thirty before it restarts. */
export function probes(health: HealthCheck): Probe {
  return {
    startupProbe: { ...check(health.port, health.startup), periodSeconds: 5, failureThreshold: 60, timeoutSeconds: 3 },
    readinessProbe: { ...check(health.port, health.readiness), periodSeconds: 5, failureThreshold: 3, timeoutSeconds: 3 },
    livenessProbe: { ...check(health.port, health.liveness), periodSeconds: 10, failureThreshold: 3, timeoutSeconds: 5 },
  };
}
