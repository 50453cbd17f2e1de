import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { champ, inProcess, type EnvironmentFolder } from '../../fixtures/champ.ts';
import { smallFolder } from '../edit/small-folder.ts';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const digest = `sha256:${sha('new')}`;
/** Weak, base and strong constraint, the last two with a delivered artefact; and a front end under the strong one, which has none. */
const [WEAK, BASE, STRONG, STRONG_UI] = ['hsa-pss-pw', 'hsa-mbs-fsi', 'hsa-mbs', 'hsa-mbs-ui'] as const;

interface Row { readonly image: string; readonly tag: string; readonly digest: string; readonly artefact?: { readonly name: string; readonly sha256: string } }

let here: EnvironmentFolder;
let [file, before] = ['', ''];
beforeEach(() => {
  here = smallFolder('here');
  file = join(here.folder, 'here', 'releases.yaml');
  before = readFileSync(file, 'utf8');
});
afterEach(() => here.remove());

const set = (...args: readonly string[]) => inProcess('release', 'set', '--env', 'here', '--environments', here.folder, ...args);
const rowOf = (service: string) => (parse(readFileSync(file, 'utf8')) as { services: Record<string, Row> }).services[service]!;
const imageOf = (service: string, tag = 'V1.2.4') => `champ/${service}:${tag}@${digest}`;

it('writes path, tag and digest of one service and leaves every other byte, and the permissions, alone', async () => {
  chmodSync(file, 0o640);
  const { code, out } = await set(BASE, '--image', `registry.small.example/champ/${imageOf(BASE)}`);
  expect(code).toBe(0);
  expect(rowOf(BASE)).toMatchObject({ image: 'champ/hsa-mbs-fsi', tag: 'V1.2.4', digest });
  const [was, is] = [before.split('\n'), readFileSync(file, 'utf8').split('\n')];
  expect(is.filter((line, index) => line !== was[index])).toEqual(['    tag: V1.2.4', `    digest: ${digest}`]);
  expect(out).toMatch(/^-    tag: 1\.0\.0\n-    digest: .*\n\+    tag: V1\.2\.4\n\+    digest: /m);
  expect(statSync(file).mode & 0o777).toBe(0o640);
});

it('takes a path below the registry without the registry', async () => {
  expect(await set(WEAK, '--image', imageOf(WEAK))).toMatchObject({ code: 0 });
  expect(rowOf(WEAK)).toMatchObject({ image: `champ/${WEAK}`, tag: 'V1.2.4' });
});

it('writes nothing with --dry-run, and shows the same lines', async () => {
  const dry = await set(BASE, '--image', imageOf(BASE), '--dry-run');
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect((await set(BASE, '--image', imageOf(BASE))).out).toBe(dry.out);
});

it('says that nothing changes when it is set again', async () => {
  await set(BASE, '--image', imageOf(BASE));
  const { code, out, err } = await set(BASE, '--image', imageOf(BASE));
  expect([code, out]).toEqual([0, '']);
  expect(err).toContain('all images are as they were');
});

it.each<[string, string, string]>([
  ['no digest', 'CHAMP9223', `champ/${BASE}:V1.2.4`],
  ['no tag', 'CHAMP9224', `champ/${BASE}@${digest}`],
  ['a registry with a port and no tag', 'CHAMP9225', `registry.small.example:5000/champ/${BASE}@${digest}`],
  ['the registry without its path', 'CHAMP9225', `registry.small.example/hsa-mbs:V1@${digest}`],
  ['a foreign registry', 'CHAMP9225', `registry.else.example/${imageOf('hsa-mbs')}`],
  ['a registry that begins alike', 'CHAMP9225', `registry.small.example/champ-2/${imageOf('hsa-mbs')}`],
  ['localhost', 'CHAMP9225', `localhost/${imageOf('hsa-mbs')}`],
  ['a short digest', 'CHAMP9222', `champ/${BASE}:V1.2.4@sha256:abc`],
  ['a digest in capitals', 'CHAMP9222', `champ/${BASE}:V1.2.4@sha256:${sha('x').toUpperCase()}`],
  ['another algorithm', 'CHAMP9222', `champ/${BASE}:V1.2.4@sha512:${sha('x')}`],
  ['two digests', 'CHAMP9222', `champ/${BASE}:V1.2.4@${digest}@${digest}`],
  ['a path in capitals', 'CHAMP9222', `Champ/${BASE}:V1.2.4@${digest}`],
  ['nothing', 'CHAMP9223', ''],
  ['the tag latest', 'CHAMP2023', `champ/${BASE}:latest@${digest}`],
])('refuses %s and writes nothing', async (_, code, image) => {
  const ended = await set(BASE, '--image', image);
  expect(ended.code).toBe(1);
  expect(ended.err).toContain(code);
  expect(readFileSync(file, 'utf8')).toBe(before);
});

