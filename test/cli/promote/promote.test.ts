import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ImageRow } from '../../../constructs/facts.ts';
import { inProcess, type EnvironmentFolder } from '../../fixtures/champ.ts';
import { smallFolder } from '../edit/small-folder.ts';

const digestOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const SERVICE = 'hsa-mbs-fsi';
const OTHER = 'hsa-pss-pw';

let here: EnvironmentFolder;
beforeEach(() => {
  here = smallFolder('staging', 'linyi');
  for (const name of ['staging', 'linyi']) edit(name, (text) => text.replace('sampleDigests: true', 'sampleDigests: false').replace('sampleArtefacts: true', 'sampleArtefacts: false'));
});
afterEach(() => here.remove());

const at = (name: string, file = 'releases.yaml') => join(here.folder, name, file);
const textOf = (name: string, file?: string) => readFileSync(at(name, file), 'utf8');
const edit = (name: string, change: (text: string) => string) => here.put(name, 'releases.yaml', change(textOf(name)));
const rows = (name: string) => (parse(textOf(name)) as { services: Record<string, ImageRow> }).services;
const promote = (...args: readonly string[]) => inProcess('promote', '--from', 'staging', '--to', 'linyi', '--environments', here.folder, ...args);

/** The row of a service with another tag and digest. */
function release(name: string, service: string, tag: string): void {
  edit(name, (text) => text.replace(new RegExp(`(\\n {2}${service}:\\n {4}image: .*\\n {4}tag: ).*\\n {4}digest: .*`), `$1${tag}\n    digest: ${digestOf(tag)}`));
}

