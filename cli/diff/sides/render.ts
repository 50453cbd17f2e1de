import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerFiles, readLedger } from '../../../engine/emit/index.ts';
import { problem, ProblemError, type Problem } from '../../../engine/problem/index.ts';
import { codes, type Code } from '../../../engine/problem/codes/index.ts';
import { isRecord, list, record, strings, text } from '../../../engine/inspect/plain.ts';
import { ROOT } from '../../estate/environments.ts';
import { readPack, type Pack } from './pack.ts';
import { LONGEST_MS, runNode, withoutCredentials, type Ended, type RunOptions } from './process.ts';

/** What a checkout is rendered with. */
export interface Renderer {
  /** Sources of the revision. */
  readonly folder: string;
  /** For results; removed by the caller. */
  readonly out: string;
  readonly options: Pick<RunOptions, 'signal' | 'onStart' | 'longest'>;
}

const USAGE = 2;

/** Renders environments of a checkout by its own code. Throws a ProblemError with what that code says is wrong. */
export async function renderCheckout({ folder, out, options }: Renderer, environments: readonly string[]): Promise<ReadonlyMap<string, Pack>> {
  const program = join(folder, 'cli', 'champ.js');
  // environments without a program are those of another folder, which this one renders
  const [start, place] = existsSync(program) ? [program, []] : [join(ROOT, 'cli', 'champ.js'), ['--environments', join(folder, 'environments')]];
  const env = { ...withoutCredentials(process.env), CHAMP_LANG: 'en' };
  // the command first: its compiled code is kept by that
  const champ = (...args: readonly string[]) => runNode([start, ...args, '--json', '--quiet', ...place, ...environments.flatMap((name) => ['--env', name])], { cwd: folder, env, ...options });
  const modelled = await champ('model', '--tree', out);
  if (modelled.code === 0) return packsOf(environments, (name) => readPack(join(out, name)), modelled);
  if (modelled.code !== USAGE) throw failure(modelled, options);
  // code that is older than the command has no model to tell
  const synthesized = await champ('synth', '--out', out);
  if (synthesized.code !== 0) throw failure(synthesized, options);
  return packsOf(environments, (name) => packOfFolder(join(out, name)), synthesized);
}

function packsOf(environments: readonly string[], read: (name: string) => Pack | undefined, ended: Ended): ReadonlyMap<string, Pack> {
  return new Map(environments.map((name) => {
    const pack = read(name);
    if (!pack) throw new ProblemError([problem('CHAMP9007', name, { value: ended.code ?? 'killed', why: 'no output' })]);
    return [name, pack];
  }));
}

function packOfFolder(folder: string): Pack | undefined {
  const ledger = readLedger(folder);
  if (!ledger) return undefined;
  const contents = new Map(ledgerFiles(ledger).map(({ file }) => [file, readFileSync(join(folder, file))]));
  return { ledger, contentOf: (file) => contents.get(file)! };
}

/** The problems of another revision, which may have codes that this one does not know. */
function failure(ended: Ended, { longest = LONGEST_MS }: Renderer['options']): ProblemError {
  const found = problemsOf(ended.out);
  if (found.length > 0) return new ProblemError(found);
  if (ended.isTimeout) return new ProblemError([problem('CHAMP9021', 'champ', { value: longest / 60_000 })]);
  const lines = ended.err.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const why = lines.find((line) => /^\w*Error\b/.test(line)) ?? lines.at(-1) ?? '';
  return new ProblemError([problem('CHAMP9007', 'champ', { value: ended.code ?? 'killed', why: why.slice(0, 600) })]);
}

function problemsOf(out: string): readonly Problem[] {
  let data: unknown;
  try {
    data = JSON.parse(out);
  } catch {
    return [];
  }
  return list(record(data)['problems']).filter(isRecord).map((row) => {
    const [code = '', where = '', message = ''] = [text(row['code']), text(row['where']), text(row['message'])];
    return Object.hasOwn(codes, code) ? { code: code as Code, where, args: strings(row['args']) } : problem('CHAMP9013', where, { code, value: message });
  });
}

/** Whether these problems are of the content: the same sources have them every time. */
export const isOfContent = (problems: readonly Problem[]): boolean => problems.every(({ code }) => code !== 'CHAMP9007' && !/^CHAMP(?:403|509)/.test(code));

