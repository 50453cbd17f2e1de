import { problem, ProblemError } from '../problem/index.ts';
import { buildCommit, type Signature } from './git/commit.ts';
import type { Prepared } from './prepare.ts';
import { METADATA } from './state/published.ts';
import { pushCommit } from './git/push.ts';
import type { ConfigRepo } from './git/remote.ts';
import { isChanged } from './zone-plan.ts';

/** Moments of a publish, in order; tests end the process in them. */
export type Step = 'fetched' | 'planned' | 'built' | 'pushed';

export interface DeliverInput {
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: (prepared: Prepared) => string;
  /** Bytes of a file that is wanted, by path; undefined for one that the repository has. */
  readonly content: (path: string) => Buffer | undefined;
  /** Text of `hydrator.metadata` of a zone. */
  readonly metadata?: string;
  /** Plans anew what the branch has become; throws what speaks against it now. */
  readonly again: () => Promise<Prepared>;
  readonly tries?: number;
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** 0 to below 1. */
  readonly random?: () => number;
  readonly onStep?: (step: Step) => void;
  readonly onRetry?: (attempt: number) => void;
}

export interface Delivered {
  /** Undefined when somebody else published the same meanwhile. */
  readonly commit?: string;
  readonly prepared: Prepared;
  readonly tries: number;
}

const TRIES = 10;
const pause = (milliseconds: number): Promise<void> => new Promise((go) => setTimeout(go, milliseconds));

/** Commits and pushes what was prepared; when the branch moves meanwhile, does it again on its new tip. Throws when that never ends. */
export async function deliver(repo: ConfigRepo, first: Prepared, input: DeliverInput): Promise<Delivered> {
  const { tries = TRIES, wait = pause, random = Math.random, onStep = () => {} } = input;
  let prepared = first;
  for (let attempt = 1; ; attempt++) {
    if (!prepared.isChanged) return { prepared, tries: attempt };
    const commit = await build(repo, prepared, input);
    onStep('built');
    if (await pushCommit(repo, commit, `refs/heads/${prepared.target.branch}`)) {
      onStep('pushed');
      await repo.pushed(prepared.target.branch, commit);
      return { commit, prepared, tries: attempt };
    }
    if (attempt === tries) throw new ProblemError([problem('CHAMP7007', repo.shown, { value: prepared.target.branch, count: tries })]);
    input.onRetry?.(attempt);
    // twice as long each time, up to five seconds, and never two publishers in step
    await wait(Math.min(5000, 50 * 2 ** attempt) * (0.5 + random() / 2));
    prepared = await input.again();
  }
}

/** The commit: every changed zone with what it lacks, and nothing else of the repository. */
async function build(repo: ConfigRepo, prepared: Prepared, { author, committer, message, content, metadata }: DeliverInput): Promise<string> {
  const { target, plans } = prepared;
  const write = new Map<string, Buffer | { readonly blob: string }>();
  for (const { before, wanted, created, changed } of plans.filter(isChanged)) {
    for (const path of [...created, ...changed]) write.set(path, content(path) ?? { blob: wanted.get(path)! });
    if (metadata !== undefined) write.set(`${before.folder}/${METADATA}`, Buffer.from(metadata));
  }
  return buildCommit(repo.git, {
    parents: target.parents, ...(target.base === undefined ? {} : { base: target.base }), write, remove: plans.flatMap(({ removed }) => removed), author, committer, message: message(prepared),
  });
}
