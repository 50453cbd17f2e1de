import { join } from 'node:path';
import type { CityDefinition } from '../../apps/medical-insurance/index.ts';
import { Problems } from '../../engine/problem/index.ts';
import { newProblems, problemsOf } from '../edit/judge.ts';
import { buildWith, definitionOf, renderEnvironment, type EditedFacts, type Rendered } from '../estate/index.ts';

/** An environment as it would be. */
export interface Planned {
  readonly name: string;
  readonly definition: CityDefinition;
  readonly edited: EditedFacts;
  /** Nothing of it is there yet. */
  readonly isNew?: boolean;
}

/** Renders what is planned, in memory; throws a ProblemError with all that synth would find and does not find today. Returns what could be rendered. */
export function verify(planned: readonly Planned[], folder: string): readonly Rendered[] {
  const problems = new Problems();
  const rendered: Rendered[] = [];
  for (const { name, definition, edited, isNew } of planned) {
    const home = join(folder, name);
    const former = isNew ? [] : problemsOf(() => buildWith(definitionOf(name, folder), home));
    const found = newProblems(former, problemsOf(() => buildWith(definition, home, edited)));
    problems.push(...found);
    // an environment that does not render today cannot say more
    if (found.length > 0 || former.length > 0) continue;
    const result = problems.gather(() => renderEnvironment(buildWith(definition, home, edited)));
    if (result) rendered.push(result);
  }
  problems.throwIfAny();
  return rendered;
}