describe('digests', () => {
  it('carries the rows that differ, and leaves every other byte alone', async () => {
    release('staging', SERVICE, '1.0.1');
    edit('linyi', (text) => text.replace('    tag: 1.0.0', '    tag: 1.0.0 # tested'));
    const before = textOf('linyi').split('\n');
    const { code, out, err } = await promote();
    expect([code, err]).toEqual([0, expect.stringContaining('staging -> linyi: wrote 1 files, images of 1 services')]);
    expect(textOf('linyi').split('\n').filter((line, index) => line !== before[index])).toEqual(['    tag: 1.0.1', `    digest: ${digestOf('1.0.1')}`]);
    expect(out).toContain('+    tag: 1.0.1');
    expect(await promote()).toMatchObject({ code: 0, err: expect.stringContaining('linyi has what staging has') });
  });

  it('carries artefact and migration with their image, and takes away what the source does not have', async () => {
    const sha256 = 'a'.repeat(64);
    release('staging', SERVICE, '1.0.1');
    edit('staging', (text) => text.replace(new RegExp(`( {2}${SERVICE}:\\n(?: {4}(?:image|tag|digest): .*\\n)+)(?: {4}artefact:\\n(?: {6}.*\\n)+)?`), `$1    artefact:\n      name: new.jar\n      sha256: ${sha256}\n    migration: 2030-04-mbs-12\n`));
    release('staging', OTHER, '1.0.1');
    edit('linyi', (text) => text.replace(new RegExp(`( {2}${OTHER}:\\n {4}image: .*\\n)`), '$1    migration: old\n'));
    expect(await promote()).toMatchObject({ code: 0 });
    expect(rows('linyi')[SERVICE]).toMatchObject({ tag: '1.0.1', artefact: { name: 'new.jar', sha256 }, migration: '2030-04-mbs-12' });
    expect(rows('linyi')[OTHER]).not.toHaveProperty('migration');
  });

  it('takes the services that are selected alone', async () => {
    release('staging', SERVICE, '1.0.1');
    release('staging', OTHER, '1.0.1');
    expect(await promote('--select', `service=${SERVICE}`)).toMatchObject({ code: 0 });
    expect([rows('linyi')[SERVICE]!.tag, rows('linyi')[OTHER]!.tag]).toEqual(['1.0.1', '1.0.0']);
  });

  it('leaves out services that one environment alone has, and refuses them when they are selected', async () => {
    here.put('linyi', 'index.ts', textOf('linyi', 'index.ts').replace('Object.entries(row.services)', `Object.entries(row.services).filter(([id]) => id !== '${OTHER}')`));
    release('staging', SERVICE, '1.0.1');
    expect(await promote('--select', `service=${OTHER}`)).toMatchObject({ code: 2, err: expect.stringContaining('CHAMP9337') });
    expect(await promote()).toMatchObject({ code: 0, err: expect.stringContaining(`services of one environment alone, left out (1): ${OTHER}`) });
    expect(rows('linyi')[SERVICE]!.tag).toBe('1.0.1');
  });

  it('refuses a service that has no image in the source', async () => {
    edit('staging', (text) => text.replace(new RegExp(` {2}${SERVICE}:\\n(?: {4}.*\\n)+`), ''));
    expect(await promote('--select', `service=${SERVICE}`)).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP9339') });
  });

  it('gives a service without a row one, behind the service before it', async () => {
    edit('linyi', (text) => text.replace(new RegExp(` {2}${SERVICE}:\\n(?: {4}.*\\n)+`), ''));
    const before = textOf('staging');
    expect(await promote()).toMatchObject({ code: 0 });
    expect(textOf('linyi')).toBe(before);
  });

  it('writes nothing with --dry-run, and shows the same', async () => {
    release('staging', SERVICE, '1.0.1');
    const before = textOf('linyi');
    const dry = await promote('--dry-run');
    expect(textOf('linyi')).toBe(before);
    expect((await promote()).out).toBe(dry.out);
  });

  it('refuses an older version without --allow-older, and names every one', async () => {
    for (const service of [SERVICE, OTHER]) release('linyi', service, '1.10.0');
    const before = textOf('linyi');
    const { code, err } = await promote();
    expect([code, err.match(/CHAMP9336/g)]).toEqual([1, ['CHAMP9336', 'CHAMP9336']]);
    expect(textOf('linyi')).toBe(before);
    expect(await promote('--allow-older')).toMatchObject({ code: 0 });
    expect(rows('linyi')[SERVICE]!.tag).toBe('1.0.0');
  });

  it.each([['sampleDigests'], ['sampleArtefacts']])('refuses what is made up (%s) in production, though the target has such too', async (flag) => {
    release('staging', SERVICE, '1.0.1');
    for (const name of ['staging', 'linyi']) edit(name, (text) => text.replace(`${flag}: false`, `${flag}: true`));
    const before = textOf('linyi');
    expect(await promote()).toMatchObject({ code: 1, err: expect.stringMatching(new RegExp(`CHAMP9335[^]*${flag}`)) });
    expect(textOf('linyi')).toBe(before);
  });

  it('refuses the row of a service that nobody has built', async () => {
    release('staging', SERVICE, '1.0.1');
    edit('staging', (text) => text.replace(`  ${SERVICE}:`, `  ${SERVICE}: # sample: not built yet`));
    expect(await promote()).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP9335') });
  });

  it('refuses another checksum of the same delivered file under the strong constraint, and an image without one', async () => {
    const artefact = / {4}artefact:\n {6}name: .*\n {6}sha256: .*\n/;
    const change = (to: (found: string) => string) => edit('staging', (text) => text.replace(new RegExp(`( {2}hsa-mbs:\\n(?: {4}(?:image|tag|digest): .*\\n)+)(${artefact.source})`), (_, row: string, found: string) => row + to(found)));
    release('staging', 'hsa-mbs', '1.0.1');
    change((found) => found.replace(/sha256: .*/, `sha256: ${'b'.repeat(64)}`));
    expect(await promote()).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP9228') });
    change(() => '');
    expect(await promote()).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP9227') });
    expect(rows('linyi')['hsa-mbs']!.tag).toBe('1.0.0');
  });

  it('refuses what would be wrong in the target, and writes nothing', async () => {
    release('staging', SERVICE, 'latest');
    const before = textOf('linyi');
    expect(await promote('--allow-older')).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP2023') });
    expect(textOf('linyi')).toBe(before);
  });
});

