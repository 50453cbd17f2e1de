import { compareEnvironments, meaningsOf, type Meaning, type SideEnvironment } from '../../engine/change/index.ts';
import { maskOf } from '../../engine/change/mask.ts';
import type { Differing, HistoryDiff } from '../../engine/publish/index.ts';
import { Contents } from '../diff/sides/contents.ts';

/** What each difference means, by its file: the words of `champ diff`, without what needs a model. A file that somebody took away has none. */
export function meaningsByFile(environment: string, diffs: readonly HistoryDiff[]): ReadonlyMap<string, readonly Meaning[]> {
  const mask = maskOf(process.env);
  return new Map(diffs.flatMap(({ before, after }) => {
    const contents = new Contents();
    const [was, is] = [before, after].map((each) => sideOf(environment, each, contents));
    return compareEnvironments(was, is).map((change) => [change.file, meaningsOf(change, { mask })] as const);
  }));
}

function sideOf(name: string, { ledger, contents: held }: Differing, contents: Contents): SideEnvironment {
  const there = { ...ledger, objects: ledger.objects.filter(({ file }) => held.has(file)), files: ledger.files.filter(({ file }) => held.has(file)) };
  return contents.share({ name, ledger: there, contentOf: (file) => held.get(file)! });
}
