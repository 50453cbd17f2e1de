import { join } from 'node:path';
import type { CityDefinition } from '../../apps/medical-insurance/index.ts';
import { checkModel } from '../../constructs/checks/index.ts';
import type { Environment } from '../../constructs/environment.ts';
import type { Facts } from '../../constructs/facts.ts';
import { planTree, type Tree } from '../../engine/emit/index.ts';
import { inspect } from '../../engine/inspect/index.ts';
import { ProblemError, Problems } from '../../engine/problem/index.ts';
import { checkFiles, render, type Output } from '../../engine/render/index.ts';
import { definitionOf, ENVIRONMENTS } from './environments.ts';
import { checkCapacity, podsOf } from './capacity.ts';
import { admissionOf } from './policies.ts';
import { inspectFacts } from './inspect-facts.ts';
import { readEnvironmentFacts, type EditedFacts } from './facts.ts';
import { unmeasured, type InStage } from './stages.ts';

/** Structure and facts become the tree, with what is wrong with it in its `problems`. */
export function buildEnvironment(name: string, folder: string = ENVIRONMENTS): Environment {
  return buildWith(definitionOf(name, folder), join(folder, name));
}

/** As `buildEnvironment`, of a structure with the facts of a folder, some of them `edited`. */
export function buildWith(definition: CityDefinition, folder: string, edited: EditedFacts = {}): Environment {
  const problems = new Problems();
  const { facts, unreadable } = readEnvironmentFacts(folder, definition.services, problems, edited);
  const environment = problems.gather(() => build(definition, facts));
  if (!environment || unreadable.length > 0) {
    // without its file every image is missing, which says nothing more
    const follows = new Set<string>(unreadable.includes('releases') ? ['CHAMP2021', 'CHAMP2010'] : []);
    problems.push(...(environment?.problems.all() ?? []).filter((each) => !follows.has(each.code)));
    throw new ProblemError(problems.all());
  }
  environment.problems.push(...problems.all());
  return environment;
}

export function build(definition: CityDefinition, facts: Facts): Environment {
  const environment = definition.build(facts);
  // references in files are calls, and calls may form a ring
  for (const service of environment.allServices) checkFiles(service);
  checkModel(environment);
  return environment;
}

/** A stage that stumbles over what was reported already has nothing to add to it. */
function unlessReported<T>(environment: Environment, work: () => T): T {
  try {
    return work();
  } catch (error) {
    environment.problems.throwIfAny();
    throw error;
  }
}

export interface Rendered {
  readonly environment: Environment;
  readonly output: Output;
  /** Printed when it is asked for first; throws a ProblemError with what cannot be a file. */
  readonly tree: Tree;
}

/** Render, inspect, plan: everything but the writing. Throws a ProblemError with all that was found. */
export function renderEnvironment(environment: Environment, inStage: InStage = unmeasured): Rendered {
  const { problems } = environment;
  // an image that is wrong in releases.yaml was reported there
  const follows = new Set<string>(problems.size > 0 ? ['CHAMP3044', 'CHAMP3045', 'CHAMP3046'] : []);
  const output = inStage('render', () => unlessReported(environment, () => render(environment, admissionOf)));
  inStage('inspect', () => {
    const facts = inspectFacts(environment);
    problems.push(...inspect(output.objects, facts).filter((each) => !follows.has(each.code)));
    if (problems.size === 0) checkCapacity(environment, podsOf(environment, output, facts));
  });
  problems.throwIfAny();
  let tree: Tree | undefined;
  return {
    environment,
    output,
    get tree() {
      return (tree ??= inStage('print', () => planTree({ environment: environment.name, objects: output.objects, files: output.files })));
    },
  };
}

/** The tree, for whoever needs nothing else: objects are given up as they are printed, and `output` has none afterwards. */
export function takeTree({ environment, output }: Pick<Rendered, 'environment' | 'output'>, inStage: InStage = unmeasured): Tree {
  return inStage('print', () => planTree({ environment: environment.name, objects: drained(output.objects), files: output.files }));
}

/** The items in their order, each out of the list when it is taken. */
function* drained<T>(items: T[]): Generator<T> {
  const left = items.splice(0).reverse();
  for (let item = left.pop(); item !== undefined; item = left.pop()) yield item;
}
