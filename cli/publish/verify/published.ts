import { dirname, resolve } from 'node:path';
import type { PlannedFile, Tree } from '../../../engine/emit/index.ts';
import { ledgerFiles } from '../../../engine/emit/index.ts';
import { problem, ProblemError } from '../../../engine/problem/index.ts';
import type { Given } from '../../diff/sides/contents.ts';
import { Repository } from '../../diff/sides/repository.ts';
import { renderRevision } from '../../diff/sides/revision.ts';
import { ROOT } from '../../estate/environments.ts';

/**
 * The output of the commit that a zone was published from, by that commit's own code. Throws a ProblemError when it is not known here, is not
 * part of what is checked out, or does not build.
 */
export async function treeOfPublished(environment: string, where: string, published: string | undefined, folder?: string): Promise<Tree> {
  if (published === undefined) throw new ProblemError([problem('CHAMP9360', where)]);
  const repository = await Repository.open(folder === undefined ? ROOT : dirname(resolve(folder)));
  const commit = await repository.commitOf(published);
  if (commit === undefined) throw new ProblemError([problem('CHAMP9361', where, { value: published.slice(0, 12) })]);
  if (!(await repository.git.ok(['merge-base', '--is-ancestor', commit, 'HEAD']))) throw new ProblemError([problem('CHAMP9362', where, { value: published.slice(0, 12) })]);
  const { environments: [rendered] } = await renderRevision(repository, { name: commit, commit }, { environments: [environment], isOwn: folder === undefined });
  if (!rendered) throw new ProblemError([problem('CHAMP9363', where, { value: published.slice(0, 12), environment })]);
  return treeOf(environment, rendered);
}

/** As synth plans it: the ledger of a revision has all of it but the contents. */
function treeOf(environment: string, { ledger, contentOf }: Given): Tree {
  const objects = new Map(ledger.objects.map((row) => [row.file, row]));
  const files = [...ledgerFiles(ledger)].map(({ file, hash, path, source }): PlannedFile => {
    const content = contentOf(file);
    const object = objects.get(file);
    const { apiVersion, kind, namespace, name } = object ?? {};
    return {
      file, hash, path, source, content: content.toString('utf8'), bytes: content.length,
      ...(object ? { object: { apiVersion: apiVersion!, kind: kind!, ...(namespace === undefined ? {} : { namespace }), name: name! } } : {}),
    };
  });
  files.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { environment, files: new Map(files.map((each) => [each.file, each])), ledger: '' };
}
