import { Environment } from '@marcbachmann/cel-js';
import { readsOf, type Path } from './reads.ts';
import { SCOPES } from './scope.ts';

/** What an expression sees; the same names stand in the emitted policy. */
export interface CelContext {
  readonly object: unknown;
  readonly params: { readonly data: Readonly<Record<string, string>> };
  readonly variables: Readonly<Record<string, unknown>>;
  readonly [element: string]: unknown;
}

export interface Program {
  (context: CelContext): unknown;
  /** All that it can read of a context. */
  readonly reads: readonly Path[];
}

const NAMES: ReadonlySet<string> = new Set(['object', 'oldObject', 'params', 'variables', 'request', 'namespaceObject', ...Object.keys(SCOPES)]);

let environment: Environment | undefined;

function cel(): Environment {
  if (environment) return environment;
  environment = new Environment({ unlistedVariablesAreDyn: false, enableOptionalTypes: true, homogeneousAggregateLiterals: false });
  for (const name of NAMES) environment.registerVariable(name, 'dyn');
  return environment;
}

const programs = new Map<string, Program>();

/** An expression, parsed once; throws when it is no CEL or names what a policy does not have. */
export function compile(expression: string): Program {
  let program = programs.get(expression);
  if (!program) {
    const parsed = cel().parse(expression);
    const { valid, error } = parsed.check();
    if (!valid) throw error ?? new Error(expression);
    program = Object.assign((context: CelContext): unknown => parsed(context), { reads: readsOf(parsed.ast, NAMES) });
    programs.set(expression, program);
  }
  return program;
}
