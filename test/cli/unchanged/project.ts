import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../fixtures/champ.ts';

/** The real start of the command and the real emitter, with a program of a few lines between them that says when it runs. */
const PROGRAM = `
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { emit, filesOf, lockOf, planTree } from '${ROOT}/engine/emit/index.ts';
import type { SynthCache } from '${ROOT}/cli/synth-cache.ts';
import { word } from './word.ts';

export const guardStreams = (): void => {};

export async function main(argv: readonly string[], _streams: unknown, cache?: SynthCache): Promise<number> {
  const environment = join(__dirname, '..', 'environments', 'north');
  const file = (name: string, content: string) => ({ file: name, content, path: 'north', source: 'index.ts:1' });
  const files = [
    file('zone/facts.txt', word + readFileSync(join(environment, 'facts.yaml'), 'utf8')),
    ...readdirSync(join(environment, 'config')).map((name) => file('zone/config/' + name, readFileSync(join(environment, 'config', name), 'utf8'))),
  ];
  const { EDIT, TAMPER } = process.env;
  if (EDIT) writeFileSync(join(environment, 'facts.yaml'), EDIT);
  const out = resolve(argv.at(-1)!);
  const tree = planTree({ environment: 'north', objects: [], files });
  const kept = argv.includes('--no-cache') ? undefined : cache;
  const [report] = emit(out, [tree], { digestOf: kept?.digestOf });
  if (TAMPER) writeFileSync(join(out, 'north/zone/facts.txt'), TAMPER);
  process.stdout.write('rendered: ' + report!.written.length + ' written, ' + report!.removed.length + ' removed, ' + report!.foreign.length + ' foreign\\n');
  if (report!.foreign.length === 0) {
    kept?.remember({ environments: [{ name: 'north', folder: join(out, 'north'), lock: lockOf(out, 'north'), files: filesOf(tree) }], out: 'known\\n', err: 'took \\0 s\\n' });
  }
  return 0;
}
`;

export interface Project {
  readonly root: string;
  readonly out: string;
  /** A path in the output of the environment. */
  output(file: string): string;
  read(path: string): string;
  /** Writes a file below the project. */
  write(file: string, text: string): void;
  /** Writes text of the same length and sets the file's time back. */
  edit(path: string): void;
  /** Standard output of `champ synth --out <out>`. */
  synth(options?: RunOptions): Promise<string>;
  start(options?: RunOptions): ChildProcess;
  records(): readonly string[];
  remove(): void;
}

export interface RunOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly out?: string;
}

export function project(): Project {
  const root = mkdtempSync(join(tmpdir(), 'champ-unchanged-'));
  const out = join(root, 'dist');
  const write = (file: string, text: string) => {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  for (const file of ['champ.js', 'load.js', 'synth/thread.js', 'bundle', 'unchanged']) cpSync(join(ROOT, 'cli', file), join(root, 'cli', file), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  for (const name of ['esbuild', 'tsx']) symlinkSync(join(ROOT, 'node_modules', name), join(root, 'node_modules', name));
  write('node_modules/.package-lock.json', '{}');
  write('cli/main.ts', PROGRAM);
  write('cli/word.ts', "export const word: string = 'first ';\n");
  write('environments/north/index.ts', "export default 'north';\n");
  write('environments/north/facts.yaml', 'size: 1\n');
  write('environments/north/config/a.txt', 'a\n');
  write('environments/north/config/b.txt', 'b\n');
  const records = () => {
    const folder = join(root, 'node_modules', '.cache', 'champ-synth');
    return readdirSync(folder).map((name) => join(folder, name));
  };
  const start = ({ args = [], env = {}, cwd = root, out: target = out }: RunOptions = {}) =>
    spawn(process.execPath, [join(root, 'cli', 'champ.js'), 'synth', ...args, '--out', target], { cwd, env: { PATH: process.env['PATH'], ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  return {
    root, out, write, records, start,
    output: (file) => join(out, 'north', file),
    read: (path) => readFileSync(path, 'utf8'),
    edit(path) {
      const [text, { atime, mtime }] = [readFileSync(path, 'utf8'), statSync(path)];
      writeFileSync(path, text.replace(/\w/, (letter) => (letter === 'x' ? 'y' : 'x')));
      utimesSync(path, atime, mtime);
    },
    synth: (options) => new Promise((resolve, reject) => {
      const child = start(options);
      let [text, err] = ['', ''];
      child.stdout!.on('data', (data) => { text += data; });
      child.stderr!.on('data', (data) => { err += data; });
      child.on('error', reject).on('close', (code) => (code === 0 ? resolve(text) : reject(new Error(`${code}: ${err}`))));
    }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
