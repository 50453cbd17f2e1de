import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inProcess, type Ended } from '../../fixtures/champ.ts';
import { git, GIT_ENV } from '../../fixtures/publish/repositories.ts';
import { PROJECT, TOKEN, type FakeForge } from '../../engine/forge/fake-forge.ts';

/** A clone with a remote on this machine, which is addressed as one of a forge. */
export interface Project {
  readonly folder: string;
  readonly work: string;
  readonly remote: string;
  put(files: Readonly<Record<string, string | undefined>>): void;
  /** Runs git in the clone. */
  git(...args: readonly string[]): string;
  /** Runs `champ COMMAND` there with a token, as programs do. */
  champ(...args: readonly string[]): Promise<Ended>;
  /** Branches of the remote. */
  branches(): readonly string[];
  /** All of the state that a refused run must leave alone. */
  state(): string;
  hook(name: string, script: string): void;
  remove(): void;
}

/** Variables that a run reads; each test begins without them. */
const CLEAN = { CHAMP_FORGE: undefined, CHAMP_FORGE_URL: undefined, CHAMP_FORGE_TOKEN: undefined, GITLAB_TOKEN: undefined, GITHUB_TOKEN: undefined, GH_TOKEN: undefined, CHAMP_FORGE_CA: undefined };

export function project(forge: FakeForge, env: Readonly<Record<string, string | undefined>> = { CHAMP_FORGE_TOKEN: TOKEN }): Project {
  const folder = mkdtempSync(join(tmpdir(), 'champ-pr-test-'));
  const [work, remote] = [join(folder, 'work'), join(folder, 'remote.git')];
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  git(folder, 'init', '--quiet', '--initial-branch=main', work);
  const put = (files: Readonly<Record<string, string | undefined>>) => {
    for (const [path, text] of Object.entries(files)) {
      rmSync(join(work, path), { force: true });
      if (text === undefined) continue;
      mkdirSync(dirname(join(work, path)), { recursive: true });
      writeFileSync(join(work, path), text);
    }
  };
  const run = (...args: readonly string[]) => git(work, ...args);
  put({ 'environments/linyi/releases.yaml': 'tag: 1\n', 'apps/a.ts': 'a\n', 'README.md': 'read\n', '.gitignore': 'dist/\n' });
  run('add', '--all');
  run('commit', '--quiet', '-m', 'first');
  const address = `https://git.example/${PROJECT[forge.kind]}.git`;
  run('remote', 'add', 'origin', address);
  run('config', `url.${remote}.insteadOf`, address);
  run('push', '--quiet', '-u', 'origin', 'main');
  return {
    folder, work, remote, put, git: run,
    async champ(...args) {
      const before = { ...process.env };
      const wanted: Readonly<Record<string, string | undefined>> = { ...CLEAN, ...GIT_ENV, CHAMP_FORGE: forge.kind, CHAMP_FORGE_URL: forge.url, ...env };
      for (const [name, value] of Object.entries(wanted)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      try {
        return await inProcess(...args, ...(args.includes('--environments') ? [] : ['--environments', join(work, 'environments')]));
      } finally {
        for (const name of Object.keys(wanted)) {
          if (before[name] === undefined) delete process.env[name];
          else process.env[name] = before[name];
        }
      }
    },
    branches: () => git(remote, 'for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n'),
    state: () => [run('status', '--porcelain', '--untracked-files=all', '--branch'), run('for-each-ref'), git(remote, 'for-each-ref')].join('\n'),
    hook(name, script) {
      mkdirSync(join(remote, 'hooks'), { recursive: true });
      writeFileSync(join(remote, 'hooks', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
