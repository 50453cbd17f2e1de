const VERSION = /^[vV]?(\d+(?:\.\d+)*)(.*)$/;

/** Whether a version is older than another; false where the two cannot be compared, such as a version and a commit. */
export function isOlder(version: string, other: string): boolean {
  const [one, two] = [VERSION.exec(version), VERSION.exec(other)];
  if (!one || !two || isCommit(version) || isCommit(other)) return false;
  const [a, b] = [one[1]!.split('.').map(Number), two[1]!.split('.').map(Number)];
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const [left, right] = [a[index] ?? 0, b[index] ?? 0];
    if (left !== right) return left < right;
  }
  return isBefore(one[2]!, two[2]!);
}

const isCommit = (version: string): boolean => /^[0-9a-f]{7,40}$/.test(version) && /[a-f]/.test(version);

/** Words that come before a release; `-p1` and the like come after it. */
const EARLY = /^[-_.]?(?:alpha|beta|snapshot|rc|m|pre|preview|dev)/i;

/** Of what stands behind equal numbers: `-rc.2` before `-rc.10`, both before nothing, `-p1` after it. */
function isBefore(a: string, b: string): boolean {
  if (a === b) return false;
  const rank = (text: string) => (EARLY.test(text) ? 0 : text === '' ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) < rank(b);
  const padded = (text: string) => text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0'));
  return padded(a) < padded(b);
}