describe('config', () => {
  const FILE = `config/${SERVICE}/application.properties`;

  it('carries files as they are, new ones too, and leaves those that the target alone has', async () => {
    here.put('staging', FILE, '# from staging\na=1\nb = two\n');
    here.put('linyi', FILE, 'a=0\n');
    here.put('staging', `config/${OTHER}/conf/x.json`, '{"a": 1}\n');
    here.put('linyi', `config/${SERVICE}/own.properties`, 'x=1\n');
    const { code, err } = await promote();
    expect([code, err]).toEqual([0, expect.stringContaining('in linyi alone, left as they are (1):')]);
    expect([textOf('linyi', FILE), textOf('linyi', `config/${OTHER}/conf/x.json`), existsSync(at('linyi', `config/${SERVICE}/own.properties`))]).toEqual(['# from staging\na=1\nb = two\n', '{"a": 1}\n', true]);
  });

  it('keeps the values, and the absence, of keys that promote.yaml of the target lists', async () => {
    here.put('staging', FILE, '# from staging\nplace.code=000000\nplace.only=x\na=1\n');
    here.put('linyi', FILE, 'place.code=371300\nplace.own=mine\na=0\n');
    here.put('linyi', 'promote.yaml', `keep:\n  - {key: place.code}\n  - {service: ${SERVICE}, file: application.properties, key: place.only}\n  - {service: ${SERVICE}, key: place.own}\n`);
    expect(await promote()).toMatchObject({ code: 0 });
    expect(textOf('linyi', FILE)).toBe('# from staging\nplace.code=371300\na=1\nplace.own=mine\n');
  });

  it('keeps whole files that promote.yaml lists', async () => {
    here.put('staging', FILE, 'a=1\n');
    here.put('linyi', FILE, 'a=0\n');
    here.put('linyi', 'promote.yaml', `keep:\n  - service: ${SERVICE}\n    file: application.properties\n`);
    expect(await promote()).toMatchObject({ code: 0, err: expect.stringContaining('linyi has what staging has') });
    expect(textOf('linyi', FILE)).toBe('a=0\n');
  });

  it('leaves config alone with --what digests, and digests with --what config', async () => {
    here.put('staging', FILE, 'a=1\n');
    release('staging', SERVICE, '1.0.1');
    expect(await promote('--what', 'digests')).toMatchObject({ code: 0 });
    expect([existsSync(at('linyi', FILE)), rows('linyi')[SERVICE]!.tag]).toEqual([false, '1.0.1']);
    release('staging', SERVICE, '1.0.2');
    expect(await promote('--what', 'config')).toMatchObject({ code: 0 });
    expect([existsSync(at('linyi', FILE)), rows('linyi')[SERVICE]!.tag]).toEqual([true, '1.0.1']);
  });

  it.each<[string, string, string]>([
    ['a credential in clear text', 'spring.datasource.password=Xq7-long-enough-9\n', 'CHAMP9218'],
    ['a reference that leads nowhere', 'a=${endpoint:hsa-nowhere:http}\n', 'CHAMP'],
  ])('refuses %s, and writes nothing', async (_, text, code) => {
    here.put('staging', FILE, text);
    expect(await promote()).toMatchObject({ code: 1, err: expect.stringContaining(code) });
    expect(existsSync(at('linyi', FILE))).toBe(false);
  });

  it.each<[string, string]>([
    ['an unknown key', 'keep:\n  - {keys: a}\n'],
    ['an unknown service', 'keep:\n  - {service: hsa-nowhere}\n'],
    ['a row that says nothing (CHAMP9364)', 'keep:\n  - {}\n'],
    ['no YAML', 'keep: [\n'],
  ])('refuses a promote.yaml with %s', async (_, text) => {
    here.put('staging', FILE, 'a=1\n');
    here.put('linyi', 'promote.yaml', text);
    const { code, err } = await promote();
    expect([code, err]).toEqual([1, expect.stringContaining('promote.yaml:')]);
    expect(existsSync(at('linyi', FILE))).toBe(false);
  });

  it('says that it cannot keep a key of a file that it cannot edit', async () => {
    for (const name of ['staging', 'linyi']) here.put(name, `config/${SERVICE}/notes.txt`, `${name}\n`);
    here.put('linyi', 'promote.yaml', `keep:\n  - {service: ${SERVICE}, file: notes.txt, key: a}\n`);
    expect(await promote()).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP9338') });
    expect(textOf('linyi', `config/${SERVICE}/notes.txt`)).toBe('linyi\n');
  });

  it.each<[string, string, string]>([
    ['application.yaml', 'server:\n  port: 8080\n  name: "1" # staging\n', 'server: {port: 9090, name: "2"}\n'],
    ['x.json', '{\n  "server": {"port": 8080, "name": "1"}\n}\n', '{"server": {"port": 9090, "name": "2"}}\n'],
  ])('keeps values of %s, numbers as numbers and text as text', async (name, staging, linyi) => {
    here.put('staging', `config/${SERVICE}/${name}`, staging);
    here.put('linyi', `config/${SERVICE}/${name}`, linyi);
    here.put('linyi', 'promote.yaml', 'keep:\n  - key: server.port\n  - key: server.name\n');
    expect(await promote()).toMatchObject({ code: 0 });
    expect(textOf('linyi', `config/${SERVICE}/${name}`)).toBe(staging.replace('8080', '9090').replace('"1"', '"2"'));
  });
});

