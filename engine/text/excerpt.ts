const MAX_LENGTH = 80;

/** A value as it is quoted in a problem: one line, at most 80 characters. */
export function excerpt(value: unknown): string {
  const line = String(value).slice(0, MAX_LENGTH + 1).replace(/\s/g, ' ');
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1)}…` : line;
}
