import type { Git } from './git.ts';
import { oneLine } from '../../text/one-line.ts';

export interface Person {
  readonly name: string;
  readonly email: string;
}

/** A person at a time; `zone` is the offset of the clock, e.g. `+0800`. */
export interface Signature extends Person {
  /** Seconds since 1970. */
  readonly seconds: number;
  readonly zone: string;
}

export interface CommitInput {
  /** The first is what the files change, unless `base` says otherwise; none for the first commit of a branch. */
  readonly parents: readonly string[];
  /** Commit whose tree the files change. @default the first parent */
  readonly base?: string;
  /** By path: the bytes, or the id of a blob that is in the repository. */
  readonly write: ReadonlyMap<string, Buffer | { readonly blob: string }>;
  readonly remove: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

/** Keeps what was built from being cleaned away before it is pushed. */
const BUILD = 'refs/champ/build';

/** Makes a commit without a work tree, all of it in one process and one pack; killed midway it leaves none. Returns its id. */
export async function buildCommit(git: Git, input: CommitInput): Promise<string> {
  const [first, ...others] = input.parents;
  const parts: (string | Buffer)[] = ['feature done\n'];
  // without it the ref of a former build would become a parent
  parts.push(`reset ${BUILD}\n${first === undefined ? '' : `from ${first}\n`}\n`);
  parts.push(`commit ${BUILD}\nmark :1\nauthor ${signature(input.author)}\ncommitter ${signature(input.committer)}\n`, data(input.message));
  if (first !== undefined) parts.push(`from ${first}\n`);
  for (const parent of others) parts.push(`merge ${parent}\n`);
  if (input.base !== undefined && input.base !== first) {
    const tree = (await git.run(['rev-parse', '--verify', `${input.base}^{tree}`])).trim();
    parts.push('deleteall\n', `M 040000 ${tree} ""\n`);
  }
  for (const path of input.remove) parts.push(`D ${path}\n`);
  for (const [path, content] of input.write) {
    if (Buffer.isBuffer(content)) parts.push(`M 100644 inline ${path}\ndata ${content.length}\n`, content, '\n');
    else parts.push(`M 100644 ${content.blob} ${path}\n`);
  }
  parts.push('\nget-mark :1\ndone\n');
  const out = await git.run(['fast-import', '--quiet', '--force', '--date-format=raw'], { input: Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))) });
  return out.trim();
}

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

const signature = ({ name, email, seconds, zone }: Signature): string =>
  `${plain(name) || 'unknown'} <${plain(email)}> ${seconds} ${/^[-+]\d{4}$/.test(zone) ? zone : '+0000'}`;

const plain = (text: string): string => oneLine(text).replace(/[<>]/g, '').trim();
