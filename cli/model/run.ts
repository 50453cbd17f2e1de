import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '../../engine/change/index.ts';
import { Problems } from '../../engine/problem/index.ts';
import type { ModelCommandOptions } from '../commands/model.ts';
import { packOf, writePack } from '../diff/sides/pack.ts';
import { buildEnvironment, chosenEnvironments, modelOf, renderEnvironment } from '../estate/index.ts';

/** The models of the environments asked for; throws a ProblemError with everything that was found in all of them. */
export function models({ env, tree: target }: ModelCommandOptions, folder?: string): readonly Model[] {
  const problems = new Problems();
  const found = chosenEnvironments(env, folder).flatMap((name) => problems.gather(() => {
    const rendered = renderEnvironment(buildEnvironment(name, folder));
    return { name, model: modelOf(rendered), rendered };
  }) ?? []);
  problems.throwIfAny();
  if (target !== undefined) {
    mkdirSync(target, { recursive: true });
    for (const { name, model, rendered } of found) writePack(join(target, name), packOf(rendered, model));
  }
  return found.map(({ model }) => model);
}
