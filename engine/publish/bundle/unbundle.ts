import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../inspect/plain.ts';
import { problem, ProblemError, type Arguments, type Code } from '../../problem/index.ts';
import { namesIn, type ImageList } from './images.ts';
import { checkSums, MEMBERS, parseJson, parseManifest, type BundleManifest } from './manifest.ts';
import { unpackTar } from './tar.ts';
import { zoneTree } from './tree.ts';
import { borrowing } from '../git/borrowed.ts';
import { Git } from '../git/git.ts';
import { ConfigRepo } from '../git/remote.ts';
import { verify } from './signature.ts';

export interface UnbundleInput {
  readonly file: string;
  /** File of keys that may sign, ssh-keygen(1). */
  readonly allowedSigners: string;
  /** Bare repository of the zone. */
  readonly repository: string;
  /** @default that of the bundle */
  readonly branch?: string;
  /** What the bundle must be for; without them the repository decides, and an empty one takes what comes. */
  readonly environment?: string;
  readonly zone?: string;
  /** Verifies all, changes nothing. */
  readonly dryRun?: boolean;
}

export interface UnbundleReport {
  readonly manifest: BundleManifest;
  readonly images: ImageList;
  /** Who signed it, as the file of allowed signers names him. */
  readonly signer: string;
  /** What the branch was; undefined for a new one. */
  readonly before?: string;
  /** False when the branch had it all, or of a dry run. */
  readonly applied: boolean;
}

/** Held in memory as a whole. */
const MAX_BYTES = 1024 * 2 ** 20;
const INCOMING = 'refs/heads/incoming';

const refuse = (code: Code, where: string, args: Arguments = {}): never => {
  throw new ProblemError([problem(code, where, args)]);
};

/** Verifies a bundle from the outside in, in a repository of its own, and only then moves the branch, at once and fast-forward. What is refused leaves the repository as it was. */
export async function unbundle(input: UnbundleInput): Promise<UnbundleReport> {
  const { file, repository } = input;
  const { members, signer, manifest, images } = await openBundle(file, input.allowedSigners);
  for (const name of ['environment', 'zone'] as const) if ((input[name] ?? manifest[name]) !== manifest[name]) refuse('CHAMP7208', file, { value: manifest[name], allowed: input[name] });
  const target = Git.open(repository, { bare: true });
  if (!existsSync(repository) || (await target.end(['rev-parse', '--is-bare-repository'])).out.toString('utf8').trim() !== 'true') refuse('CHAMP7218', repository);
  const branch = input.branch ?? manifest.branch;
  if (!(await target.ok(['check-ref-format', `refs/heads/${branch}`]))) refuse('CHAMP7023', '--branch', { value: branch });
  const ref = `refs/heads/${branch}`;
  const before = (await target.end(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])).out.toString('utf8').trim() || undefined;
  const report = { manifest, images, signer, ...(before === undefined ? {} : { before }) };
  if (before !== undefined) await sameZone(target, before, manifest, file);
  checkHeader(members.get(MEMBERS.git)!, manifest, file);
  if (manifest.from !== null && !(await target.ok(['cat-file', '-e', `${manifest.from}^{commit}`]))) refuse('CHAMP7210', file, { value: manifest.from });
  return borrowing(target, async (work, folder) => {
    const gitBundle = join(folder, MEMBERS.git);
    writeFileSync(gitBundle, members.get(MEMBERS.git)!);
    const broken = (why: string) => refuse('CHAMP7209', file, { why });
    const fetched = await work.end(['-c', 'fetch.fsckObjects=true', 'fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--', gitBundle, `+refs/heads/${manifest.branch}:${INCOMING}`]);
    if (fetched.code !== 0) broken(fetched.err.trim().split('\n').at(-1) ?? '');
    await checkHistory(work, manifest, broken);
    await checkContent(work, folder, manifest, images, file);
    if (before === manifest.to) return { ...report, applied: false };
    if (before !== undefined && await work.ok(['merge-base', '--is-ancestor', manifest.to, before])) refuse('CHAMP7211', file, { value: manifest.to, before });
    if (before !== undefined && !(await work.ok(['merge-base', '--is-ancestor', before, manifest.to]))) refuse('CHAMP7212', file, { value: manifest.to, before });
    if (input.dryRun) return { ...report, applied: false };
    await target.run(['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--', work.folder, INCOMING]);
    // none where there was none: an empty id says so
    const moved = await target.end(['update-ref', '-m', `champ unbundle: ${signer}`, ref, manifest.to, before ?? '0'.repeat(manifest.to.length)]);
    if (moved.code !== 0) refuse('CHAMP7220', repository, { branch, why: moved.err.trim().split('\n').at(-1) });
    return { ...report, applied: true };
  });
}