it('names the nearest service, beside what else is wrong', async () => {
  const { code, err } = await set('hsa-mbz', '--image', 'champ/hsa-mbs');
  expect(code).toBe(1);
  expect(err).toMatch(/CHAMP9223[\s\S]*CHAMP9226[\s\S]*did you mean: hsa-mbs\n/);
});

describe('under the strong constraint', () => {
  const delivered = () => rowOf(STRONG).artefact!;

  it('asks for the checksum of the delivered artefact', async () => {
    const { code, err } = await set(STRONG, '--image', imageOf(STRONG));
    expect([code, err.includes('CHAMP9227')]).toEqual([1, true]);
  });

  it('takes that of the artefact that was delivered', async () => {
    const { code } = await set(STRONG, '--image', imageOf(STRONG), '--artifact-sha256', delivered().sha256);
    expect(code).toBe(0);
    expect(rowOf(STRONG)).toMatchObject({ tag: 'V1.2.4', artefact: delivered() });
  });

  it('refuses another, even with the old name as that of a new delivery', async () => {
    for (const more of [[], ['--new-artifact', delivered().name]]) {
      const { code, err } = await set(STRONG, '--image', imageOf(STRONG), '--artifact-sha256', sha('else'), ...more);
      expect([code, err.includes('CHAMP9228'), err.includes(delivered().sha256)]).toEqual([1, true, true]);
    }
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('takes another with the name of the file that was newly delivered', async () => {
    const { code } = await set(STRONG, '--image', imageOf(STRONG), '--artifact-sha256', sha('else'), '--new-artifact', 'hsa-mbs-generic-V1.2.4.jar');
    expect(code).toBe(0);
    expect(rowOf(STRONG).artefact).toEqual({ name: 'hsa-mbs-generic-V1.2.4.jar', sha256: sha('else') });
  });

  it('refuses a local build', async () => {
    const { code, err } = await set(STRONG, '--image', imageOf(STRONG), '--artifact-sha256', sha('else'), '--new-artifact', 'hsa-mbs-local-V1.2.4.jar');
    expect([code, err.includes('CHAMP2025')]).toEqual([1, true]);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('asks for the name of the file where none was delivered yet', async () => {
    const { err } = await set(STRONG_UI, '--image', imageOf(STRONG_UI), '--artifact-sha256', sha('ui'));
    expect(err).toContain('CHAMP9229');
    expect(await set(STRONG_UI, '--image', imageOf(STRONG_UI), '--artifact-sha256', sha('ui'), '--new-artifact', 'ui.zip')).toMatchObject({ code: 0 });
    expect(rowOf(STRONG_UI).artefact).toEqual({ name: 'ui.zip', sha256: sha('ui') });
  });
});

it('elsewhere takes a new checksum for the same file, refuses one in another form, and a name without one', async () => {
  const { name } = rowOf(BASE).artefact!;
  expect(await set(BASE, '--image', imageOf(BASE), '--artifact-sha256', sha('else'))).toMatchObject({ code: 0 });
  expect(rowOf(BASE).artefact).toEqual({ name, sha256: sha('else') });
  expect((await set(BASE, '--image', imageOf(BASE), '--artifact-sha256', 'abc')).err).toContain('CHAMP9230');
  expect((await set(BASE, '--image', imageOf(BASE), '--new-artifact', 'x.jar')).err).toContain('CHAMP9231');
});

describe('--from', () => {
  const from = async (document: unknown) => {
    const path = join(here.folder, 'images.json');
    writeFileSync(path, typeof document === 'string' ? document : JSON.stringify(document, null, 2));
    return set('--from', path);
  };

  it('sets several services at once', async () => {
    const { sha256 } = rowOf(STRONG).artefact!;
    const { code } = await from({ version: 1, releases: [{ service: BASE, image: imageOf(BASE) }, { service: STRONG, image: imageOf(STRONG), artifactSha256: sha256 }] });
    expect(code).toBe(0);
    expect([rowOf(BASE).tag, rowOf(STRONG).tag]).toEqual(['V1.2.4', 'V1.2.4']);
  });

  it('sets none when one is wrong, and names every wrong one by its place', async () => {
    const { code, err } = await from({ version: 1, releases: [{ service: WEAK, image: imageOf(WEAK) }, { service: BASE, image: 'x' }, { service: 'hsa-mbz', image: imageOf('x') }, { service: WEAK, image: imageOf(WEAK) }] });
    expect(code).toBe(1);
    for (const each of [/CHAMP9223 \S*images\.json:9:18/, /CHAMP9226 \S*images\.json:13:18/, /CHAMP9232 \S*images\.json:17:18/]) expect(err).toMatch(each);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{"version": 1,', 'CHAMP1110'],
    ['another version', { version: 2, releases: [] }, 'CHAMP1123'],
    ['an unknown key', { version: 1, releases: [{ service: 'a', image: 'b', digest: 'c' }] }, 'CHAMP1120'],
    ['a missing key', { version: 1, releases: [{ service: 'a' }] }, 'CHAMP1121'],
    ['a list', [], 'CHAMP1122'],
    ['nothing', '', 'CHAMP1122'],
  ])('refuses a document that is %s', async (_, document, code) => {
    const ended = await from(document);
    expect([ended.code, ended.err.includes(code)]).toEqual([1, true]);
  });

  it('takes what release list --json writes', async () => {
    const { out } = await inProcess('release', 'list', '--env', 'here', '--environments', here.folder, '--json');
    const { code, err } = await from(out);
    expect([code, err]).toEqual([0, expect.stringContaining('all images are as they were')]);
  });

  it('refuses a file that is not there', async () => {
    expect(await set('--from', join(here.folder, 'nothing.json'))).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP1101') });
  });
});

it.each<[string, readonly string[]]>([
  ['without a service', ['--image', 'x']],
  ['without an image', ['hsa-mbs']],
  ['with a service and --from', ['hsa-mbs', '--from', 'x.json']],
  ['with --artifact-sha256 and --from', ['--from', 'x.json', '--artifact-sha256', 'x']],
])('is wrong usage %s', async (_, args) => {
  expect(await set(...args)).toMatchObject({ code: 2 });
});

it('writes one document under --json', async () => {
  const { out } = await set(BASE, '--image', imageOf(BASE), '--json', '--dry-run');
  expect(JSON.parse(out)).toMatchObject({
    version: 1, environment: 'here', changed: true, written: false,
    releases: [{ service: BASE, before: expect.stringMatching(/^registry\.small\.example\/champ\/champ\/hsa-mbs-fsi:1\.0\.0@sha256:/), after: `registry.small.example/champ/${imageOf(BASE)}` }],
  });
});

it('may mend a file that is wrong elsewhere, but adds nothing wrong to it', async () => {
  writeFileSync(file, before.replace('    image: champ/hsa-gw-core\n    tag: 1.0.0', '    image: champ/hsa-gw-core\n    tag: latest'));
  expect(await set(BASE, '--image', imageOf(BASE))).toMatchObject({ code: 0 });
  expect(await set(BASE, '--image', imageOf(BASE, 'latest'))).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP2023') });
});

it('gives a service without a row one, behind the service before it', async () => {
  writeFileSync(file, before.replace(/^ {2}hsa-mbs-fsi:\n(?: {4}.*\n)+/m, ''));
  expect(rowOf(BASE)).toBeUndefined();
  expect(await set(BASE, '--image', imageOf(BASE), '--artifact-sha256', sha('a'), '--new-artifact', 'a.jar')).toMatchObject({ code: 0 });
  expect(readFileSync(file, 'utf8')).toMatch(/ {2}hsa-gw-core:\n(?: {4}.*\n)+ {2}hsa-mbs-fsi:\n {4}image: champ\/hsa-mbs-fsi\n {4}tag: V1\.2\.4\n {4}digest: .*\n {4}artefact:\n {6}name: a\.jar\n/);
});

it('reads standard input as the shipped command', async () => {
  const { code, err } = await champ(['release', 'set', '--env', 'here', '--environments', here.folder, '--from', '-']);
  expect([code, err]).toEqual([1, expect.stringContaining('stdin:1:1')]);
});

it.each(['champ//x', 'champ/.x', 'champ/a/.b', 'champ/a.-b', 'champ/a___b', `champ/${'x'.repeat(240)}`])('refuses the path %s, which no registry takes', async (path) => {
  expect(await set(WEAK, '--image', `${path}:V1@${digest}`)).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP9222') });
  expect(readFileSync(file, 'utf8')).toBe(before);
});

it.each(['champ/a__b', 'champ/a--b', 'a/b/c.d_e-f', 'x'])('takes the path %s', async (path) => {
  expect(await set(WEAK, '--image', `${path}:V1@${digest}`, '--dry-run')).toMatchObject({ code: 0 });
});

it.each(['', '../x.jar', '/x.jar', 'a\nb.jar', '\u001b[31m.jar', 'a\u202eb.jar', ' x.jar', '..', 'x'.repeat(256)])('refuses %j as the name of a delivered file', async (name) => {
  expect(await set(STRONG, '--image', imageOf(STRONG), '--artifact-sha256', sha('x'), `--new-artifact=${name}`)).toMatchObject({ code: 1, err: expect.stringContaining('CHAMP9264') });
  expect(readFileSync(file, 'utf8')).toBe(before);
});
