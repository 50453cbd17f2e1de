import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { printYaml } from '../../../engine/emit/index.ts';
import { problemsOf } from '../../fixtures/emit/problems.ts';
import { soak } from '../../fixtures/soak.ts';

const READERS = [{ version: '1.1' }, { version: '1.2' }, { version: '1.1', schema: 'core' }, { version: '1.2', schema: 'core' }] as const;

function read(text: string, reader: (typeof READERS)[number]): unknown {
  const document = parseDocument(text, { ...reader, uniqueKeys: true });
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return document.toJS();
}

/** Every reader finds the same data again. */
function roundTrips(value: unknown): void {
  const text = printYaml(value);
  expect(text.endsWith('\n')).toBe(true);
  for (const reader of READERS) expect({ reader, data: read(text, reader) }).toEqual({ reader, data: value });
}

const MISREAD = [
  '', ' ', 'true', 'False', 'YES', 'no', 'on', 'Off', 'y', 'N', 'null', 'Null', '~', '=', '<<', '.inf', '-.INF', '+.inf', '.NaN',
  '0', '-0', '+1', '1_000', '0b11', '0o17', '017', '0x1F', '1.', '.5', '1e3', '1.5E-3', '._', '_1', '1,000', '190:20:30', '1:30', '08:00-12:00',
  '2020-01-01', '2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43.10 -5', '10.0.0.1', '1.2.3', '---', '--- a', '...', '... b',
  '- a', '-', '? a', '?', ': a', ':', 'a: b', 'a:', 'a :b', 'a #b', '#a', 'a#', '&a', '*a', '!a', '!!str a', '|', '>', '"a"', "'a'", "it's", '%a', '@a', '`a',
  '[a]', '{a}', ',a', 'a]', ' a', 'a ', '\ta', 'a\t', 'a\tb', 'a\t#b', 'a:\tb', 'a\\b', '\\', '{"a": 1}', "a'b\"c", '\u00a0a', '\u3000',
  '\0', '\u0007', '\u001b[0m', '\u007f', '\u0085', '\u2028', '\u2029', '\ufeff', '\ufffe', '\u202e', '\u{e0001}', '医保', '医保: 结算', '😀', '😀: 😀 #',
  'a\n', 'a\nb', 'a\n\nb\n\n\n', '\n', '\n\n', '\na', '\n a', ' a\nb', ' \na', 'a\n ', 'a\n \n', 'a\n \nb', '\ta\nb', 'a\n\tb\n', 'a\n\t\n', 'a \nb ', 'a\r\nb\r\n', 'a\rb',
  '# a\nb: c', '---\na', 'a\n---\nb', 'a\n...\nb', 'a\u0085\nb', 'a\n\u2028b', '\n\n  a\n b\n',
  'constructor', '__proto__', 'toString',
];

