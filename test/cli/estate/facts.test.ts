import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironmentFacts } from '../../../cli/estate/index.ts';
import { Problems } from '../../../engine/problem/index.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'champ-facts-'));
  writeFileSync(join(folder, 'releases.yaml'), 'release: V1\nservices: {}\nproducts: {}\n');
  writeFileSync(join(folder, 'sizes.yaml'), 'profile: dev\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read() {
  const problems = new Problems();
  return { ...readEnvironmentFacts(folder, ['hsa-a', 'hsa-b'], problems), problems: problems.all() };
}

it('reads a folder of the two files that it needs', () => {
  expect(read()).toMatchObject({ problems: [], whole: true, unreadable: [], facts: { sizes: { profile: 'dev', services: {} }, config: {}, waivers: [] } });
});

it('keeps what is right beside what is wrong, so that later checks find theirs in the same run', () => {
  writeFileSync(join(folder, 'sizes.yaml'), 'profil: dev\nprofile: dev\nservices:\n  hsa-c: {min: 1}\n  hsa-a: {min: 2}\n');
  const { problems, whole, facts } = read();
  expect(whole).toBe(false);
  expect(problems.map((each) => [each.args['value'], each.args['near']])).toEqual([['profil', 'profile'], ['hsa-c', expect.any(String)]]);
  expect(facts.sizes.services).toEqual({ 'hsa-a': { min: 2 } });
});

it('names a file of which nothing can be read', () => {
  writeFileSync(join(folder, 'releases.yaml'), 'a: [\n');
  expect(read().unreadable).toEqual(['releases']);
});

it('takes every file below the folder of a service, by its path', () => {
  mkdirSync(join(folder, 'config', 'hsa-a', 'db'), { recursive: true });
  writeFileSync(join(folder, 'config', 'hsa-a', 'db', 'db.properties'), 'a=1\n');
  expect(read().facts.config['hsa-a']).toEqual([expect.objectContaining({ path: 'db/db.properties', text: 'a=1\n' })]);
});

it('refuses a folder of no service, with the nearest', () => {
  mkdirSync(join(folder, 'config', 'hsa-bb'), { recursive: true });
  expect(read().problems).toEqual([expect.objectContaining({ code: 'CHAMP2036', args: expect.objectContaining({ near: 'hsa-b' }) })]);
});

it('refuses links, which could lead anywhere, and files where a folder belongs', () => {
  mkdirSync(join(folder, 'config', 'hsa-a'), { recursive: true });
  symlinkSync('/etc', join(folder, 'config', 'hsa-a', 'out'));
  symlinkSync('.', join(folder, 'config', 'hsa-a', 'loop'));
  symlinkSync('/etc/passwd', join(folder, 'config', 'hsa-a', 'passwd.conf'));
  writeFileSync(join(folder, 'config', 'hsa-b'), 'a=1\n');
  expect(read().problems.map((each) => [each.code, each.args['value']])).toEqual([
    ['CHAMP2049', 'loop'], ['CHAMP2049', 'out'], ['CHAMP2049', 'passwd.conf'], ['CHAMP2049', 'hsa-b'],
  ]);
});

it('refuses a file instead of the folder of configuration', () => {
  writeFileSync(join(folder, 'config'), '');
  expect(read().problems).toEqual([expect.objectContaining({ code: 'CHAMP2049' })]);
});

it('finds what else is wrong in a file with a key that appears twice', () => {
  writeFileSync(join(folder, 'sizes.yaml'), 'profile: dev\nprofile: dev\nservices:\n  hsa-a: {min: many}\n');
  expect(read().problems.map((each) => each.code)).toEqual(['CHAMP1111', 'CHAMP1122']);
});

it.each(["'*'", '"a * *\\nshop/Deployment/other"', "'two words'"])('refuses %s as the name of what is waived: a waiver is for one thing', (name) => {
  writeFileSync(join(folder, 'waivers.yaml'), `- { id: W-1, rule: NSA-POD-08, target: { kind: Pod, namespace: shop, name: ${name} }, reason: r, owner: o, ticket: t, expires: '2030-01-01' }\n`);
  expect(read().problems).toEqual([expect.objectContaining({ code: 'CHAMP1125' })]);
});

it('reads the path of a hostPath that a waiver names, and refuses a pattern', () => {
  const write = (path: string) => writeFileSync(join(folder, 'waivers.yaml'), `- { id: W-1, rule: NSA-POD-12, target: { kind: DaemonSet, namespace: agents, name: logs, container: host, path: ${path} }, reason: r, owner: o, ticket: t, expires: '2030-01-01' }\n`);
  write('/var/log');
  expect(read().facts.waivers).toMatchObject([{ target: { container: 'host', path: '/var/log' } }]);
  write("'/var/*'");
  expect(read().problems).toEqual([expect.objectContaining({ code: 'CHAMP1125' })]);
});

it.each([['2030-04-mbs-12', []], ['two words', ['CHAMP1125']], ['""', ['CHAMP1125']], ['12', ['CHAMP1122']]])('takes %s for the migration of a service by its form', (migration, found) => {
  writeFileSync(join(folder, 'releases.yaml'), `release: V1\nservices:\n  hsa-a: {image: champ/a, tag: V1, migration: ${migration}}\nproducts: {}\n`);
  const { problems, facts } = read();
  expect(problems.map(({ code }) => code)).toEqual(found);
  if (found.length === 0) expect(facts.releases.services['hsa-a']?.migration).toBe(migration);
});

it('knows no migration of a product: nothing would render it', () => {
  writeFileSync(join(folder, 'releases.yaml'), 'release: V1\nservices: {}\nproducts:\n  nacos: {image: nacos, tag: V1, migration: m-1}\n');
  expect(read().problems).toMatchObject([{ code: 'CHAMP1120' }]);
});
