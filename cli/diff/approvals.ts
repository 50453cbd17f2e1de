import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { APPROVALS, parseApprovals, readApprovals, type Approval } from '../../engine/change/guards/index.ts';
import type { Problems } from '../../engine/problem/index.ts';
import { ENVIRONMENTS } from '../estate/index.ts';
import { Repository } from './sides/repository.ts';

/** Approvals of the head: a change brings its own, and whoever reviews it sees them. What is wrong in them is added to `problems`. */
export async function approvalsOf(names: readonly string[], { folder = ENVIRONMENTS, head, problems }: { readonly folder?: string; readonly head?: string; readonly problems: Problems }): Promise<readonly Approval[]> {
  if (head === undefined) {
    return names.map((name) => ({ name, path: join(folder, name, APPROVALS) })).filter(({ path }) => existsSync(path))
      .flatMap(({ name, path }) => readApprovals(path, relative(process.cwd(), path).split(sep).join('/'), name, problems));
  }
  const repository = await Repository.open(dirname(resolve(folder)));
  const { commit } = await repository.revision(head);
  return (await Promise.all(names.map(async (name) => {
    const path = `environments/${name}/${APPROVALS}`;
    const ended = await repository.git.end(['cat-file', 'blob', `${commit}:${repository.prefix}${path}`]);
    return ended.code === 0 ? parseApprovals(ended.out.toString('utf8'), `${head}:${path}`, name, problems) : [];
  }))).flat();
}
