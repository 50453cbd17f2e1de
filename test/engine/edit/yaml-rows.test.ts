import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { editRows, type RowFields, type RowOptions } from '../../../engine/edit/yaml-rows.ts';
import { ProblemError } from '../../../engine/problem/index.ts';

const edit = (text: string, fields: RowFields, options: Partial<RowOptions> = {}) => editRows(text, fields, { name: 'rows.yaml', ...options });
const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`;

describe('values that are there', () => {
  it('keeps everything but the bytes of the scalar', () => {
    const text = lines('# head', 'services:', '  a:   # the first', '    tag:   V1   # why', '', '    image: x', '  # of b', '  b: { tag: V1 }', '# end');
    expect(edit(text, { services: { a: { tag: 'V2' } } })).toBe(text.replace('tag:   V1   # why', 'tag:   V2   # why'));
    expect(edit(text, { services: { b: { tag: 'V2' } } })).toBe(text.replace('{ tag: V1 }', '{ tag: V2 }'));
  });

  it.each([
    ["'V1'", "'V2'"], ['"V1"', '"V2"'], ['V1', 'V2'],
  ])('keeps the quotes of %s', (before, after) => {
    expect(edit(`tag: ${before}\n`, { tag: 'V2' })).toBe(`tag: ${after}\n`);
  });

  it.each(['2.0', 'true', '1e3', '0x1f', '2001-01-01', 'null', '~', '', ' x', 'a: b', 'x #y', '- a', 'é\u2028', '{a}'])('writes the string %j so that it is read as a string', (value) => {
    for (const text of ['tag: V1\n', 'row: {tag: V1}\n']) {
      const fields = text.startsWith('row') ? { row: { tag: value } } : { tag: value };
      expect(parse(edit(text, fields))).toEqual(fields);
    }
  });

  it('replaces a block scalar and a value over several lines', () => {
    expect(edit(lines('a: |', '  one', '  two', 'b: 1'), { a: 'x' })).toBe(lines('a: x', 'b: 1'));
    expect(edit(lines('a: one', '  two', 'b: 1'), { a: 'x' })).toBe(lines('a: x', 'b: 1'));
  });

  it('writes the same text when nothing changes', () => {
    const text = readFileSync(join(__dirname, '..', '..', '..', 'environments', 'linyi', 'releases.yaml'), 'utf8');
    const { services } = parse(text) as { services: RowFields };
    expect(edit(text, { services })).toBe(text);
  });
});

describe('new fields and rows', () => {
  it('puts a field behind its neighbours, in their style', () => {
    expect(edit(lines('a:', '    x: 1', 'b: 2'), { a: { y: 2 } })).toBe(lines('a:', '    x: 1', '    y: 2', 'b: 2'));
    expect(edit(lines('a: {x: 1}', 'b: 2'), { a: { y: 2 } })).toBe(lines('a: {x: 1, y: 2}', 'b: 2'));
    expect(edit(lines('a: { x: 1, }'), { a: { y: 2 } })).toBe(lines('a: { x: 1, y: 2, }'));
    expect(edit(lines('a: {', '  x: 1,', '  z: 3 # last', '}'), { a: { y: 2 } })).toBe(lines('a: {', '  x: 1,', '  z: 3,', '  y: 2 # last', '}'));
  });

  it('puts a row behind the one that is named, with its comments, and else at the end', () => {
    const text = lines('services:', '  a:', '    tag: V1', '    # more of a', '  # of b', '  b:', '    tag: V1', 'products: {}');
    expect(edit(text, { services: { c: { tag: 'V2' } } }, { behind: { c: 'a' } })).toBe(text.replace('  # of b', '  c:\n    tag: V2\n  # of b'));
    expect(edit(text, { services: { c: { tag: 'V2' } } })).toBe(text.replace('products', '  c:\n    tag: V2\nproducts'));
  });

  it('writes a nested field as the rows beside it have it', () => {
    const text = lines('services:', '  a:', '    tag: V1', '    artefact: {name: x, sha256: y}', '  b:', '    tag: V1');
    expect(edit(text, { services: { b: { artefact: { name: 'n', sha256: 's' } } } })).toBe(`${text}    artefact: {name: n, sha256: s}\n`);
    const block = lines('services:', '  a:', '    tag: V1', '    artefact:', '      name: x', '  b:', '    tag: V1');
    expect(edit(block, { services: { b: { artefact: { name: 'n' } } } })).toBe(`${block}    artefact:\n      name: n\n`);
  });

  it('makes rows of an empty {}, and keeps the comment behind it', () => {
    const text = lines('profile: dev', 'services: {} # exceptions', 'middleware: {}');
    expect(edit(text, { services: { a: { min: 1, max: 2 }, b: { size: 'XL' } } }, { layout: 'flow' }))
      .toBe(lines('profile: dev', 'services: # exceptions', '  a: {min: 1, max: 2}', '  b: {size: XL}', 'middleware: {}'));
    expect(edit(text, { services: { a: { min: 1 } } })).toBe(lines('profile: dev', 'services: # exceptions', '  a:', '    min: 1', 'middleware: {}'));
  });

  it('gives each row of a section on one line a line of its own', () => {
    expect(edit(lines('services: { a: { min: 1 }, b: { max: 2 } } # why', 'x: 1'), { services: { c: { min: 3 }, a: { min: 5 } } }))
      .toBe(lines('services:', '  a: { min: 5 }', '  b: { max: 2 }', '  c: { min: 3 } # why', 'x: 1'));
  });

  it('adds to a key without a value, and a key that is not there', () => {
    expect(edit('services:\nx: 1\n', { services: { a: { min: 1 } } }, { layout: 'flow' })).toBe('services:\n  a: {min: 1}\nx: 1\n');
    expect(edit('x: 1\n', { services: { a: { min: 1 } } })).toBe('x: 1\nservices:\n  a:\n    min: 1\n');
  });

  it('notes a new row', () => {
    expect(edit('services:\n  a:\n    tag: V1\n', { services: { b: { tag: 'V1' } } }, { notes: { b: 'sample' } })).toBe('services:\n  a:\n    tag: V1\n  b: # sample\n    tag: V1\n');
  });
});

describe('fields that go', () => {
  it('removes lines and items, and leaves {} where nothing stays', () => {
    expect(edit(lines('a:', '  x: 1 # one', '  # of y', '  y: 2'), { a: { x: undefined } })).toBe(lines('a:', '  # of y', '  y: 2'));
    expect(edit(lines('a:', '  x: 1', 'b: 2'), { a: { x: undefined } })).toBe(lines('a: {}', 'b: 2'));
    expect(edit(lines('a: {x: 1, y: 2, z: 3}'), { a: { x: undefined, z: undefined } })).toBe(lines('a: {y: 2}'));
    expect(edit(lines('a: {x: 1, y: 2}'), { a: { x: undefined, y: undefined, z: 3 } })).toBe(lines('a: {z: 3}'));
    expect(edit(lines('a:', '  b:', '    x: 1', '    y:', '      - 1', '  c: 1'), { a: { b: undefined } })).toBe(lines('a:', '  c: 1'));
  });

  it('passes over what is not there', () => {
    expect(edit('a: 1\n', { b: undefined })).toBe('a: 1\n');
  });
});

it('keeps CRLF line ends, and the absence of the last one', () => {
  expect(edit('a:\r\n  x: 1\r\nb: 2\r\n', { a: { y: 2, x: 3 } })).toBe('a:\r\n  x: 3\r\n  y: 2\r\nb: 2\r\n');
  expect(edit('a:\n  x: 1\n  y: 2', { a: { x: undefined, y: undefined, z: 3 } })).toBe('a:\n  z: 3');
  expect(edit('a: 1', { b: 2 })).toBe('a: 1\nb: 2');
});

describe('what cannot be edited in place', () => {
  const refused = (text: string, fields: RowFields) => {
    try {
      edit(text, fields);
    } catch (error) {
      return (error as ProblemError).problems.map(({ code, where }) => [code, where]);
    }
    return [];
  };

  it.each<[string, string, RowFields, string]>([
    ['an alias', 'a: &x {q: 1}\nb: *x\n', { b: { q: 2 } }, 'rows.yaml:2:4'],
    ['an anchored mapping', 'a: &x {q: 1}\nb: *x\n', { a: { q: 2 } }, 'rows.yaml:1:7'],
    ['an anchored value', 'a: &x 1\nb: *x\n', { a: 2 }, 'rows.yaml:1:7'],
    ['a tagged value', 'a: !!str 1\n', { a: '2' }, 'rows.yaml:1:10'],
    ['a list where a scalar should be', 'a:\n  - 1\n', { a: 2 }, 'rows.yaml:2:3'],
    ['a scalar where a mapping should be', 'a: 1\n', { a: { b: 1 } }, 'rows.yaml:1:4'],
    ['a list', '- 1\n', { a: 1 }, 'rows.yaml:1:1'],
    ['two documents', 'a: 1\n---\nb: 1\n', { a: 2 }, 'rows.yaml:1:1'],
  ])('refuses %s, by its place', (_, text, fields, where) => {
    expect(refused(text, fields)).toEqual([['CHAMP9220', where]]);
  });

  it('names all of them at once', () => {
    expect(refused('a: &x 1\nb: *x\nc: !!str 1\n', { a: 1, b: 1, c: '1' })).toHaveLength(3);
  });

  it('refuses a key that appears twice, by the place of the second', () => {
    expect(refused('a: 1\na: 2\n', { a: 3 })).toEqual([['CHAMP1111', 'rows.yaml:2:1']]);
  });
});

describe('any file', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'hsa-mbs', 'x.y', '1', 'true');
  const scalar = fc.oneof(fc.integer({ min: -5, max: 5000 }), fc.boolean(), fc.string({ maxLength: 12 }).filter((text) => !/\p{Cs}/u.test(text)), fc.constantFrom('V1.2.3', '0e12', 'sha256:00', 'é', '中文'));
  const row = fc.dictionary(key, fc.oneof({ weight: 3, arbitrary: scalar }, { weight: 1, arbitrary: fc.dictionary(key, scalar, { maxKeys: 3 }) }), { maxKeys: 4 });
  const file = fc.dictionary(key, row, { minKeys: 1, maxKeys: 4 });
  const text = fc.tuple(file, fc.infiniteStream(fc.boolean()), fc.constantFrom('\n', '\r\n')).map(([data, flips, eol]) => `${print(data, flips).join(eol)}${eol}`);

  /** Every way to write it: flow or block, with comments. */
  function print(data: object, flips: Iterator<boolean>, pad = ''): readonly string[] {
    const flip = () => flips.next().value as boolean;
    return Object.entries(data).flatMap(([name, value]) => {
      const comment = flip() && flip() ? [`${pad}# of ${name.length}`] : [];
      const quoted = JSON.stringify(name);
      if (typeof value !== 'object') return [...comment, `${pad}${quoted}: ${JSON.stringify(value)}${flip() ? ' # c' : ''}`];
      if (Object.keys(value as object).length === 0 || flip()) return [...comment, `${pad}${quoted}: ${JSON.stringify(value)}${flip() ? ' # f' : ''}`];
      return [...comment, `${pad}${quoted}:`, ...print(value as object, flips, `${pad}  `)];
    });
  }

  it('says what was asked for and nothing else, keeps every comment, and goes back to the same bytes', () => {
    fc.assert(fc.property(text, key, key, scalar, (before, of, field, value) => {
      const data = parse(before) as Record<string, Record<string, unknown>>;
      const target = data[of]?.[field];
      fc.pre(typeof target !== 'object' && typeof value !== typeof target);
      const after = edit(before, { [of]: { [field]: value } });
      expect(parse(after)).toEqual({ ...data, [of]: { ...data[of], [field]: value } });
      expect(after.match(/# \w.*/g)?.length ?? 0).toBeGreaterThanOrEqual(before.match(/ # [cf]\r?$|^ *# of \d/gm)?.length ?? 0);
      if (target === undefined && data[of] && Object.keys(data[of]).length > 0) expect(edit(after, { [of]: { [field]: undefined } })).toBe(before);
    }), { numRuns: 400, seed: 7 });
  });
});
