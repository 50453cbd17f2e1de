import { statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { Repository, Revision } from './repository.ts';

/** What the base is. */
export type Asked = { readonly kind: 'revision'; readonly revision: Revision } | { readonly kind: 'folder'; readonly folder: string } | { readonly kind: 'live' };

interface Words {
  readonly base?: string;
  readonly head?: string;
  readonly live?: unknown;
}

/** Written like a path the base is a folder, else a revision if there is one, else a folder if there is one. Throws a ProblemError when it is neither. */
export async function askedBase({ base, head, live }: Words, repository: () => Promise<Repository>): Promise<Asked> {
  if (live !== undefined) return { kind: 'live' };
  if (base === undefined) return { kind: 'revision', revision: await (await repository()).mergeBase(head) };
  const isFolder = statSync(base, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isFolder && (isAbsolute(base) || /^\.{1,2}(?:[/\\]|$)|[/\\]$/.test(base))) return { kind: 'folder', folder: base };
  if (isFolder && (await (await repository().catch(() => undefined))?.commitOf(base)) === undefined) return { kind: 'folder', folder: base };
  return { kind: 'revision', revision: await (await repository()).revision(base) };
}
