import { connectForge, forgePlace, withSection, cutText, type Forge, type MergeRequest } from '../../engine/forge/index.ts';
import { problem, ProblemError, type Problem } from '../../engine/problem/index.ts';
import { readText } from '../../engine/text/index.ts';
import type { PrCommandOptions } from '../commands/pr.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { EXIT } from '../run.ts';
import { adopted, checkTitle, chooseBranch } from './branch.ts';
import { makeCommit, takeBranch } from './commit.ts';
import { askRemote, pushBranch, remoteOf, type Remote } from './remote.ts';
import { reportText, type ReportText } from './report.ts';
import { tellFiles, tellPlan, tellResult, type Result } from './tell.ts';
import { prWords as words } from './words.ts';
import { line, readWorkTree, type WorkTree } from './work-tree.ts';

/** Problems of how the command was called. */
const USAGE: ReadonlySet<string> = new Set(['CHAMP9302', 'CHAMP9303', 'CHAMP9322', 'CHAMP9323', 'CHAMP9328', 'CHAMP9329']);

export interface ProposeOptions extends PrCommandOptions {
  /** Files that are meant; default: all that changed. */
  readonly only?: readonly string[];
}

/** `champ pr`: commit, push, merge request. 0 when it is done, or there is nothing to do. */
export async function proposeChange(options: ProposeOptions, console_: Console, folder?: string): Promise<number> {
  try {
    return await propose(options, console_, folder);
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.problems.every(({ code }) => USAGE.has(code))) throw error;
    console_.done();
    console_.problems(error.problems);
    console_.note(say(words.untouched, console_.language));
    return EXIT.usage;
  }
}

async function propose(options: ProposeOptions, console_: Console, folder?: string): Promise<number> {
  const { target, title: given, dryRun = false, push } = options;
  if (given !== undefined) checkTitle(given);
  const tree = await readWorkTree(folder, options.only);
  const branch = await chooseBranch(tree, { branch: options.branch, title: given, target });
  const place = push ? await remoteOf(tree.git, target) : undefined;
  const forge = place && (dryRun ? undefined : connect(place.address, options));
  const project = place && forgePlace({ ...forgeOptions(options), remote: place.address }).project;
  try {
    console_.progress(say(words.asking, console_.language));
    const remote = place && !dryRun ? await askRemote(tree.git, place, target) : undefined;
    // asks before anything is changed, so that a token that is refused changes nothing either
    const open = await forge?.find(branch, target);
    if (!(await isAhead(tree, target, remote))) return tellNothing(target, console_);
    const title = given ?? open?.title ?? (tree.files.length === 0 || tree.branch === branch ? await firstSubject(tree, target, remote) : undefined);
    if (title === undefined) throw new ProblemError([problem('CHAMP9328', '--title')]);
    const known = await adopted(tree, branch, remote);
    const { text, blocks } = await textOf(options, tree, console_, folder);
    const description = (former = '') => (options.body === undefined ? withSection(former, 'report', text, console_.language) : cutText(text, console_.language));
    console_.done();
    tellFiles(tree, console_);
    if (blocks > 0) console_.note(say(words.blocked, console_.language, { count: blocks }));
    if (dryRun) return tellPlan({ tree, branch, target, title, blocks, description: description(open?.description), ...(project === undefined ? {} : { project }) }, console_);
    const commit = known ?? await makeCommit(tree, title);
    if (known !== undefined) console_.note(say(words.resumed, console_.language, { commit: known.slice(0, 12) }));
    const result: Result = { tree, branch, target, title, commit, isPushed: false };
    if (!remote || !forge) {
      await takeBranch(tree, branch, commit);
      return tellResult(result, console_);
    }
    const isPushed = remote.heads.get(branch) !== commit;
    if (isPushed) {
      console_.progress(say(words.pushing, console_.language, { branch }));
      await pushBranch(tree.git, remote, branch, commit);
      console_.done();
    }
    const { request, outcome } = await afterPush({ branch, commit, console_ }, async () => {
      await takeBranch(tree, branch, commit);
      await line(tree.git, ['branch', '--quiet', `--set-upstream-to=${remote.name}/${branch}`, branch]);
      return requestFor(forge, open, { branch, target, title, isTitleGiven: given !== undefined, draft: options.draft === true, description });
    });
    if (options.draft && outcome !== 'opened' && !request.draft) console_.note(say(words.notDraft, console_.language, { number: request.number }));
    return tellResult({ ...result, isPushed, request, outcome, remote: remote.name }, console_);
  } finally {
    forge?.close();
  }
}

