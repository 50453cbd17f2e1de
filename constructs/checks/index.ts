import type { Environment } from '../environment.ts';
import { checkBindings } from './bindings.ts';
import { checkCycles } from './cycles.ts';
export { checkEnvironment } from './environment.ts';
export { checkServiceRow, checkSubsystemRow } from './rows.ts';
import { checkReleases } from './releases.ts';
import { checkRoutes } from './routes.ts';
import { checkSchemas } from './schemas.ts';

/** What types cannot hold once a transpiler has dropped them, and what only the whole tree shows. */
export function checkModel(environment: Environment): void {
  checkBindings(environment);
  checkCycles(environment);
  checkRoutes(environment);
  checkSchemas(environment);
  checkReleases(environment);
}
