import { oneLine } from '../../text/one-line.ts';

/** One line `Key: value` at the end of a commit message. */
export type Trailer = readonly [key: string, value: string];

/** A commit message: subject, body, and the trailers as its last paragraph; trailers without a value are left out. */
export function messageOf(subject: string, body: readonly string[], trailers: readonly Trailer[]): string {
  const rows = trailers.filter(([, value]) => value !== '').map(([key, value]) => `${key}: ${oneLine(value)}`);
  return `${[oneLine(subject), body.map(oneLine).join('\n'), rows.join('\n')].filter((part) => part !== '').join('\n\n')}\n`;
}

/** The trailers of a message by key; empty unless every line of its last paragraph is one. The last of several with a key counts. */
export function trailersOf(message: string): ReadonlyMap<string, string> {
  const paragraph = message.trimEnd().split(/\n\s*\n/).slice(1).at(-1) ?? '';
  const rows = paragraph.split('\n').map((line) => /^([A-Za-z][A-Za-z0-9-]*): ?(.*)$/.exec(line));
  return rows.every((row) => row !== null) ? new Map(rows.map((row) => [row[1]!, row[2]!.trim()])) : new Map();
}

/** What is ours is known by this trailer. */
export const ENVIRONMENT = 'Champ-Environment';
export const ZONES = 'Champ-Zones';
export const SOURCE_COMMIT = 'Champ-Source-Commit';
export const SOURCE_AUTHOR = 'Champ-Source-Author';
export const ROLLBACK_TO = 'Champ-Rollback-To';
export const ROLLED_BACK = 'Champ-Rolled-Back';
/** A publish with `--resume` ends the rollbacks named here. */
export const RESUMED = 'Champ-Resumed';

/** Names in `Champ-Zones`. */
export const zonesIn = (trailers: ReadonlyMap<string, string>): readonly string[] => (trailers.get(ZONES) ?? '').split(',').map((zone) => zone.trim()).filter((zone) => zone !== '');