describe('printYaml', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...' \n\t:#-\'"ab0.?|>\r[]{},&*!%@`~=<_\\', '医', '😀', '\u2028') }),
    fc.constantFrom(...MISREAD),
    fc.tuple(fc.constantFrom(...MISREAD), fc.constantFrom(...MISREAD)).map(([a, b]) => a + b),
  );
  const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(1e21, -1e21, 1e-7, 5e-324, 2 ** 53, 0.1));
  const { data } = fc.letrec<{ data: unknown }>((tie) => ({
    data: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text, number.map((value) => (Object.is(value, -0) ? 0 : value)), fc.boolean(), fc.constant(null),
      fc.array(tie('data'), { maxLength: 4 }),
      fc.dictionary(text, tie('data'), { maxKeys: 4 }).map((object) => ({ ...object })),
    ),
  }));

  test('any JSON-like data is read back by YAML 1.1 and 1.2 readers', () => {
    fc.assert(fc.property(data, roundTrips), { numRuns: soak(1500, 150000) });
  });

  test('a text that readers could misread survives as value, key, list item and block', () => {
    for (const each of MISREAD) {
      roundTrips(each);
      roundTrips({ [each]: each, nested: { a: each, b: [each, [each], { [each]: each }] }, z: 0 });
    }
  });

  test('a manifest reads as kubectl prints it: identity first, the rest sorted, lists at the indent of their key', () => {
    expect(printYaml({
      spec: { template: { spec: { containers: [{ ports: [{ containerPort: 80, name: 'http' }], image: 'a/b:1', name: 'app', args: ['-c', '--x=1', '*'] }] } }, replicas: 2 },
      metadata: { annotations: { 'b.io/n': '1' }, labels: { b: 'x', a: 'z' }, generation: 1, namespace: 'core-mbs', name: 'hsa-mbs' },
      kind: 'Deployment', apiVersion: 'apps/v1',
    })).toBe(`apiVersion: apps/v1
kind: Deployment
metadata:
  name: hsa-mbs
  namespace: core-mbs
  labels:
    a: z
    b: x
  annotations:
    b.io/n: "1"
  generation: 1
spec:
  replicas: 2
  template:
    spec:
      containers:
      - name: app
        args:
        - -c
        - --x=1
        - "*"
        image: a/b:1
        ports:
        - name: http
          containerPort: 80
`);
  });

  test('a file of several lines is a literal block, so that a change of one line is one line of a diff', () => {
    expect(printYaml({ data: { 'a.conf': 'x 1;\n\n\ty 2;\n', 'b.conf': '  x\ny', 'c.conf': 'x\n\n', 'd.conf': 'x\r\ny\r\n' } })).toBe(`data:
  a.conf: |
    x 1;

    \ty 2;
  b.conf: |2-
      x
    y
  c.conf: |+
    x

  d.conf: "x\\r\\ny\\r\\n"
`);
  });

  test('what JSON leaves out is left out, null and empty collections are kept', () => {
    expect(printYaml({ a: undefined, b: () => 1, c: null, d: {}, e: [], f: { g: undefined }, h: [undefined], i: [1, undefined, 2], j: -0 }))
      .toBe('c: null\nd: {}\ne: []\nf: {}\nh: []\ni:\n- 1\n- 2\nj: 0\n');
    expect(printYaml({ a: undefined })).toBe('{}\n');
  });

  test('the order of keys in memory does not show', () => {
    fc.assert(fc.property(fc.dictionary(text, fc.integer()), (object) => {
      const reversed = Object.fromEntries(Object.entries(object).reverse());
      expect(printYaml({ ...object })).toBe(printYaml(reversed));
    }));
  });

  test('floats with an exponent have the point that a YAML 1.1 float needs', () => {
    expect(printYaml([1e21, 1e-7, 1.5e300, 12])).toBe('- 1.0e+21\n- 1.0e-7\n- 1.5e+300\n- 12\n');
  });

  test('reports every value that YAML cannot hold, with its path', () => {
    const found = problemsOf(() => printYaml({
      spec: { replicas: NaN, list: [1, Infinity] }, date: new Date(0), map: new Map(), big: 1n, cut: 'a\ud800', ['k\udc00']: 1, ['x'.repeat(1100)]: 1,
    }, 'v1/ConfigMap a/b'));
    expect(found.map(({ code, where, args }) => [code, where, args['path']?.slice(0, 20), args['value']?.slice(0, 20)])).toEqual([
      ['CHAMP4001', 'v1/ConfigMap a/b', 'spec.list[1]', 'Infinity'],
      ['CHAMP4001', 'v1/ConfigMap a/b', 'spec.replicas', 'NaN'],
      ['CHAMP4002', 'v1/ConfigMap a/b', 'big', 'bigint'],
      ['CHAMP4002', 'v1/ConfigMap a/b', 'date', 'Date'],
      ['CHAMP4002', 'v1/ConfigMap a/b', 'map', 'Map'],
      ['CHAMP4005', 'v1/ConfigMap a/b', 'cut', '"a\\ud800"'],
      ['CHAMP4005', 'v1/ConfigMap a/b', 'k\udc00', '"k\\udc00"'],
      ['CHAMP4006', 'v1/ConfigMap a/b', 'x'.repeat(20), 'x'.repeat(20)],
    ].sort());
    expect(problemsOf(() => printYaml(undefined))).toMatchObject([{ code: 'CHAMP4002', args: { path: '.' } }]);
  });

  test('data that holds itself or shares its parts without end is one problem in bounded time', () => {
    const cycle: Record<string, unknown> = {};
    cycle['left'] = cycle;
    cycle['right'] = [cycle, cycle];
    expect(problemsOf(() => printYaml(cycle))).toMatchObject([{ code: 'CHAMP4003', args: { allowed: '100' } }]);
    let shared: unknown = 'x'.repeat(1000);
    for (let level = 0; level < 60; level++) shared = [shared, shared];
    expect(problemsOf(() => printYaml({ shared }))).toMatchObject([{ code: 'CHAMP4004' }]);
  });
});
