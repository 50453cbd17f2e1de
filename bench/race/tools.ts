import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const MODULES = join(__dirname, '..', 'peers');

/** Package and the command that says the version, by the folder of bench/peers/ with its go.mod. */
const BUILT = {
  helm: { source: 'helm.sh/helm/v3/cmd/helm', module: 'helm.sh/helm/v3' },
  jsonnet: { source: 'github.com/google/go-jsonnet/cmd/jsonnet', module: 'github.com/google/go-jsonnet' },
  cue: { source: 'cuelang.org/go/cmd/cue', module: 'cuelang.org/go' },
  kustomize: { source: 'sigs.k8s.io/kustomize/kustomize/v5', module: 'sigs.k8s.io/kustomize/kustomize/v5' },
} as const;

export type ToolId = keyof typeof BUILT;
export const TOOLS = Object.keys(BUILT) as readonly ToolId[];

/** A peer's program and where it comes from. */
export interface Tool {
  readonly path: string;
  /** E.g. `v3.22.0` of bench/peers/helm/go.mod, or `PATH`. */
  readonly version: string;
}

/** The pinned program where it is built, else the one on the PATH; undefined where neither is there. */
export function findTool(id: ToolId): Tool | undefined {
  const built = join(cacheFolder(id), id);
  if (existsSync(built)) return { path: built, version: pinned(id) };
  const found = spawnSync('sh', ['-c', `command -v ${id}`], { encoding: 'utf8' });
  return found.status === 0 ? { path: found.stdout.trim(), version: 'PATH' } : undefined;
}

export const installCommand = (id: ToolId): string => `npx projen bench:tools    (or: go install ${BUILT[id].source}@${pinned(id)})`;

/** Version of a module in its go.mod. */
function pinned(id: ToolId): string {
  const text = readFileSync(join(MODULES, id, 'go.mod'), 'utf8');
  const line = text.split('\n').map((each) => each.trim().split(/\s+/)).find(([module]) => module === BUILT[id].module);
  return line?.[1] ?? 'latest';
}

/** Another go.mod, another compiler: another folder. Without a compiler there is the folder of none. */
function cacheFolder(id: ToolId): string {
  const folder = join(MODULES, id);
  const version = spawnSync('go', ['env', 'GOVERSION', 'GOOS', 'GOARCH'], { encoding: 'utf8', cwd: folder }).stdout ?? '';
  const key = createHash('sha256').update(version);
  for (const file of ['go.mod', 'go.sum']) key.update(readFileSync(join(folder, file)));
  const root = process.env['CHAMP_BENCH_CACHE'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'champ-bench');
  return join(root, `${id}-${key.digest('hex').slice(0, 16)}`);
}

/** Builds what is not in the cache, one after the other; this takes minutes once. */
export async function buildTools(say: (text: string) => void, ids: readonly ToolId[] = TOOLS): Promise<void> {
  if (spawnSync('go', ['version']).status !== 0) throw new Error('go is not on the PATH; see https://go.dev/doc/install, 1.26 or newer');
  for (const id of ids) {
    const folder = cacheFolder(id);
    const path = join(folder, id);
    if (existsSync(path)) continue;
    mkdirSync(folder, { recursive: true });
    const started = Date.now();
    say(`building ${id} ${pinned(id)} (once; kept in the cache) ...`);
    // built beside its place and renamed into it, so that an interrupted build is never taken for a program
    const draft = `${path}.${process.pid}`;
    try {
      await build(id, draft);
      renameSync(draft, path);
    } finally {
      rmSync(draft, { force: true });
    }
    say(`built ${id} in ${Math.round((Date.now() - started) / 1000)} s`);
  }
}

function build(id: ToolId, to: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', to, BUILT[id].source], {
      cwd: join(MODULES, id), stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, GOFLAGS: '-mod=readonly', CGO_ENABLED: '0' },
    });
    const errors: Buffer[] = [];
    child.stderr.on('data', (part: Buffer) => errors.push(part));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`go build ${BUILT[id].source} failed:\n${Buffer.concat(errors).toString('utf8').split('\n').slice(-30).join('\n')}`))));
  });
}
