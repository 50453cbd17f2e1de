import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceChange } from '../../engine/change/analysis/index.ts';
import type { Repository } from './sides/repository.ts';

/** Files whose rows belong to several tenants; of all others the path alone counts. */
const SHARED = /^environments\/[^/]+\/[^/]+\.ya?ml$/;

/** Files that are not the same in a commit and in another one, or the work tree, below the project; the text of shared ones too. */
export async function changedSources(repository: Repository, base: string, head?: string): Promise<readonly SourceChange[]> {
  const names = async (...args: readonly string[]) => (await repository.git.run(args)).split('\0').filter(Boolean);
  const changed = await names('diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--relative', ...(head === undefined ? [base] : [base, head]), '--', '.');
  const created = head === undefined ? await names('ls-files', '--others', '--exclude-standard', '-z', '--', '.') : [];
  const textAt = async (commit: string, path: string) => {
    const ended = await repository.git.end(['cat-file', 'blob', `${commit}:${repository.prefix}${path}`]);
    return ended.code === 0 ? ended.out.toString('utf8') : undefined;
  };
  const textNow = (path: string) => {
    const file = join(repository.project, path);
    return lstatSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, 'utf8') : undefined;
  };
  return Promise.all([...new Set([...changed, ...created])].sort().map(async (path): Promise<SourceChange> => {
    if (!SHARED.test(path)) return { path };
    const [before, after] = [await textAt(base, path), head === undefined ? textNow(path) : await textAt(head, path)];
    return { path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
  }));
}