const forgeOptions = ({ forge, forgeUrl, tokenFile }: PrCommandOptions) => ({
  ...(forge === undefined ? {} : { kind: forge }), ...(forgeUrl === undefined ? {} : { url: forgeUrl }), ...(tokenFile === undefined ? {} : { tokenFile }), env: process.env,
});

const connect = (remote: string, options: PrCommandOptions): Forge => connectForge({ ...forgeOptions(options), remote });

/** Whether there is anything that the target does not have. */
async function isAhead({ git, head, files }: WorkTree, target: string, remote: Remote | undefined): Promise<boolean> {
  if (files.length > 0) return true;
  const tip = remote?.heads.get(target) ?? await line(git, ['rev-parse', '--verify', '--quiet', `refs/heads/${target}^{commit}`]);
  return tip === undefined || !(await git.ok(['merge-base', '--is-ancestor', head, tip]));
}

/** Subject of the first commit that the target does not have: what the branch was made for. */
async function firstSubject({ git, head }: WorkTree, target: string, remote: Remote | undefined): Promise<string | undefined> {
  const tip = remote?.heads.get(target);
  const known = tip !== undefined && (await git.ok(['cat-file', '-e', `${tip}^{commit}`])) ? tip : `refs/heads/${target}`;
  const subjects = (await line(git, ['log', '--reverse', '--format=%s', `${known}..${head}`]))?.split('\n').filter(Boolean);
  return subjects?.[0];
}

async function textOf({ body, report, target }: PrCommandOptions, tree: WorkTree, console_: Console, folder?: string): Promise<ReportText> {
  if (body !== undefined) return { text: readText(body), blocks: 0 };
  console_.progress(say(words.comparing, console_.language));
  return reportText(report, tree, target, console_, folder);
}

function tellNothing(target: string, console_: Console): number {
  console_.done();
  if (console_.json) console_.document({ target, files: [], pushed: false });
  console_.note(say(words.nothing, console_.language, { target }));
  return EXIT.ok;
}

/** What is wrong after the push leaves a branch behind: that is said with the problem. */
async function afterPush<T>({ branch, commit, console_ }: { readonly branch: string; readonly commit: string; readonly console_: Console }, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    console_.done();
    const left: Problem = problem('CHAMP9332', branch, { value: branch, commit: commit.slice(0, 12) });
    throw new ProblemError([...error.problems, left]);
  }
}

interface Wanted {
  readonly branch: string;
  readonly target: string;
  readonly title: string;
  readonly isTitleGiven: boolean;
  readonly draft: boolean;
  readonly description: (former?: string) => string;
}

async function requestFor(forge: Forge, open: MergeRequest | undefined, { branch, target, title, isTitleGiven, draft, description }: Wanted): Promise<{ readonly request: MergeRequest; readonly outcome: NonNullable<Result['outcome']> }> {
  if (!open) {
    const text = description();
    const request = await forge.open({ branch, target, title, description: text, draft });
    // somebody else may have opened it meanwhile
    return request.description.trim() === text.trim() ? { request, outcome: 'opened' } : { request: await forge.update(request.number, { description: description(request.description) }), outcome: 'updated' };
  }
  const text = description(open.description);
  const edit = { ...(isTitleGiven && title !== open.title ? { title } : {}), ...(plain(text) === plain(open.description) ? {} : { description: text }) };
  if (Object.keys(edit).length === 0) return { request: open, outcome: 'same' };
  return { request: await forge.update(open.number, edit), outcome: 'updated' };
}

/** Forges change line ends and white space at the ends. */
const plain = (text: string): string => text.replace(/\r\n/g, '\n').trim();
