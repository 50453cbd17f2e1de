import type { Git } from './git/git.ts';

export type Age = 'same' | 'older' | 'newer' | 'apart' | 'unknown';

/** How a source commit stands to one that was published; `unknown` when the source repository lacks one of them. */
export async function ageOf(source: Git, ours: string, published: string): Promise<Age> {
  if (ours === published) return 'same';
  for (const sha of [ours, published]) if (!(await source.ok(['cat-file', '-e', `${sha}^{commit}`]))) return 'unknown';
  if (await source.ok(['merge-base', '--is-ancestor', ours, published])) return 'older';
  return (await source.ok(['merge-base', '--is-ancestor', published, ours])) ? 'newer' : 'apart';
}
