import { dirname, resolve } from 'node:path';
import type { SourceChange } from '../../../engine/change/analysis/index.ts';
import type { Side } from '../../../engine/change/index.ts';
import { nearest, problem, ProblemError, type Language, type Text } from '../../../engine/problem/index.ts';
import { chosenEnvironments, environmentNames, ROOT, type Rendered } from '../../estate/index.ts';
import { changedSources } from '../sources.ts';

import { diffWords as words, sideWords } from '../words.ts';
import { askedBase, type Asked } from './argument.ts';
import { Contents, type Given } from './contents.ts';
import { readFolder, readLoose } from './folder.ts';
import { readLive } from './live.ts';
import { Repository } from './repository.ts';
import { renderBase, renderRevision, type RevisionOptions } from './revision.ts';
import type { Found } from './side.ts';
import { assertWhole, renderWorkTree, workTreeLabel } from './work-tree.ts';

/** Which two states are compared. */
export interface SidesInput {
  /** A revision or a folder. @default the merge base with the main branch */
  readonly base?: string;
  /** A revision. @default the work tree */
  readonly head?: string;
  /** The config repository as base: its addresses, or true for those of the environment. */
  readonly live?: true | readonly string[];
  /** Of the config repository. */
  readonly branch: string;
  readonly environments?: readonly string[];
  /** Folder of the environments. @default that of this project */
  readonly folder?: string;
  /** Of labels. */
  readonly language: Language;
  readonly onProgress?: (text: Text, args?: Readonly<Record<string, string>>) => void;
}

export interface Sides {
  readonly base: Side;
  readonly head: Side;
  /** What people should know about the sides themselves. */
  readonly notes: readonly Text[];
  /** The work tree's, by name; empty where the head is something else. */
  readonly rendered: ReadonlyMap<string, Rendered>;
  /** Changed files of this repository, where both sides are states of it. */
  readonly sources?: readonly SourceChange[];
}

/** Renders both sides at once: processes of their own work while this one renders the work tree. Throws a ProblemError when one cannot be had. */
export async function bothSides(input: SidesInput): Promise<Sides> {
  const repository = onceOf(() => Repository.open(input.folder === undefined ? ROOT : dirname(resolve(input.folder))));
  const asked = await askedBase(input, repository);
  const stop = new AbortController();
  const common: RevisionOptions = {
    ...(input.environments ? { environments: input.environments } : {}), isOwn: input.folder === undefined, signal: stop.signal,
    onInstall: () => input.onProgress?.(words.installing),
  };
  if (asked.kind === 'revision') input.onProgress?.(words.renderingBase, { name: asked.revision.name });
  const rendering = asked.kind === 'revision' ? await underWay(async (onStart) => renderBase(await repository(), asked.revision, { ...common, onStart })) : undefined;
  try {
    const folder = asked.kind === 'folder' ? readFolder(asked.folder) : undefined;
    const names = input.environments ?? folder?.environments.map(({ name }) => name);
    const head = await headOf({ ...input, ...(names ? { environments: names } : {}) }, { repository, asked, common, former: rendering?.settled()?.environments ?? folder?.environments ?? [] });
    const base = await (rendering?.result ?? folder ?? (asked.kind === 'folder' ? readLoose(asked.folder, head.environments) : readLive(head.environments, input)));
    assertNames(input.environments, base, head, asked);
    const sources = asked.kind === 'revision' && base.commit !== undefined ? await changedSources(await repository(), base.commit, input.head === undefined ? undefined : head.commit) : undefined;
    return { ...shared(base, head), notes: [...base.notes, ...head.notes], rendered: head.rendered ?? new Map(), ...(sources ? { sources } : {}) };
  } catch (error) {
    stop.abort();
    // it removes what it has made
    await rendering?.result.catch(() => {});
    throw error;
  }
}

interface HeadMeans {
  readonly repository: () => Promise<Repository>;
  readonly asked: Asked;
  readonly common: RevisionOptions;
  /** Environments of a base that is at hand. */
  readonly former: readonly Given[];
}

async function headOf({ head, environments, folder, language, onProgress }: SidesInput, { repository, asked, common, former }: HeadMeans): Promise<Found> {
  onProgress?.(words.rendering, { name: head ?? sideWords.workTree[language] });
  if (head !== undefined) {
    const own = await repository();
    return renderRevision(own, await own.revision(head), { ...common, ...(environments ? { environments } : {}) });
  }
  // a folder can be compared without a repository
  const own = await repository().catch((error: unknown) => {
    if (asked.kind === 'revision' || !(error instanceof ProblemError)) throw error;
    return undefined;
  });
  if (own) await assertWhole(own);
  const label = workTreeLabel(own);
  const known = environmentNames(folder);
  const names = chosenEnvironments(environments?.filter((name) => known.includes(name)), folder).filter((name) => environments?.includes(name) ?? true);
  const rendered = new Map<string, Rendered>();
  const given = renderWorkTree(names, { former, ...(folder === undefined ? {} : { folder }), onRendered: (name, each) => rendered.set(name, each) });
  const { label: text, commit } = await label;
  return { label: text[language], ...(commit === undefined ? {} : { commit }), names: known, environments: given, notes: [], rendered };
}

/** The head has its manifests at hand, so it shares them first. */
function shared(base: Found, head: Found): Pick<Sides, 'base' | 'head'> {
  const contents = new Contents();
  const sideOf = ({ label, commit, environments }: Found): Side => ({ label, ...(commit === undefined ? {} : { commit }), environments: environments.map((each) => contents.share(each)) });
  const headSide = sideOf(head);
  return { head: headSide, base: sideOf(base) };
}

/** A name that neither side has is a slip; a folder is named for what is in it. */
function assertNames(environments: readonly string[] | undefined, base: Found, head: Found, asked: Asked): void {
  const names = [...new Set([...base.names, ...(asked.kind === 'folder' ? [] : head.names)])].sort();
  const unknown = (environments ?? []).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new ProblemError(unknown.map((value) => problem('CHAMP9006', 'champ diff --env', { value, allowed: names, near: nearest(value, names) })));
}

/** What `work` comes to, as soon as it is at hand or a process of its own works on it. Nobody has to wait for `result` at once. */
async function underWay(work: (onStart: () => void) => Promise<Found>): Promise<{ readonly result: Promise<Found>; readonly settled: () => Found | undefined }> {
  let [result, settled]: [Promise<Found> | undefined, Found | undefined] = [undefined, undefined];
  await new Promise<void>((go) => {
    result = work(go);
    result.then((found) => { settled = found; go(); }, () => go());
  });
  return { result: result!, settled: () => settled };
}

function onceOf<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
