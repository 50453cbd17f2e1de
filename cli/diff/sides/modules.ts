import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { problem, ProblemError } from '../../../engine/problem/index.ts';
import { ROOT } from '../../estate/environments.ts';
import { runNode, type RunOptions } from './process.ts';

const FILES = ['package.json', 'package-lock.json', '.npmrc'];

/** Installs the packages of a checkout's lock file into a folder above it, unless they are there. Another process that does the same is waited for. */
export async function installModules(modules: string, checkout: string, options: Pick<RunOptions, 'signal' | 'onStart'>): Promise<void> {
  for (const name of FILES) if (existsSync(join(checkout, name))) copyFileSync(join(checkout, name), join(modules, name));
  const script = `process.exitCode = require(${JSON.stringify(join(ROOT, 'cli', 'install.js'))}).install(process.cwd())`;
  const { code, err } = await runNode(['-e', script], { cwd: modules, env: process.env, ...options });
  if (code === 0) return;
  const lines = err.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const ofNpm = lines.flatMap((line) => /^npm (?:error|ERR!) (?!A complete log)(.+)/.exec(line)?.[1] ?? []);
  throw new ProblemError([problem('CHAMP9010', 'champ diff', { value: code ?? 'killed', why: (ofNpm.length > 0 ? ofNpm.slice(0, 3) : lines.slice(-1)).join('; ').slice(0, 600) })]);
}
