/**
 * True where a pattern of a verification policy covers an image. `**` crosses slashes, and so does `*` when the product reads it so;
 * otherwise `*` stays within one part of the path. Linear in pattern and image, whatever they hold.
 */
export function covers(pattern: string, image: string, crossing: boolean): boolean {
  if (crossing || pattern.includes('**')) return matches(pattern, image);
  const [wanted, parts] = [pattern.split('/'), image.split('/')];
  return wanted.length === parts.length && wanted.every((each, index) => matches(each, parts[index] ?? ''));
}

/** Wildcards `*` and `?` by two pointers: only the last star is ever tried again. */
function matches(pattern: string, text: string): boolean {
  let [at, star, resume] = [0, -1, 0];
  for (let index = 0; index < text.length;) {
    if (at < pattern.length && pattern[at] === '*') {
      star = at++;
      resume = index;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[index])) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
