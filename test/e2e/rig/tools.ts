import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const SOURCE = join(__dirname, '..', 'tools');

/** Programs built from a pinned go.mod: a folder of tools/ and a package. */
const BUILT = {
  'kube-apiserver': ['kubernetes', 'k8s.io/kubernetes/cmd/kube-apiserver'],
  'kube-controller-manager': ['kubernetes', 'k8s.io/kubernetes/cmd/kube-controller-manager'],
  'kube-scheduler': ['kubernetes', 'k8s.io/kubernetes/cmd/kube-scheduler'],
  kubectl: ['kubernetes', 'k8s.io/kubernetes/cmd/kubectl'],
  argocd: ['argocd', 'github.com/argoproj/argo-cd/v3/cmd'],
  kwok: ['kwok', 'sigs.k8s.io/kwok/cmd/kwok'],
  actionlint: ['actionlint', 'github.com/rhysd/actionlint/cmd/actionlint'],
} as const satisfies Readonly<Record<string, readonly [module: string, source: string]>>;

/** Programs of npm packages, installed from a lock file of their own: a folder of tools/ and the script. The project itself needs none of them. */
const PACKAGED = {
  'gitlab-ci-local': ['gitlab-ci-local', 'node_modules/gitlab-ci-local/dist/index.js'],
} as const satisfies Readonly<Record<string, readonly [folder: string, script: string]>>;

/** Programs of the system, with the command that installs them. */
const INSTALLED = {
  etcd: 'apt-get install etcd-server',
  'redis-server': 'apt-get install redis-server',
  git: 'apt-get install git',
  openssl: 'apt-get install openssl',
} as const;

export type BuiltProgram = keyof typeof BUILT;
export type PackagedProgram = keyof typeof PACKAGED;
export type Program = BuiltProgram | keyof typeof INSTALLED;

export const BUILT_PROGRAMS = Object.keys(BUILT) as readonly BuiltProgram[];

/** A program that is not there, with the command that installs it. */
export class MissingTool extends Error {}

function need(program: string, install: string): string {
  const found = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' });
  if (found.status !== 0) throw new MissingTool(`${program} is not on the PATH; install it: ${install}`);
  return found.stdout.trim();
}

const go = (): string => need('go', 'see https://go.dev/doc/install, 1.26 or newer');

/** Where the programs of one module are kept: another go.mod, another compiler, another folder. */
function cacheFolder(module: string): string {
  const version = spawnSync(go(), ['env', 'GOVERSION', 'GOOS', 'GOARCH'], { encoding: 'utf8', cwd: join(SOURCE, module) }).stdout;
  return keptFolder(module, version, ['go.mod', 'go.sum']);
}

const packageFolder = (name: string): string => keptFolder(name, `${process.version} ${process.platform} ${process.arch}`, LOCKED);
const LOCKED = ['package.json', 'package-lock.json'] as const;

function keptFolder(name: string, version: string, files: readonly string[]): string {
  const key = createHash('sha256').update(version);
  for (const file of files) key.update(readFileSync(join(SOURCE, name, file)));
  const root = process.env['CHAMP_E2E_CACHE'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'champ-e2e');
  return join(root, `${name}-${key.digest('hex').slice(0, 16)}`);
}

const isBuilt = (program: Program): program is BuiltProgram => Object.hasOwn(BUILT, program);

/** Path of a program that is there already: `buildTools` runs before the tests. */
export function tool(program: Program): string {
  if (!isBuilt(program)) return need(program, INSTALLED[program]);
  const path = join(cacheFolder(BUILT[program][0]), program);
  if (!existsSync(path)) throw new MissingTool(`${program} is not built; run: npx projen e2e:tools`);
  return path;
}

/** Script of a program that `node` runs, installed already. */
export function script(program: PackagedProgram): string {
  const path = join(packageFolder(PACKAGED[program][0]), PACKAGED[program][1]);
  if (!existsSync(path)) throw new MissingTool(`${program} is not installed; run: npx projen e2e:tools`);
  return path;
}

/** Folder of a package's module, with the files that its authors ship beside the source. */
export function moduleFolder(program: BuiltProgram, path: string): string {
  const found = spawnSync(go(), ['list', '-m', '-f', '{{.Dir}}', path], { cwd: join(SOURCE, BUILT[program][0]), encoding: 'utf8', env: { ...process.env, GOFLAGS: '-mod=readonly' } });
  if (found.status !== 0 || found.stdout.trim() === '') throw new Error(`go list -m ${path} failed:\n${found.stderr}`);
  return found.stdout.trim();
}

/** Builds what is not in the cache; this takes minutes once. Says what it does and how long each took. */
export async function buildTools(say: (text: string) => void, programs: readonly BuiltProgram[] = BUILT_PROGRAMS): Promise<void> {
  for (const program of programs) {
    const [module, source] = BUILT[program];
    const folder = cacheFolder(module);
    const path = join(folder, program);
    if (existsSync(path)) continue;
    mkdirSync(folder, { recursive: true });
    const started = Date.now();
    say(`building ${program} (once; kept in the cache) ...`);
    // built beside its place and renamed into it, so that an interrupted build is never taken for a program
    const draft = `${path}.${process.pid}`;
    await build(module, source, draft).catch((error: unknown) => {
      rmSync(draft, { force: true });
      throw error;
    });
    renameSync(draft, path);
    say(`built ${program} in ${Math.round((Date.now() - started) / 1000)} s`);
  }
  for (const name of Object.keys(PACKAGED) as readonly PackagedProgram[]) installPackage(name, say);
}

/** Installed beside its place too; no package runs a script of its own. */
function installPackage(name: PackagedProgram, say: (text: string) => void): void {
  const folder = packageFolder(PACKAGED[name][0]);
  if (existsSync(folder)) return;
  say(`installing ${name} (once; kept in the cache) ...`);
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    for (const file of LOCKED) copyFileSync(join(SOURCE, PACKAGED[name][0], file), join(draft, file));
    const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: draft, encoding: 'utf8' });
    if (status !== 0) throw new Error(`npm ci of ${name} failed:\n${stderr}`);
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function build(module: string, source: string, to: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const args = ['build', '-trimpath', '-ldflags=-s -w', '-o', to, source];
    const child = spawn(go(), args, { cwd: join(SOURCE, module), stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, GOFLAGS: '-mod=readonly', CGO_ENABLED: '0' } });
    const errors: Buffer[] = [];
    child.stderr.on('data', (part: Buffer) => errors.push(part));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`go build ${source} failed:\n${Buffer.concat(errors).toString('utf8').split('\n').slice(-30).join('\n')}`))));
  });
}