describe('sizes', () => {
  const sizes = (row: string) => `# sizes\nprofile: city10M\nservices:${row}\nmiddleware: {}\n`;

  it('carries exceptions of services when asked, and the profile never', async () => {
    here.put('staging', 'sizes.yaml', sizes(`\n  ${SERVICE}: {min: 2, max: 4}`).replace('city10M', 'dev'));
    here.put('linyi', 'sizes.yaml', sizes(`\n  ${OTHER}: {replicas: 3} # for the hall`));
    expect(await promote('--what', 'sizes', '--select', `service=${SERVICE}`)).toMatchObject({ code: 0 });
    expect(textOf('linyi', 'sizes.yaml')).toBe(sizes(`\n  ${OTHER}: {replicas: 3} # for the hall\n  ${SERVICE}: {min: 2, max: 4}`));
  });

  it('leaves them alone otherwise', async () => {
    here.put('staging', 'sizes.yaml', sizes(`\n  ${SERVICE}: {min: 2, max: 4}`));
    expect(await promote()).toMatchObject({ code: 0, err: expect.stringContaining('linyi has what staging has') });
  });
});

it.each<[string, readonly string[], string]>([
  ['one environment twice', ['--to', 'staging'], 'CHAMP9334'],
  ['a service that nobody has', ['--select', 'service=hsa-mbs-fsy'], 'CHAMP9234'],
  ['an unknown key of --select', ['--select', 'servise=hsa-mbs'], 'CHAMP9233'],
  ['something else to carry', ['--what', 'secrets'], 'CHAMP5024'],
])('is wrong usage with %s', async (_, args, code) => {
  expect(await promote(...args)).toMatchObject({ code: 2, err: expect.stringContaining(code) });
});

it('names the nearest environment', async () => {
  expect(await promote('--to', 'linyy')).toMatchObject({ code: 1, err: expect.stringMatching(/CHAMP5001[^]*linyi/) });
});

it('writes one document under --json', async () => {
  release('staging', SERVICE, '1.0.1');
  const { out } = await promote('--json', '--dry-run');
  expect(JSON.parse(out)).toMatchObject({ version: 1, from: 'staging', to: 'linyi', written: false, releases: [{ service: SERVICE, after: `champ/${SERVICE}:1.0.1@${digestOf('1.0.1')}` }], files: [{ status: 'changed' }] });
});
