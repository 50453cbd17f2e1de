import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProcess, ROOT, type EnvironmentFolder } from '../../fixtures/champ.ts';
import { smallFolder } from '../edit/small-folder.ts';

let here: EnvironmentFolder;
beforeEach(() => { here = smallFolder('here'); });
afterEach(() => here.remove());

const add = (what: string, ...args: readonly string[]) => inProcess('new', what, '--environments', here.folder, ...args);
const source = () => readFileSync(join(ROOT, 'apps', 'medical-insurance', 'mbs.ts'), 'utf8');
const releases = () => readFileSync(join(here.folder, 'here', 'releases.yaml'), 'utf8');

describe('service', () => {
  const dry = (...args: readonly string[]) => add('service', ...args, '--dry-run');

  it('shows the lines of the row and of the releases, and writes nothing', async () => {
    const before = [source(), releases()];
    const { code, out, err } = await dry('hsa-mbs-query', '--subsystem', 'mbs', '--kind', 'WorkerService', '--zh', '查询', '--en', 'Queries', '--size', 'L', '--sensitivity', 'personal');
    expect(code).toBe(0);
    expect(out).toContain("+      kind: 'worker', zh: '查询', en: 'Queries',\n+      port: 9115, size: 'L', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'personal',\n");
    expect(out).toMatch(/^\+ {2}hsa-mbs-query: # sample: not built yet$/m);
    expect(err).toContain('nothing was written');
    expect([source(), releases()]).toEqual(before);
  });

  it('takes the path, the tag and the place of the subsystem\'s other services', async () => {
    const { out } = await dry('hsa-mbs-query', '--subsystem', 'mbs');
    expect(out).toMatch(/^\+ {4}image: champ\/hsa-mbs-query\n\+ {4}tag: 1\.0\.0\n/m);
    expect(out).toMatch(/^\+ {6}sha256: \S+\n {3}hsa-pss-pw-ui:$/m);
  });

  it('keeps an environment whose digests are real from being published with a made-up one', async () => {
    writeFileSync(join(here.folder, 'here', 'releases.yaml'), releases().replace(/^sampleDigests: true\nsampleArtefacts: true\n/m, ''));
    const { out } = await dry('hsa-mbs-query', '--subsystem', 'mbs');
    expect(out).toMatch(/^ release: V1\.0\.0\n\+sampleDigests: true\n\+sampleArtefacts: true\n/m);
  });

  it('leaves environments alone that have no such subsystem', async () => {
    const { out } = await dry('hsa-hif-extra', '--subsystem', 'hif');
    expect(out).toContain('hif.ts');
    expect(out).not.toContain('releases.yaml');
  });

  it('gives a gateway its product and a front end no port', async () => {
    expect((await dry('hsa-gw-new', '--subsystem', 'gw', '--kind', 'gateway', '--product', 'apisix')).out).toContain("+      product: 'apisix', size: 'M',");
    expect((await dry('hsa-mbs-new-ui', '--subsystem', 'mbs', '--kind', 'web')).out).not.toMatch(/^\+.*port:/m);
  });

  it('names all that is wrong with the words at once', async () => {
    const { code, err } = await dry('hsa-mbs', '--subsystem', 'mbz', '--port', '9050', '--zh', 'a\nb', '--size', 'XS');
    expect(code).toBe(1);
    for (const each of ['CHAMP9241', 'CHAMP9242', 'CHAMP9244', 'CHAMP9245', 'CHAMP9237', 'did you mean: mbs']) expect(err).toContain(each);
  });

  it.each(['Hsa-x', 'hsa_x', '-x', 'x'.repeat(41), 'hsa-x-'])('refuses the id %s', async (id) => {
    expect(await add('service', '--subsystem', 'mbs', '--dry-run', '--', id)).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP9240') });
  });

  it.each(['default', 'constructor', 'relational-db'])('refuses the id %s, which is that of objects beside every service', async (id) => {
    expect(await dry(id, '--subsystem', 'mbs')).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP9263') });
  });

  it('refuses a title that turns the direction of the text in the source', async () => {
    expect(await dry('hsa-x', '--subsystem', 'mbs', '--zh', 'a\u202eb')).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP9245') });
  });

  it('refuses what would not render, and writes nothing', async () => {
    here.put('here', 'sizes.yaml', 'profile: city10M\nquotas: {core-mbs: {pods: 14}}\n');
    expect(await dry('hsa-mbs-query', '--subsystem', 'mbs')).toMatchObject({ code: 1, err: expect.stringContaining('core-mbs') });
  });

  it.each<[string, readonly string[]]>([
    ['without a subsystem', ['hsa-x']],
    ['without an id', ['--subsystem', 'mbs']],
    ['with a kind that is none', ['hsa-x', '--subsystem', 'mbs', '--kind', 'lambda']],
    ['with a size that is none', ['hsa-x', '--subsystem', 'mbs', '--size', 'huge']],
    ['with a port that is none', ['hsa-x', '--subsystem', 'mbs', '--port', 'http']],
  ])('is wrong usage %s', async (_, args) => {
    expect(await dry(...args)).toMatchObject({ code: 2 });
  });
});

describe('subsystem', () => {
  it.each([
    ['a b', 'CHAMP9240'], ['9a', 'CHAMP9240'], ['class', 'CHAMP9263'], ['mw-cache', 'CHAMP9263'], ['agents', 'CHAMP9263'],
    // each would keep the whole repository from being loaded, or compiled
    ['eval', 'CHAMP9263'], ['arguments', 'CHAMP9263'], ['require', 'CHAMP9263'], ['exports', 'CHAMP9263'], ['module', 'CHAMP9263'], ['m-bs', undefined], ['gateway-s', undefined],
  ])('judges the id %s', async (id, code) => {
    const ended = await add('subsystem', id, '--tenant', 'vendor-01', '--dry-run');
    expect(ended).toMatchObject(code === undefined ? { code: 0 } : { code: 1, err: expect.stringContaining(code) });
  });

  it('refuses an id whose variable another subsystem has', async () => {
    expect(await add('subsystem', 'business-middle-platform', '--tenant', 'vendor-01', '--dry-run')).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP9241') });
  });

  it('refuses one that is there, and a file that is', async () => {
    for (const id of ['mbs', 'cep', 'city']) expect(await add('subsystem', id, '--tenant', 'vendor-01', '--dry-run')).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP9241') });
  });

  it('is wrong usage without a tenant, or with one that is no slot', async () => {
    expect(await add('subsystem', 'lti')).toMatchObject({ code: 2 });
    expect(await add('subsystem', 'lti', '--tenant', 'vendor-10')).toMatchObject({ code: 2 });
  });
});

describe('environment', () => {
  it('writes a folder that refers to the other one and renders, and names what is still the same', async () => {
    const { code, err } = await add('environment', 'next', '--from', 'here', '--zh', '下一个', '--en', 'Next');
    expect(code).toBe(0);
    expect(err).toContain('zones.core.apiServer');
    expect(err).not.toContain('zones.core.cluster');
    expect(readdirSync(join(here.folder, 'next')).sort()).toEqual(['index.ts', 'releases.yaml', 'sizes.yaml']);
    expect(await inProcess('list', '--env', 'next', '--environments', here.folder)).toMatchObject({ code: 0, out: expect.stringMatching(/^next {2}Next/) });
    expect(await inProcess('release', 'diff', 'here', 'next', '--environments', here.folder)).toMatchObject({ code: 0 });
  });

  it('writes nothing with --dry-run', async () => {
    expect(await add('environment', 'next', '--from', 'here', '--dry-run')).toMatchObject({ code: 0 });
    expect(readdirSync(here.folder)).toEqual(['here']);
  });

  it('writes nothing when it would not render', async () => {
    here.put('here', 'sizes.yaml', 'profile: city10M\nservices: {hsa-mbs: {min: 500, max: 900}}\n');
    expect(await add('environment', 'next', '--from', 'here')).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP2044') });
    here.put('here', 'releases.yaml', 'release: V1\n');
    expect(await add('environment', 'next', '--from', 'here')).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP1121') });
    expect(existsSync(join(here.folder, 'next'))).toBe(false);
  });

  it.each<[string, readonly string[], string]>([
    ['a name in capitals', ['Next', '--from', 'here'], 'CHAMP9240'],
    ['a path', ['../next', '--from', 'here'], 'CHAMP9240'],
    ['one that is there', ['here', '--from', 'here'], 'CHAMP9241'],
    ['another one that is not there', ['next', '--from', 'hera'], 'CHAMP5001'],
    ['a title of two lines', ['next', '--from', 'here', '--zh', 'a\nb'], 'CHAMP9245'],
  ])('refuses %s', async (_, args, code) => {
    expect(await add('environment', ...args)).toMatchObject({ code: 1, err: expect.stringContaining(code) });
  });
});

it('writes one document under --json', async () => {
  const { out } = await add('environment', 'next', '--from', 'here', '--json');
  expect(JSON.parse(out)).toMatchObject({ version: 1, name: 'next', written: true, files: expect.arrayContaining([{ file: expect.stringMatching(/next\/index\.ts$/), isNew: true }]), next: [expect.any(String), expect.any(String), expect.any(String)] });
});
