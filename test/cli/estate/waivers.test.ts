import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironmentFacts } from '../../../cli/estate/index.ts';
import { describe as describeProblem, Problems } from '../../../engine/problem/index.ts';
import { ROOT } from '../../fixtures/champ.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'champ-waivers-'));
  writeFileSync(join(folder, 'releases.yaml'), 'release: V1\nservices: {}\nproducts: {}\n');
  writeFileSync(join(folder, 'sizes.yaml'), 'profile: dev\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const row = ({ id = 'W-1', rule = 'NSA-POD-08', name = 'x', more = '', expires = '2030-01-01' } = {}) =>
  `- { id: ${id}, rule: ${rule}, target: { kind: Pod, namespace: shop, name: ${name}${more} }, reason: r, owner: o, ticket: t, expires: '${expires}' }\n`;

function read(...rows: readonly string[]) {
  const problems = new Problems();
  writeFileSync(join(folder, 'waivers.yaml'), rows.join(''));
  readEnvironmentFacts(folder, [], problems);
  return problems.all();
}
const lines = (...rows: readonly string[]) => read(...rows).map(({ code, where }) => `${code} ${/:(\d+):\d+$/.exec(where)?.[1]}`);

it('takes waivers that differ in id and in what they are for, and those of the repository', () => {
  expect(read(row(), row({ id: 'W-2', name: 'y' }), row({ id: 'W-3', rule: 'NSA-POD-09' }), row({ id: 'W-4', more: ', container: app' }), row({ id: 'W-5', more: ', zone: core' }))).toEqual([]);
  for (const name of ['linyi', 'dev']) expect(read(readFileSync(join(ROOT, 'environments', name, 'waivers.yaml'), 'utf8'))).toEqual([]);
});

it.each([['NSA-POD-98', /^NSA-POD-\d\d$/], ['NSA-PDO-08', /^NSA-POD-08$/], ['NSA-AUHT-19', /^NSA-AUTH-19$/]])('refuses %s, which is no rule, and names the nearest', (rule, near) => {
  const [found, ...others] = read(row(), row({ id: 'W-2', rule, name: 'y' }));
  expect(others).toEqual([]);
  expect(found).toMatchObject({ code: 'CHAMP6040', where: expect.stringMatching(/waivers\.yaml:2:20$/), args: { value: rule, near: expect.stringMatching(near) } });
});

it('refuses an id that appears twice, at the second, with the place of the first', () => {
  const [found, ...others] = read(row(), row({ name: 'y' }));
  expect(others).toEqual([]);
  expect(found).toMatchObject({ code: 'CHAMP6041', where: expect.stringMatching(/waivers\.yaml:2:9$/), args: { value: 'W-1', first: expect.stringMatching(/waivers\.yaml:1:9$/) } });
});

it('refuses a second waiver of the same rule for the same thing, whatever its reason, end and order of keys', () => {
  const [found, ...others] = read(row(), row({ id: 'W-2', expires: '2031-01-01' }).replace('kind: Pod, namespace: shop', 'namespace: shop, kind: Pod'));
  expect(others).toEqual([]);
  expect(found).toMatchObject({ code: 'CHAMP6042', args: { value: 'W-2', other: 'W-1' } });
  expect(describeProblem(found!, 'en')).toContain('waiver W-2 is for the same rule and the same thing as W-1 at ');
  expect(describeProblem(found!, 'zh')).toContain('豁免 W-2 与');
});

it('refuses a waiver that stands there twice, at both counts, every time', () => {
  expect(lines(row(), row(), row()).sort()).toEqual(['CHAMP6041 2', 'CHAMP6041 3', 'CHAMP6042 2', 'CHAMP6042 3']);
});

it('finds these beside what else is wrong in the file', () => {
  expect(lines('- 7\n', row({ expires: 'soon' }), row({ id: 'W-2', rule: 'NSA-POD-99' }), row({ name: 'z' }))).toEqual(expect.arrayContaining(['CHAMP1122 1', 'CHAMP1125 2', 'CHAMP6040 3', 'CHAMP6041 4']));
});
