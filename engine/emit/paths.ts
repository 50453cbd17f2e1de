/** Names of the emitter's own files, relative to the folder of an environment. */
export const LEDGER = 'ledger.json';
/** Holds the contents of files that are about to be put in place. */
export const STAGING = '.champ-staging';
/** The ledger of a tree that is being written: its presence says that the tree is not whole. */
const PENDING = /^\.ledger\.pending-(\d{1,9})\.json$/;

export const pendingName = (number: number): string => `.ledger.pending-${number}.json`;
export const pendingNumber = (name: string): number | undefined => {
  const digits = PENDING.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

export const MAX_PART = 200;
/** What people are told; the rule is PART, RESERVED and MAX_PART. */
export const ALLOWED_PART = `a-z A-Z 0-9 . _ -, first and last a letter or digit, 1-${MAX_PART}`;
const PART = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;
/** Device names that Windows keeps in every folder, whatever their extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

export function isSafePart(part: string): boolean {
  return part.length <= MAX_PART && PART.test(part) && !RESERVED.test(part);
}

/** The first part of a path below an environment's folder that cannot be a file name there; undefined when all can. */
export function unsafePart(parts: readonly string[]): string | undefined {
  if (parts[0]?.toLowerCase() === LEDGER) return parts[0];
  return parts.find((part) => !isSafePart(part));
}

/** `a/b/c.yaml` -> `a`, `a/b`. */
export function foldersOf(file: string): string[] {
  const folders: string[] = [];
  for (let slash = file.indexOf('/'); slash !== -1; slash = file.indexOf('/', slash + 1)) folders.push(file.slice(0, slash));
  return folders;
}

/** Compares by UTF-16 code units: the same order on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
