import { hash } from 'node:crypto';
import { isRecord } from '../../inspect/plain.ts';
import { problem, ProblemError } from '../../problem/index.ts';

/** manifest.json: what the bundle brings. Everything in it is checked against the other members. */
export interface BundleManifest {
  readonly format: 'champ-bundle';
  readonly version: 1;
  readonly environment: string;
  readonly zone: string;
  readonly branch: string;
  /** Commit of the zone's history that must be there already; null when the bundle brings all of it. */
  readonly from: string | null;
  readonly to: string;
  /** The same two in the config repository. */
  readonly configFrom: string | null;
  readonly configTo: string;
  /** Source commit of `to`; null when nobody named it. */
  readonly source: string | null;
  /** When `configTo` was made, ISO 8601 in UTC. */
  readonly date: string;
  readonly commits: number;
  readonly objects: number;
  readonly files: number;
  readonly images: number;
}

/** Names in the file, in their order. The signature is over the checksums, which are over the rest. */
export const MEMBERS = { manifest: 'manifest.json', images: 'images.json', git: 'zone.bundle', checksums: 'checksums.txt', signature: 'checksums.txt.sig' } as const;
const CHECKED = [MEMBERS.manifest, MEMBERS.images, MEMBERS.git];

/** As `sha256sum` writes them, and `sha256sum -c` reads them. */
export const checksums = (members: ReadonlyMap<string, Buffer>): Buffer => Buffer.from(CHECKED.map((name) => `${hash('sha256', members.get(name) ?? '')}  ${name}\n`).join(''));

/** Throws when a member is not what was signed. */
export function checkSums(members: ReadonlyMap<string, Buffer>, where: string): void {
  const signed = members.get(MEMBERS.checksums)!.toString('latin1').split('\n');
  const actual = checksums(members).toString('latin1').split('\n');
  const wrong = [...CHECKED, ''].filter((_, index) => signed[index] !== actual[index]);
  if (wrong.length > 0 || signed.length !== actual.length) throw new ProblemError([problem('CHAMP7206', where, { value: wrong[0] || MEMBERS.checksums })]);
}

const ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const NAME = /^[a-z](?:[a-z0-9-]{0,28}[a-z0-9])?$/;
const SHAPE: Readonly<Record<keyof BundleManifest, (value: unknown) => boolean>> = {
  format: (value) => value === 'champ-bundle',
  version: (value) => value === 1,
  environment: (value) => typeof value === 'string' && NAME.test(value),
  zone: (value) => typeof value === 'string' && NAME.test(value),
  branch: (value) => typeof value === 'string' && /^[A-Za-z0-9][\w./-]*$/.test(value),
  from: (value) => value === null || isId(value),
  to: isId,
  configFrom: (value) => value === null || isId(value),
  configTo: isId,
  source: (value) => value === null || typeof value === 'string',
  date: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  commits: isCount, objects: isCount, files: isCount, images: isCount,
};

function isId(value: unknown): boolean {
  return typeof value === 'string' && ID.test(value);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** Reads the manifest; throws when a field is missing, wrong or unknown: a newer format is not guessed at. */
export function parseManifest(content: Buffer, where: string): BundleManifest {
  const data = parseJson(content, MEMBERS.manifest, where);
  const wrong = [...Object.keys(SHAPE), ...Object.keys(data)].find((key) => !Object.hasOwn(SHAPE, key) || !SHAPE[key as keyof BundleManifest](data[key]));
  if (wrong !== undefined) throw new ProblemError([problem('CHAMP7207', where, { value: MEMBERS.manifest, why: wrong })]);
  return data as unknown as BundleManifest;
}

export function parseJson(content: Buffer, name: string, where: string): Readonly<Record<string, unknown>> {
  try {
    const data: unknown = JSON.parse(content.toString('utf8'));
    if (isRecord(data)) return data;
  } catch { /* said below */ }
  throw new ProblemError([problem('CHAMP7207', where, { value: name, why: 'JSON' })]);
}

export const jsonText = (data: object): Buffer => Buffer.from(`${JSON.stringify(data, null, 2)}\n`);
