import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ended } from '../../fixtures/champ.ts';
import { checkoutInto } from '../../fixtures/checkout.ts';

export interface Checkout {
  readonly root: string;
  champ(...args: readonly string[]): Ended;
  /** What the type checker says; empty when all is well. */
  typeCheck(): string;
  text(file: string): string;
  remove(): void;
}

/** A checkout for commands that write its sources. */
export function checkout(): Checkout {
  const root = mkdtempSync(join(tmpdir(), 'champ-checkout-'));
  checkoutInto(root);
  const run = (args: readonly string[]): Ended => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 2 ** 20, env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: tmpdir() } });
    return { code: status, out: stdout, err: stderr };
  };
  return {
    root,
    champ: (...args) => run([join(root, 'cli', 'champ.js'), ...args]),
    typeCheck: () => { const { code, out, err } = run([join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']); return code === 0 ? '' : out + err; },
    text: (file) => readFileSync(join(root, file), 'utf8'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
