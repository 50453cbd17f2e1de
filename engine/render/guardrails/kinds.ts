/** Sorts of Application, by what they carry: cdk8s answers `instanceof` with yes for every chart, so it tells nothing apart. */
import type { Agents } from '../../../constructs/agents.ts';
import type { Application } from '../../../constructs/application.ts';
import type { Middleware } from '../../../constructs/middleware/index.ts';
import type { Subsystem } from '../../../constructs/subsystem.ts';

export function asSubsystem(application: Application): Subsystem | undefined {
  return 'services' in application ? (application as Subsystem) : undefined;
}

export function asMiddleware(application: Application): Middleware | undefined {
  return 'holdings' in application ? (application as Middleware) : undefined;
}

export function asAgents(application: Application): Agents | undefined {
  return 'podSecurity' in application ? (application as Agents) : undefined;
}
