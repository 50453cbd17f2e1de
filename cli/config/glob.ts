/** Whether a pattern may mean several files. */
export const isGlob = (pattern: string): boolean => /[*?]/.test(pattern);

/** Tells paths that a pattern means: `*` and `?` within one name, `**` over any number of folders. */
export function globMatcher(pattern: string): (path: string) => boolean {
  const parts = pattern.split('/').filter((part) => part !== '' && part !== '.').map((part) => (part === '**' ? part : new RegExp(`^${part.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '[^]*').replaceAll('?', '[^]')}$`, 'u')));
  return (path) => matches(parts, path.split('/'));
}

/** Each row says from which names on the rest of the pattern fits; no pattern takes longer than its length times the path's. */
function matches(parts: readonly (string | RegExp)[], names: readonly string[]): boolean {
  let fits = Array.from({ length: names.length + 1 }, (_, index) => index === names.length);
  for (const part of [...parts].reverse()) {
    const next: boolean[] = Array.from({ length: names.length + 1 }, () => false);
    for (let index = names.length; index >= 0; index--) {
      if (typeof part === 'string') next[index] = fits[index]! || (index < names.length && next[index + 1]!);
      else next[index] = index < names.length && fits[index + 1]! && part.test(names[index]!);
    }
    fits = next;
  }
  return fits[0]!;
}
