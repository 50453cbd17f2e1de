import { markdownReport, summaryOf } from '../../engine/change/print/index.ts';
import { readText } from '../../engine/text/index.ts';
import * as lazy from '../lazy.ts';
import type { Console } from '../output/console.ts';
import { remoteOf } from './remote.ts';
import { line, type WorkTree } from './work-tree.ts';

export interface ReportText {
  readonly text: string;
  /** How many guards stop the change; a report that was made elsewhere does not tell. */
  readonly blocks: number;
}

/** The report of the change: that of a file, else what `champ diff` finds between the target branch and the work tree. */
export async function reportText(file: string | undefined, tree: WorkTree, target: string, console_: Console, folder?: string): Promise<ReportText> {
  if (file !== undefined) return { text: readText(file), blocks: 0 };
  const report = await lazy.diff().changeReport(await baseOf(tree, target), { branch: 'main', format: 'markdown' }, console_, folder);
  console_.done();
  return { text: markdownReport(report, console_.language), blocks: summaryOf(report).blocked };
}

/** Where the change left the target branch; undefined lets `champ diff` look for itself. */
async function baseOf({ git, head }: WorkTree, target: string): Promise<string | undefined> {
  const { name } = await remoteOf(git, target);
  for (const ref of [`refs/remotes/${name}/${target}`, `refs/heads/${target}`]) {
    const base = await line(git, ['merge-base', head, ref]);
    if (base !== undefined) return base;
  }
  return undefined;
}
