import { spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { problem, ProblemError } from '../../problem/index.ts';
import { gitProblem, type Asked } from './problems.ts';

export interface GitOptions {
  /** @default that of this process */
  readonly env?: NodeJS.ProcessEnv;
  /** A repository without a work tree: nothing is searched for above it. @default false */
  readonly bare?: boolean;
  /** How SSH is called is said by core.sshCommand, which ours would go before. @default false */
  readonly ownSsh?: boolean;
  /** Milliseconds after which a command is given up; ten minutes. */
  readonly timeoutMs?: number;
}

export interface RunOptions extends Asked {
  readonly input?: string | Buffer;
  readonly signal?: AbortSignal;
  readonly env?: Readonly<Record<string, string>>;
}

/** How a command ended; `code` is null when it was killed. */
export interface Ended {
  readonly code: number | null;
  readonly out: Buffer;
  readonly err: string;
  readonly isTimeout: boolean;
}

const TIMEOUT_MS = 600_000;

/** Set by git for its hooks, or by a person for one command: they would lead a command to another repository, or to other files in it. */
const INHERITED = [
  'GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_COMMON_DIR', 'GIT_NAMESPACE', 'GIT_PREFIX',
  'GIT_QUARANTINE_PATH', 'GIT_AUTHOR_DATE', 'GIT_COMMITTER_DATE', 'SSH_ASKPASS', 'GIT_SHALLOW_FILE', 'GIT_GRAFT_FILE', 'GIT_REPLACE_REF_BASE', 'GIT_DEFAULT_HASH',
  'GIT_LITERAL_PATHSPECS', 'GIT_GLOB_PATHSPECS', 'GIT_NOGLOB_PATHSPECS', 'GIT_ICASE_PATHSPECS',
];

/** What a person set for work by hand must not change what is published or how answers look. */
const SETTINGS = [
  `core.hooksPath=${devNull}`, 'core.autocrlf=false', 'core.fsmonitor=false', 'gc.autoDetach=false', 'log.showSignature=false', 'color.ui=false', 'log.mailmap=false', 'log.follow=false',
  'log.showRoot=true', 'push.gpgSign=false', 'push.pushOption=',
  'i18n.commitEncoding=utf-8', 'i18n.logOutputEncoding=utf-8', 'push.followTags=false', 'push.recurseSubmodules=no', 'fetch.recurseSubmodules=false', 'protocol.ext.allow=never',
].flatMap((setting) => ['-c', setting]);

/** The git program in one repository: never a shell, never a question, no hooks. What it refuses is a ProblemError. */
export class Git {
  readonly folder: string;
  private readonly options: GitOptions;

  static open(folder: string, options: GitOptions = {}): Git {
    return new Git(folder, options);
  }

  private constructor(folder: string, options: GitOptions) {
    this.folder = folder;
    this.options = options;
  }

  /** What it writes to standard output. */
  async run(args: readonly string[], options: RunOptions = {}): Promise<string> {
    return (await this.bytes(args, options)).toString('utf8');
  }

  async bytes(args: readonly string[], options: RunOptions = {}): Promise<Buffer> {
    const ended = await this.end(args, options);
    if (ended.code !== 0) throw new ProblemError([gitProblem(ended, args, { where: this.folder, ...options })]);
    return ended.out;
  }

  /** Whether it ends with 0. */
  async ok(args: readonly string[], options: RunOptions = {}): Promise<boolean> {
    return (await this.end(args, options)).code === 0;
  }

  /** Runs it to its end, whatever that is; throws only when there is no git program, or the signal says so. */
  end(args: readonly string[], { input, signal, env }: RunOptions = {}): Promise<Ended> {
    const place = this.options.bare ? [`--git-dir=${this.folder}`] : ['-C', this.folder];
    return new Promise((resolve, reject) => {
      const child = spawn('git', [...SETTINGS, ...place, ...args], { env: { ...environmentOf(this.options.env ?? process.env, this.options.ownSsh), ...env }, stdio: ['pipe', 'pipe', 'pipe'], ...(signal ? { signal } : {}) });
      const [out, err]: [Buffer[], Buffer[]] = [[], []];
      let isTimeout = false;
      const timer = setTimeout(() => {
        isTimeout = true;
        child.kill('SIGTERM');
        // a program that it started, such as for HTTP, may hold them open for as long as the server likes
        child.stdout.destroy();
        child.stderr.destroy();
      }, this.options.timeoutMs ?? TIMEOUT_MS);
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
      // a program that ends early says why by itself
      child.stdin.on('error', () => {});
      child.on('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        reject(error.code === 'ENOENT' ? new ProblemError([problem('CHAMP5040', 'git', { value: 'git' })]) : error);
      });
      child.on('close', (code) => {
        clearTimeout(timer);
        resolve({ code, out: Buffer.concat(out), err: Buffer.concat(err).toString('utf8'), isTimeout });
      });
      child.stdin.end(input);
    });
  }
}

function environmentOf(env: NodeJS.ProcessEnv, ownSsh = false): NodeJS.ProcessEnv {
  const clean = Object.fromEntries(Object.entries(env).filter(([name]) => !INHERITED.includes(name)));
  return {
    ...clean, LC_ALL: 'C', LANGUAGE: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0',
    // a server that says nothing for a minute is not there
    GIT_HTTP_LOW_SPEED_LIMIT: env['GIT_HTTP_LOW_SPEED_LIMIT'] ?? '1', GIT_HTTP_LOW_SPEED_TIME: env['GIT_HTTP_LOW_SPEED_TIME'] ?? '60',
    ...(!ownSsh && env['GIT_SSH_COMMAND'] === undefined && env['GIT_SSH'] === undefined ? { GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=30' } : {}),
  };
}
