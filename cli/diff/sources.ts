import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceChange } from '../../engine/change/analysis/index.ts';
import type { Repository } from './sides/repository.ts';

/** Files whose rows belong to several tenants; of all others the path alone counts. */
const SHARED = /^environments\/[^/]+\/[^/]+\.ya?ml$/;

/** Files that are not the same in a commit and in another one, or the work tree, below the project; the text of shared ones too. */
export async function changedSources(repository: Repository, base: string, head?: string): Promise<readonly SourceChange[]> {
  const names = async (...args: readonly string[]) => (await repository.git.run(args)).split('\0').filter(Boolean);
  const changed = head === undefined ? await changedNow(repository, base) : await names('diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--relative', base, head, '--', '.');
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

/** Files on one command line, whose length systems limit. */
const AT_ONCE = 200;
const UNKNOWN = /^0+$/;

/** Tracked files of the work tree that are not as a commit has them. Plumbing: `git diff` would write what it learns into the index. */
async function changedNow({ git }: Repository, base: string): Promise<readonly string[]> {
  const parts = (await git.run(['diff-index', '--raw', '-z', '--no-renames', '--relative', base, '--', '.'])).split('\0').filter(Boolean);
  const rows = parts.flatMap((row, index) => {
    const [, mode, modeNow, id, idNow] = /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) /.exec(row) ?? [];
    // touched, by its times: whether it was changed is told by its content
    return mode === undefined || index % 2 > 0 ? [] : [{ path: parts[index + 1]!, id: id!, isTouched: mode === modeNow && mode.startsWith('100') && UNKNOWN.test(idNow!) }];
  });
  const touched = rows.filter(({ isTouched }) => isTouched).map(({ path }) => path);
  const ids = new Map<string, string>();
  for (let at = 0; at < touched.length; at += AT_ONCE) {
    const paths = touched.slice(at, at + AT_ONCE);
    const ended = await git.end(['hash-object', '--', ...paths]);
    // one that cannot be read counts as changed
    if (ended.code === 0) ended.out.toString('utf8').trim().split('\n').forEach((id, index) => ids.set(paths[index]!, id));
  }
  return rows.filter(({ path, id }) => ids.get(path) !== id).map(({ path }) => path);
}
