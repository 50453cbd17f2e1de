import type { MergeRequest } from '../../engine/forge/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { EXIT } from '../run.ts';
import { prWords as words } from './words.ts';
import type { WorkTree } from './work-tree.ts';

export interface Result {
  readonly tree: WorkTree;
  readonly branch: string;
  readonly target: string;
  readonly title: string;
  readonly commit: string;
  readonly isPushed: boolean;
  readonly remote?: string;
  readonly request?: MergeRequest;
  readonly outcome?: 'opened' | 'updated' | 'same';
}

/** Names that are listed one by one. */
const MOST = 10;

export function tellFiles({ files, leftOut }: WorkTree, { note, language }: Console): void {
  if (files.length > 0) note(say(words.files, language, { count: files.length }));
  for (const { path, status } of files) note(`  ${words[status][language]}  ${path}`);
  if (leftOut.length > 0) note(say(words.leftOut, language, { count: leftOut.length, files: `${leftOut.slice(0, MOST).join(', ')}${leftOut.length > MOST ? ' ...' : ''}` }));
}

/** What a dry run would do; its text goes to standard output. */
export function tellPlan({ tree: { files, leftOut }, branch, target, title, blocks, description, project }: Pick<Result, 'tree' | 'branch' | 'target' | 'title'> & { readonly blocks: number; readonly description: string; readonly project?: string }, console_: Console): number {
  if (console_.json) console_.document({ dryRun: true, branch, target, title, files, leftOut, blocked: blocks, description, ...(project === undefined ? {} : { project }), pushed: false });
  else console_.data(description);
  console_.note(say(project === undefined ? words.wouldCommit : words.would, console_.language, { branch, target, title, project: project ?? '' }));
  return EXIT.ok;
}

export function tellResult({ tree: { files, leftOut }, branch, target, title, commit, isPushed, remote, request, outcome }: Result, console_: Console): number {
  const { language, note } = console_;
  if (files.length > 0) note(say(words.committed, language, { commit: commit.slice(0, 12), branch }));
  if (files.length === 0 && remote === undefined) note(say(words.kept, language, { commit: commit.slice(0, 12), branch }));
  if (remote !== undefined) note(say(isPushed ? words.pushed : words.upToDate, language, { branch, remote }));
  if (request && outcome) note(say(words[outcome], language, { number: request.number, title: request.title }));
  if (console_.json) {
    console_.document({
      dryRun: false, branch, target, title, commit, files, leftOut, pushed: isPushed,
      ...(request ? { request: { number: request.number, url: request.url, title: request.title, draft: request.draft, outcome } } : {}),
    });
  } else if (request) console_.data(request.url);
  return EXIT.ok;
}
