import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const SOURCE = join(__dirname, '..', 'tools');
const PROGRAMS = { 'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver', 'kube-controller-manager': 'k8s.io/kubernetes/cmd/kube-controller-manager', kubectl: 'k8s.io/kubernetes/cmd/kubectl' } as const;

export type Program = keyof typeof PROGRAMS | 'etcd';

/** A program that is not there, with the command that installs it. */
export class MissingTool extends Error {}

function need(program: string, install: string): string {
  const found = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' });
  if (found.status !== 0) throw new MissingTool(`${program} is not on the PATH; install it: ${install}`);
  return found.stdout.trim();
}

/** Where the programs built from the pinned go.mod are kept: another go.mod is another folder. */
function cacheFolder(): string {
  const version = spawnSync(need('go', 'see https://go.dev/doc/install, 1.26 or newer'), ['env', 'GOVERSION', 'GOOS', 'GOARCH'], { encoding: 'utf8', cwd: SOURCE }).stdout;
  const key = createHash('sha256').update(version);
  for (const file of ['go.mod', 'go.sum']) key.update(readFileSync(join(SOURCE, file)));
  const root = process.env['CHAMP_E2E_CACHE'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'champ-e2e');
  return join(root, key.digest('hex').slice(0, 16));
}

/** Path of a program; the ones of Kubernetes are built on first use, which takes minutes, and kept. */
export function tool(program: Program, say: (text: string) => void = (text) => process.stderr.write(`${text}\n`)): string {
  if (program === 'etcd') return need('etcd', 'apt-get install etcd-server');
  const folder = cacheFolder();
  const path = join(folder, program);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const started = Date.now();
  say(`building ${program} (once; kept in the cache) ...`);
  // built beside its place and renamed into it, so that an interrupted build is never taken for a program
  const draft = `${path}.${process.pid}`;
  const built = spawnSync('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', draft, PROGRAMS[program]], { cwd: SOURCE, encoding: 'utf8', env: { ...process.env, GOFLAGS: '-mod=readonly', CGO_ENABLED: '0' } });
  if (built.status !== 0) {
    rmSync(draft, { force: true });
    throw new Error(`go build of ${program} failed:\n${built.stderr}`);
  }
  renameSync(draft, path);
  say(`built ${program} in ${Math.round((Date.now() - started) / 1000)} s`);
  return path;
}
