import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { emit } from '../../../engine/emit/index.ts';
import { publishedTree } from '../../../engine/publish/index.ts';
import { cloneFolder } from '../../../engine/publish/git/clone.ts';
import { buildEnvironment, renderEnvironment } from '../../../cli/estate/index.ts';
import { inProcess } from '../../fixtures/champ.ts';
import { estateRepository, type EstateRepository } from '../../fixtures/diff/estate.ts';
import { repositories } from '../../fixtures/publish/repositories.ts';

// each revision is rendered by a process of its own, module by module
jest.setTimeout(300_000);

let at: EstateRepository;
beforeAll(() => { at = estateRepository('north'); });
afterAll(() => at.remove());
afterEach(() => {
  at.git('checkout', '--quiet', 'main');
  at.git('reset', '--quiet', '--hard');
  at.git('clean', '--quiet', '-fdx');
});

const diff = (...args: readonly string[]) => inProcess('--environments', at.folder, '--lang', 'en', 'diff', ...args);
const bump = () => at.edit('north/releases.yaml', (text) => text.replace('tag: V1.2.3', 'tag: V1.2.4'));
const changesOf = (out: string) => (JSON.parse(out) as { changes: readonly { class: string; environment: string; object: { kind: string; name: string } }[] }).changes;

describe('revisions', () => {
  it('says that nothing differs, and ends with 0', async () => {
    const head = at.git('rev-parse', 'HEAD');
    const { code, out } = await diff();
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(new RegExp(`^No differences.*\nmain \\(${head.slice(0, 12)}\\) . work tree \\(${head.slice(0, 12)}\\)\n`)) });
  });

  it('compares the work tree with where the branch left main: what is committed and what is not', async () => {
    at.git('checkout', '--quiet', '-b', 'change');
    at.edit('north/sizes.yaml', (text) => text.replace('services: {}', 'services: { hsa-mbs-fsi: { replicas: 2 } }'));
    at.commit();
    bump();
    const { code, out } = await diff('--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ version: 1, base: { label: expect.stringMatching(/^main \([0-9a-f]{12}\)$/), commit: at.git('rev-parse', 'main') }, head: { label: expect.stringMatching(/^work tree \(.{12} with uncommitted changes\)$/) } });
    expect(JSON.parse(out).head.commit).toBeUndefined();
    const names = changesOf(out).map(({ class: is, object: { kind, name } }) => `${is} ${kind}/${name}`);
    expect(names).toEqual(expect.arrayContaining(['changed Deployment/hsa-gw-internet', 'changed Deployment/hsa-mbs-fsi']));
    // two committed states, whatever the work tree is
    const committed = await diff('--head', 'change', '--format', 'json');
    expect(changesOf(committed.out).some(({ object }) => object.name === 'hsa-gw-internet')).toBe(false);
    expect(changesOf(committed.out).some(({ object }) => object.name === 'hsa-mbs-fsi')).toBe(true);
  });

  it('takes an environment that one side lacks for created or deleted as a whole', async () => {
    at.add('south');
    at.drop('north');
    const { code, out } = await diff('HEAD', '--json');
    expect(code).toBe(1);
    const classes = new Set(changesOf(out).map((change) => `${change.environment} ${change.class}`));
    expect(classes).toEqual(new Set(['north deleted', 'south created']));
  });

  it('writes the report into a file', async () => {
    bump();
    const file = join(at.root, 'report.json');
    const { code, out, err } = await diff('HEAD', '--format', 'json', '--output', file);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(file);
    expect(changesOf(readFileSync(file, 'utf8'))).not.toEqual([]);
  });

  it('does not build a broken head, ends its other process, and leaves nothing', async () => {
    at.edit('north/sizes.yaml', (text) => text.replace('profile: dev', 'profile: huge'));
    expect(await diff()).toMatchObject({ code: 1, out: '', err: expect.stringContaining('CHAMP1123') });
  });
});

