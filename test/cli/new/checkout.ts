import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, type Ended } from '../../fixtures/champ.ts';

const SOURCES = ['apps', 'cli', 'constructs', 'engine', 'environments', 'policies', 'package.json', 'package-lock.json', 'tsconfig.json'];

export interface Checkout {
  readonly root: string;
  champ(...args: readonly string[]): Ended;
  /** What the type checker says; empty when all is well. */
  typeCheck(): string;
  text(file: string): string;
  remove(): void;
}

/** The project in a folder of its own, with packages as hard links and no cache, for commands that write its sources. */
export function checkout(): Checkout {
  const root = mkdtempSync(join(tmpdir(), 'champ-checkout-'));
  for (const name of SOURCES) cpSync(join(ROOT, name), join(root, name), { recursive: true });
  const modules = join(root, 'node_modules');
  if (spawnSync('cp', ['-al', join(ROOT, 'node_modules'), modules]).status !== 0) {
    rmSync(modules, { recursive: true, force: true });
    cpSync(join(ROOT, 'node_modules'), modules, { recursive: true, verbatimSymlinks: true });
  }
  rmSync(join(modules, '.cache'), { recursive: true, force: true });
  const run = (args: readonly string[]): Ended => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 2 ** 20, env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: tmpdir() } });
    return { code: status, out: stdout, err: stderr };
  };
  return {
    root,
    champ: (...args) => run([join(root, 'cli', 'champ.js'), ...args]),
    typeCheck: () => { const { code, out, err } = run([join(modules, 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']); return code === 0 ? '' : out + err; },
    text: (file) => readFileSync(join(root, file), 'utf8'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
