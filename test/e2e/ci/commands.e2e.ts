import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gitHubCommands, gitLabCommands, ROOT } from './pipelines.ts';

jest.setTimeout(6 * 60_000);

// what a machine of a pipeline has, and no secret
const ENV = {
  PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: tmpdir(), CI: 'true',
  GIT_AUTHOR_NAME: 'Li', GIT_AUTHOR_EMAIL: 'li@example.org', GIT_COMMITTER_NAME: 'Li', GIT_COMMITTER_EMAIL: 'li@example.org', GIT_CONFIG_GLOBAL: '/dev/null',
};
const folder = mkdtempSync(join(tmpdir(), 'champ-ci-'));
const [origin, clone] = [join(folder, 'origin'), join(folder, 'clone')];
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const git = (at: string, ...args: readonly string[]): string => execFileSync('git', ['-C', at, ...args], { encoding: 'utf8', env: ENV, stdio: ['ignore', 'pipe', 'pipe'] }).trim();

/** A repository of what git has or would have of this one: a run by hand tests what is not committed yet. */
function originOf(): void {
  const files = execFileSync('git', ['-C', ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).split('\0');
  for (const file of files.filter((each) => each !== '' && existsSync(join(ROOT, each)))) {
    mkdirSync(dirname(join(origin, file)), { recursive: true });
    cpSync(join(ROOT, file), join(origin, file));
  }
  // what a city does first: real digests and checksums
  const releases = join(origin, 'environments', 'linyi', 'releases.yaml');
  writeFileSync(releases, readFileSync(releases, 'utf8').replace(/^sample(?:Digests|Artefacts): true\n/gm, ''));
  git(origin, 'init', '--quiet', '--initial-branch=main');
  git(origin, 'add', '--all');
  git(origin, 'commit', '--quiet', '--message', 'main');
}

/** Git's settings that make the config repository of the city a folder of this machine. */
function redirected(): Readonly<Record<string, string>> {
  const config = join(folder, 'config.git');
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', config);
  return { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: `url.file://${config}.insteadOf`, GIT_CONFIG_VALUE_0: 'https://git.ops.linyi.example/champ/config.git' };
}

/** A branch with a change that nobody stops: a newer image of one service. */
function cloneWithChange(): void {
  git(folder, 'clone', '--quiet', origin, clone);
  git(clone, 'switch', '--quiet', '--create', 'change');
  const releases = join(clone, 'environments', 'dev', 'releases.yaml');
  const before = readFileSync(releases, 'utf8');
  const after = before.replace(/(\n {2}hsa-pss-pw-ui:\n(?: {4}.*\n)*? {4}tag: )\S+/, '$1V1.2.4');
  expect(after).not.toBe(before);
  writeFileSync(releases, after);
  git(clone, 'commit', '--quiet', '--all', '--message', 'a newer page');
}

function run(command: string, env: Readonly<Record<string, string>>): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', command], { cwd: clone, env: { ...ENV, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { output += text; });
    child.on('error', reject).on('close', (code) => resolve({ code, output }));
  });
}

/** All tests of the project run in a clean clone already, of which this one is a part: here the same command runs some. */
const narrowed = (command: string): string => (command === 'npx projen test' ? `${command} -- test/cli/usage.test.ts test/cli/ci` : command);

it('has the same commands at both forges', () => {
  const [hub, lab] = [gitHubCommands('pull-request'), gitLabCommands()];
  expect([...hub.keys()]).toEqual(['synth', 'test', 'check', 'diff']);
  for (const [name, { commands, env }] of hub) expect(lab.get(name)).toMatchObject({ commands: expect.arrayContaining([...commands]), env });
  expect([...lab.keys()]).toEqual([...hub.keys()]);
});

it('runs every command of a change request in a clean clone, and leaves the reports', async () => {
  originOf();
  cloneWithChange();
  const times: string[] = [];
  for (const [job, { commands, env }] of gitLabCommands()) {
    for (const command of commands.map(narrowed)) {
      const started = Date.now();
      const { code, output } = await run(command, env);
      if (code !== 0) throw new Error(`${job}: ${command} ended with ${code}\n${output.slice(-4_000)}`);
      times.push(`${job}: ${command}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
    }
  }
  process.stderr.write(`${times.join('\n')}\n`);
  const report = (name: string) => readFileSync(join(clone, 'reports', name), 'utf8');
  expect(JSON.parse(report('check.sarif'))).toMatchObject({ version: '2.1.0' });
  expect(report('check.xml')).toContain('<testsuites');
  expect(JSON.parse(report('diff.json'))).toMatchObject({ version: 1, changes: expect.arrayContaining([expect.objectContaining({ environment: 'dev', object: expect.objectContaining({ kind: 'Deployment', name: 'hsa-pss-pw-ui' }) })]) });
  expect(report('diff.html')).toContain('hsa-pss-pw-ui');
  const { reportOf } = require(join(clone, 'cli', 'ci', 'post', 'text.js')) as { readonly reportOf: (bytes: Buffer) => string };
  expect(reportOf(Buffer.from(report('diff.md')))).toContain('hsa-pss-pw-ui');
  expect(existsSync(join(clone, 'dist', 'linyi', 'ledger.json'))).toBe(true);
  // neither reports nor output are taken for sources
  expect(git(clone, 'status', '--porcelain')).toBe('');
});

it('publishes what was merged, and finds the config repository equal to it', async () => {
  git(clone, 'switch', '--quiet', 'main');
  git(clone, 'merge', '--quiet', '--ff-only', 'change');
  const env = redirected();
  const publish = gitHubCommands('deliver').get('publish-linyi')!.commands;
  const check = gitHubCommands('config-repository').get('linyi')!.commands;
  expect([publish.at(-1), ...check.slice(-2)]).toEqual(['npx champ publish --env linyi', 'npx champ publish --check --published --env linyi', 'npx champ publish --check --env linyi']);
  for (const command of [...publish, ...check]) {
    const { code, output } = await run(command, env);
    if (code !== 0) throw new Error(`${command} ended with ${code}\n${output.slice(-4_000)}`);
  }
  expect(git(join(folder, 'config.git'), 'log', '-1', '--format=%s', 'main')).toBe('linyi: a newer page');
});