describe('a folder', () => {
  it('is compared without any repository', async () => {
    const dist = join(at.root, 'dist');
    emit(dist, [renderEnvironment(buildEnvironment('north', at.folder)).tree]);
    expect(await diff(dist)).toMatchObject({ code: 0, out: expect.stringMatching(/^No differences.*\n.*dist . work tree/) });
    bump();
    expect(changesOf((await diff(join(dist, 'north'), '--json')).out).map(({ object }) => object.kind)).toEqual(['Deployment']);
    expect(await diff(dist, '--env', 'south')).toMatchObject({ code: 3, err: expect.stringMatching(/CHAMP9006[\s\S]*allowed: north/) });
  });

  it('of plain manifests is compared with the environment that is named', async () => {
    const file = join(at.root, 'own', 'service.yaml');
    const { output } = renderEnvironment(buildEnvironment('north', at.folder));
    const { manifest } = output.objects.find((each) => each.manifest.kind === 'Deployment' && each.manifest.metadata.name === 'hsa-mbs')!;
    mkdirSync(dirname(file));
    writeFileSync(file, JSON.stringify(manifest));
    const found = changesOf((await diff(dirname(file), '--json', '--env', 'north')).out);
    expect(found.length).toBeGreaterThan(1000);
    expect(found.filter(({ class: is }) => is !== 'created')).toEqual([]);
    expect(found.some(({ object: { kind, name } }) => kind === 'Deployment' && name === 'hsa-mbs')).toBe(false);
  });
});

describe('the config repository', () => {
  const there = repositories();
  afterAll(() => {
    for (const address of [there.remote, join(there.folder, 'none.git')]) rmSync(cloneFolder(address), { recursive: true, force: true });
    there.remove();
  });

  it('is the base with --live, as it stands', async () => {
    const { tree } = renderEnvironment(buildEnvironment('north', at.folder));
    const files = Object.fromEntries([...publishedTree(tree, ['core', 'public'])].map(([path, content]) => [path, content.toString()]));
    there.edit({ 'README.md': 'ours' });
    const empty = await diff('--live', there.remote, '--json');
    expect(new Set(changesOf(empty.out).map((change) => change.class))).toEqual(new Set(['created']));
    expect(JSON.parse(empty.out).notes.map(({ en }: { en: string }) => en)).toEqual(expect.arrayContaining([expect.stringContaining('nothing of zone core'), expect.stringContaining('nothing of zone public')]));
    there.edit(files);
    expect(await diff('--live', there.remote)).toMatchObject({ code: 0, out: expect.stringMatching(/^No differences.*\nconfig repository .* . work tree/) });
    const service = Object.keys(files).find((path) => path.endsWith('/service.hsa-mbs.yaml'))!;
    const config = Object.keys(files).find((path) => /configmap\.[^/]*$/.test(path))!;
    there.edit({ [service]: files[service]!.replace(/port: \d+/, 'port: 1'), [config]: undefined });
    bump();
    const found = changesOf((await diff('--live', `core=${there.remote}`, '--live', `public=${there.remote}`, '--json')).out).map((change) => `${change.class} ${change.object.kind}`);
    expect(found.sort()).toEqual(['changed Deployment', 'changed Service', 'created ConfigMap']);
  });

  it('that cannot be reached ends with 3', async () => {
    expect((await diff('--live', join(there.folder, 'none.git'))).code).toBe(3);
  });
});

describe('what cannot be compared', () => {
  it('is said, and ends with 3', async () => {
    expect(await diff('mian')).toMatchObject({ code: 3, out: '', err: expect.stringMatching(/CHAMP9001[\s\S]*did you mean: main/) });
    expect(await diff('--head', 'chang')).toMatchObject({ code: 3, err: expect.stringContaining('CHAMP9001') });
    expect(await diff('HEAD', '--env', 'nort')).toMatchObject({ code: 3, err: expect.stringMatching(/CHAMP9006[\s\S]*did you mean: north/) });
    expect(JSON.parse((await diff('mian', '--json')).out)).toMatchObject({ version: 1, problems: [{ code: 'CHAMP9001', args: { near: 'main' } }] });
  });

  it('is a sparse work tree', async () => {
    at.add('south');
    at.commit();
    at.git('sparse-checkout', 'set', 'environments/north');
    try {
      expect(await diff()).toMatchObject({ code: 3, err: expect.stringContaining('CHAMP9014') });
    } finally {
      at.git('sparse-checkout', 'disable');
      at.git('reset', '--quiet', '--hard', 'HEAD~1');
    }
  });

  it('is a folder that is in no repository', async () => {
    const [repository, aside] = [join(at.root, '.git'), `${at.root}.git`];
    renameSync(repository, aside);
    try {
      expect(await diff()).toMatchObject({ code: 3, err: expect.stringContaining('CHAMP9000') });
    } finally {
      renameSync(aside, repository);
    }
  });
});

it.each([['--format', 'pdf'], ['--date', 'soon'], ['main', '--live'], ['a', 'b']])('wrong usage ends with 2: %j', async (...args) => {
  expect((await diff(...args)).code).toBe(2);
});

it.each([['zh', '步骤'], ['en', 'Exit codes']])('has help in %s', async (language, word) => {
  expect((await inProcess('diff', '--help', '--lang', language)).out).toContain(word);
});
