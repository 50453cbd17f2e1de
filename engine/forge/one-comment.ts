import type { CommentResult } from './forge.ts';
import { makeOnce } from './make-once.ts';
import type { Sender } from './send.ts';

export interface Comment {
  readonly id: number;
  readonly body: string;
}

interface Comments {
  /** Those of our own user, the oldest first: what others write with our marker is theirs. */
  readonly list: () => Promise<readonly Comment[]>;
  readonly create: (body: string) => Promise<void>;
  readonly update: (id: number, body: string) => Promise<void>;
}

/** Writes the comment that begins with the marker; forges change white space at the ends. */
export async function oneComment(marker: string, text: string, { list, create, update }: Comments, sender: Pick<Sender, 'wait' | 'tries'>): Promise<CommentResult> {
  const look = async () => (await list()).find(({ body }) => body.trimStart().startsWith(marker));
  const there = await look();
  if (there === undefined) {
    const made = await makeOnce({ name: marker, look: async () => ((await look()) ? true : undefined), make: async () => { await create(text); return true; } }, sender);
    return made ? 'created' : 'unchanged';
  }
  const plain = (body: string) => body.replace(/\r\n/g, '\n').trim();
  if (plain(there.body) === plain(text)) return 'unchanged';
  await update(there.id, text);
  return 'updated';
}
