import type { Text } from '../../../engine/problem/index.ts';
import { problem, ProblemError, Problems } from '../../../engine/problem/index.ts';
import { buildEnvironment, modelOf, renderEnvironment, type Rendered } from '../../estate/index.ts';
import { filled, sideWords as words } from '../words.ts';
import type { Given } from './contents.ts';
import { plannedAgain } from './planned.ts';
import type { Repository } from './repository.ts';

export interface WorkTreeOptions {
  readonly folder?: string;
  readonly former?: readonly Given[];
  readonly onRendered?: (name: string, rendered: Rendered) => void;
}

/**
 * What the files of the work tree come to, rendered by this process. `former` is a base that is at hand already: what it has printed
 * is not printed again. Throws a ProblemError with all that is wrong in any environment.
 */
export function renderWorkTree(names: readonly string[], { folder, former = [], onRendered }: WorkTreeOptions = {}): readonly Given[] {
  const problems = new Problems();
  const found = names.flatMap((name) => problems.gather(() => {
    const rendered = renderEnvironment(buildEnvironment(name, folder));
    onRendered?.(name, rendered);
    return { ...plannedAgain(name, rendered, former.find((each) => each.name === name)), model: modelOf(rendered) };
  }) ?? []);
  problems.throwIfAny();
  return found;
}

/** How the work tree is called, and the commit it is where nothing is changed in it. */
export async function workTreeLabel(repository: Repository | undefined): Promise<{ readonly label: Text; readonly commit?: string }> {
  const { commit, isDirty } = await repository?.state() ?? {};
  if (commit === undefined) return { label: words.workTree };
  return { label: filled(isDirty ? words.dirty : words.clean, { commit: commit.slice(0, 12) }), ...(isDirty ? {} : { commit }) };
}

/** Environments that a sparse checkout leaves out would look like deleted ones. */
export async function assertWhole(repository: Repository): Promise<void> {
  const files = await repository.leftOut();
  if (files.length > 0) throw new ProblemError([problem('CHAMP9014', repository.project, { value: files[0], count: files.length })]);
}