interface Opened {
  readonly members: ReadonlyMap<string, Buffer>;
  readonly signer: string;
  readonly manifest: BundleManifest;
  readonly images: ImageList;
}

/** Container, members, checksums, signature, manifest: each is looked at only when all before it hold. */
async function openBundle(file: string, allowedSigners: string): Promise<Opened> {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? refuse('CHAMP7200', file, { why: 'ENOENT' });
  if (size > MAX_BYTES) refuse('CHAMP7200', file, { why: `${size} bytes > ${MAX_BYTES}` });
  const members = unpackTar(read(file), file);
  const names = Object.values(MEMBERS);
  if ([...members.keys()].join() !== names.join()) refuse('CHAMP7202', file, { value: [...members.keys()], allowed: names });
  checkSums(members, file);
  const signer = await verify(members.get(MEMBERS.checksums)!, members.get(MEMBERS.signature)!, allowedSigners, file);
  const manifest = parseManifest(members.get(MEMBERS.manifest)!, file);
  const images = parseJson(members.get(MEMBERS.images)!, MEMBERS.images, file) as unknown as ImageList;
  return { members, signer, manifest, images };
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    return refuse('CHAMP7200', file, { why: (error as NodeJS.ErrnoException).code });
  }
}

/** A repository of one zone takes nothing of another. */
async function sameZone(target: Git, commit: string, { environment, zone }: BundleManifest, file: string): Promise<void> {
  const folders = (await target.run(['ls-tree', '-z', '--name-only', '--full-tree', commit])).split('\0').filter(Boolean);
  const zones = (await Promise.all(folders.map(async (each) => (await target.end(['ls-tree', '-z', '--name-only', '--full-tree', commit, '--', `${each}/`])).out.toString('utf8').split('\0').filter(Boolean)))).flat();
  if (zones.join() !== `${environment}/${zone}`) refuse('CHAMP7208', file, { value: `${environment}/${zone}`, allowed: zones.slice(0, 10) });
}

/** What the git bundle says of itself, before the git program reads it. */
function checkHeader(content: Buffer, { branch, from, to }: BundleManifest, file: string): void {
  const end = content.indexOf('\n\n');
  const rows = content.toString('latin1', 0, Math.max(0, end)).split('\n').filter((line) => !/^[#@]/.test(line));
  const heads = rows.filter((line) => !line.startsWith('-'));
  const needs = rows.filter((line) => line.startsWith('-')).map((line) => line.slice(1).split(' ')[0]);
  if (end < 0 || heads.join() !== `${to} refs/heads/${branch}` || needs.join() !== (from ?? '')) refuse('CHAMP7209', file, { why: 'its heads are not those of the manifest' });
}

/** The commits are as many as said, in one line, and touch the zone's folder alone. */
async function checkHistory(work: Git, { from, to, commits, environment, zone }: BundleManifest, broken: (why: string) => never): Promise<void> {
  const range = [to, ...(from === null ? [] : [`^${from}`])];
  const parents = (await work.run(['rev-list', '--parents', ...range])).trim().split('\n').map((line) => line.split(' ').length - 1);
  if (parents.length !== commits || parents.some((count) => count > 1)) broken(`${parents.length} commits`);
  if (from === null && parents.at(-1) !== 0) broken('no first commit');
  const paths = await work.run(['log', '-z', '--root', '--no-renames', '--format=', '--name-only', ...range]);
  const stray = paths.split('\0').map((path) => path.replace(/^\n/, '')).find((path) => path !== '' && !path.startsWith(`${environment}/${zone}/`));
  if (stray !== undefined) broken(stray);
}

/** The tree is what its ledger says, and the list of images is what the tree names. */
async function checkContent(work: Git, folder: string, manifest: BundleManifest, images: ImageList, file: string): Promise<void> {
  const repo = await ConfigRepo.open(work.folder, { branch: 'incoming', cacheFolder: join(folder, 'cache') });
  try {
    await repo.fetch();
    const { objects, files } = await zoneTree(repo, manifest.to, manifest.environment, manifest.zone, file);
    const names = namesIn(objects, manifest.zone);
    const listed = rowsOf(images.images).map(({ image, digest }) => (String(image).endsWith(`@${String(digest)}`) ? image : ''));
    const charts = rowsOf(images.charts).map(({ repository, chart, version }) => ({ repository, chart, version }));
    const same = JSON.stringify([listed, charts, images.environment, images.zone]) === JSON.stringify([names.images, names.charts, manifest.environment, manifest.zone]);
    if (!same || manifest.images !== listed.length || manifest.objects !== objects.length || manifest.files !== files) refuse('CHAMP7214', file);
  } finally {
    repo.close();
  }
}

/** A signed list may still be anything. */
const rowsOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? value.filter(isRecord) : []);
