import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { date, digest, integer, list, object, oneOf, optional, parseFacts, quantity, readFacts, record, text, type Infer } from '../../../engine/facts/index.ts';
import { Problems } from '../../../engine/problem/index.ts';
import { found } from '../text/found.ts';

const SERVICES = ['hsa-mbs', 'hsa-smc'] as const;
const releases = object({
  release: text(),
  services: record({
    keys: SERVICES,
    what: 'service',
    values: object({ image: text(), digest, replicas: optional(integer({ min: 1, max: 9 })), size: optional(oneOf('small', 'large')), memory: optional(quantity()) }),
  }),
  waivers: optional(list(object({ rule: text(), expires: date }))),
});
const DIGEST = `sha256:${'a'.repeat(64)}`;
const TEXT = `# sample data
release: '2025.1'
services:
  hsa-mbs:
    image: mbs/hsa-mbs
    digest: ${DIGEST}
    replicas: 2
waivers:
  - {rule: NSA-POD-01, expires: '2027-01-31'}
`;
const refused = (content: string) => found((problems) => void parseFacts(content, 'releases.yaml', releases, problems));

test('reads a file as the type of its shape', () => {
  const facts = parseFacts(TEXT, 'releases.yaml', releases, new Problems());
  const value: Infer<typeof releases> | undefined = facts?.value;
  expect(value).toEqual({
    release: '2025.1',
    services: { 'hsa-mbs': { image: 'mbs/hsa-mbs', digest: DIGEST, replicas: 2 } },
    waivers: [{ rule: 'NSA-POD-01', expires: '2027-01-31' }],
  });
});

test('has the types of its shapes', () => {
  const value = parseFacts(TEXT, 'releases.yaml', releases, new Problems())!.value;
  const replicas: number | undefined = value.services['hsa-mbs']?.replicas;
  const size: 'small' | 'large' | undefined = value.services['hsa-mbs']?.size;
  // @ts-expect-error only services of the list
  expect(value.services['hsa-mbz']).toBeUndefined();
  // @ts-expect-error a key that may be missing
  const waivers: readonly unknown[] = value.waivers;
  const open = parseFacts('a: 1\n', 'a.yaml', record({ values: integer() }), new Problems())!.value;
  const named: number | undefined = open['a'];
  expect([replicas, size, waivers.length, named]).toEqual([2, undefined, 1, 1]);
});

test('points at a value, at the key of a collection, and at what is nearest above', () => {
  const facts = parseFacts(TEXT, 'releases.yaml', releases, new Problems())!;
  expect(facts.at([])).toBe('releases.yaml:2:1');
  expect(facts.at(['services'])).toBe('releases.yaml:3:1');
  expect(facts.at(['services', 'hsa-mbs', 'replicas'])).toBe('releases.yaml:7:15');
  expect(facts.at(['services', 'hsa-mbs', 'size'])).toBe('releases.yaml:4:3');
  expect(facts.at(['services', 'hsa-smc', 'size'])).toBe('releases.yaml:3:1');
  expect(facts.at(['waivers', 0])).toBe('releases.yaml:9:5');
  expect(facts.at(['waivers', 0, 'expires'])).toBe('releases.yaml:9:33');
  expect(facts.at(['waivers', 1, 'expires'])).toBe('releases.yaml:8:1');
  expect(facts.at(['release', 'x'])).toBe('releases.yaml:2:10');
});

test('reports every fault of a file in one pass, in the order of lines', () => {
  expect(refused(`release: 1.0
services:
  hsa-mbz: {}
  hsa-smc:
    image: smc
    digest: latest
    replicas: 10
    size: larg
    imagee: x
waivers:
  - {rule: '', expires: 2027-13-01}
`).map(({ code, where }) => `${code} ${where}`)).toEqual([
    'CHAMP1122 releases.yaml:1:10',
    'CHAMP1120 releases.yaml:3:3',
    'CHAMP1125 releases.yaml:6:13',
    'CHAMP1124 releases.yaml:7:15',
    'CHAMP1123 releases.yaml:8:11',
    'CHAMP1120 releases.yaml:9:5',
    'CHAMP1125 releases.yaml:11:12',
    'CHAMP1125 releases.yaml:11:25',
  ]);
});

test.each(['', '# nothing\n', '---\n'])('refuses an empty file: %j', (content) => {
  expect(refused(content)).toMatchObject([{ code: 'CHAMP1122', args: { value: '(empty)', allowed: 'mapping' } }]);
});

test('takes a misspelt key for one mistake', () => {
  const problems = new Problems();
  parseFacts('tagg: x\n', 'a.yaml', object({ tag: text() }), problems);
  expect(problems.all().map(({ code, args }) => [code, args['near']])).toEqual([['CHAMP1120', 'tag']]);
});

test('refuses a second document', () => {
  expect(refused(`${TEXT}---\nrelease: x\n`)).toMatchObject([{ code: 'CHAMP1118', where: 'releases.yaml:10:1' }]);
});

test('leaves a broken syntax to the syntax problems', () => {
  expect(refused('release: [\n').map((each) => each.code)).toEqual(['CHAMP1110']);
});

test('does not give a value when the same problem was known before', () => {
  const problems = new Problems();
  for (let turn = 0; turn < 2; turn++) expect(parseFacts('release: 1\n', 'a.yaml', releases, problems)).toBeUndefined();
});

test('reads what was written', () => {
  const row = fc.record({ image: fc.string({ minLength: 1, unit: 'grapheme' }).filter((each) => /\S/.test(each) && !/[\r\u0085\u2028\u2029]/.test(each)), replicas: fc.integer({ min: 1, max: 9 }) });
  fc.assert(fc.property(fc.record({ 'hsa-mbs': row, 'hsa-smc': row }), (rows) => {
    const services = Object.fromEntries(Object.entries(rows).map(([id, each]) => [id, { ...each, digest: DIGEST }]));
    const facts = parseFacts(stringify({ release: 'r', services }), 'a.yaml', releases, new Problems());
    expect(facts?.value).toEqual({ release: 'r', services });
  }));
});

describe('a file', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'champ-facts-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is read under the name that people know', () => {
    writeFileSync(join(folder, 'releases.yaml'), TEXT);
    const facts = readFacts(join(folder, 'releases.yaml'), releases, new Problems(), { name: 'linyi/releases.yaml' });
    expect(facts?.at(['release'])).toBe('linyi/releases.yaml:2:10');
  });

  test('that cannot be read is a problem, not a crash', () => {
    writeFileSync(join(folder, 'gbk.yaml'), Buffer.from([0x23, 0xd6, 0xd0, 0xce, 0xc4, 0x0a]));
    for (const [name, code] of [['none.yaml', 'CHAMP1101'], ['gbk.yaml', 'CHAMP1105']] as const) {
      expect(found((problems) => void readFacts(join(folder, name), releases, problems, { name }))).toMatchObject([{ code }]);
    }
  });
});
