/** The city of Linyi as the rig delivers it: the environment of the repository, but for the address of its config repository and its hours of settlement. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../../../engine/manifest.ts';
import { checkoutInto } from '../../fixtures/checkout.ts';

const ROOT = join(__dirname, '..', '..', '..');

export interface Result {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a program without a shell and waits for it. */
export function run(program: string, args: readonly string[], { cwd = ROOT, env = {}, input }: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {}): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.setEncoding('utf8').on('data', (part: string) => out.push(part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => err.push(part));
    child.on('error', reject);
    child.on('close', (code) => resolve({ exit: code ?? -1, out: out.join(''), err: err.join('') }));
    // a program that reads nothing may end before
    child.stdin.on('error', () => undefined).end(input ?? '');
  });
}

/** Runs it and throws with what it said unless it went well. */
export async function must(program: string, args: readonly string[], options: Parameters<typeof run>[2] = {}): Promise<string> {
  const { exit, out, err } = await run(program, args, options);
  if (exit !== 0) throw new Error(`${program} ${args.join(' ')}: exit code ${exit}\n${err}${out}`);
  return out;
}

/** A checkout of the project as a repository of its own, a bare config repository, and the `champ` command of that checkout. */
export class Estate {
  /** Where the config repository is. */
  readonly repository: string;
  readonly source: string;

  private constructor(folder: string) {
    this.source = join(folder, 'source');
    this.repository = join(folder, 'config.git');
  }

  static async create(folder: string, name = 'linyi'): Promise<Estate> {
    const estate = new Estate(folder);
    checkoutInto(estate.source);
    writeFileSync(join(estate.source, '.gitignore'), '/node_modules\n/dist\n');
    estate.edit(`environments/${name}/index.ts`, (text) => text.replace(/configRepository: '[^']*',/, `configRepository: '${estate.url}', freezes: [],`));
    await must('git', ['init', '--quiet', '--bare', '--initial-branch=main', estate.repository]);
    await estate.git('init', '--quiet', '--initial-branch=main');
    await estate.commit('the estate as delivered');
    return estate;
  }

  get url(): string {
    return `file://${this.repository}`;
  }

  /** Changes a file of the source. */
  edit(file: string, change: (text: string) => string): void {
    const path = join(this.source, file);
    const [before, after] = [readFileSync(path, 'utf8')].flatMap((text) => [text, change(text)]);
    if (before === after) throw new Error(`the edit of ${file} changes nothing`);
    writeFileSync(path, after!);
  }

  git(...args: readonly string[]): Promise<string> {
    return must('git', ['-C', this.source, '-c', 'user.name=rig', '-c', 'user.email=rig@champ.example', ...args]);
  }

  /** Commits all of the source; returns the commit. */
  async commit(subject: string): Promise<string> {
    await this.git('add', '-A');
    await this.git('commit', '--quiet', '--allow-empty', '-m', subject);
    return (await this.git('rev-parse', 'HEAD')).trim();
  }

  champ(...args: readonly string[]): Promise<Result> {
    return this.champWith({}, ...args);
  }

  /** With variables of its own, e.g. a token. */
  champWith(env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<Result> {
    return run('node', [join('cli', 'champ.js'), '--lang', 'en', ...args], { cwd: this.source, env: { NO_COLOR: '1', ...env } });
  }

  async mustChamp(...args: readonly string[]): Promise<string> {
    const { exit, out, err } = await this.champ(...args);
    if (exit !== 0) throw new Error(`champ ${args.join(' ')}: exit code ${exit}\n${err}`);
    return out;
  }
}

/** The objects of all YAML files below a folder, in the order of their paths. */
export function manifestsIn(folder: string): readonly Manifest[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml')).sort()
    .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), 'utf8')).map((document) => document.toJS() as Manifest | null))
    .filter((each): each is Manifest => typeof each?.kind === 'string' && each.metadata !== undefined);
}
