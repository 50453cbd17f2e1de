import { quoted, withItem, withLines } from '../../../../cli/new/source/insert.ts';
import { bracketsAt } from '../../../../cli/new/source/scan.ts';

const at = (text: string) => bracketsAt(text, text.search(/[[{]/))!;
const add = (text: string, item: string) => withItem(text, at(text), item);

it('adds to a list on one line, to an empty one, and to the last line of a long one', () => {
  expect(add("const a = ['b'] as const;\n", "'c'")).toBe("const a = ['b', 'c'] as const;\n");
  expect(add('const a = [] as const;\n', "'c'")).toBe("const a = ['c'] as const;\n");
  expect(add("const a = [\n  'b',\n  'c',\n] as const;\n", "'d'")).toBe("const a = [\n  'b',\n  'c', 'd',\n] as const;\n");
});

it('breaks a line that would become too long', () => {
  const long = Array.from({ length: 10 }, (_, index) => `'hsa-example-${index}'`).join(', ');
  expect(add(`const a = [${long}] as const;\n`, "'hsa-new'")).toBe(`const a = [\n  ${long},\n  'hsa-new',\n] as const;\n`);
  expect(add(`const a = [\n  ${long},\n];\n`, "'hsa-rather-long-name'")).toBe(`const a = [\n  ${long},\n  'hsa-rather-long-name',\n];\n`);
});

it('adds lines behind the last entry, with the comma and the comment that it has', () => {
  const entries = (text: string) => withLines(text, at(text), ["'b': {", '},'], '  ');
  expect(entries("x = {\n  'a': { c: 1 }, // why\n};\n")).toBe("x = {\n  'a': { c: 1 }, // why\n  'b': {\n  },\n};\n");
  expect(entries("x = {\n  'a': { c: 1 }\n};\n")).toBe("x = {\n  'a': { c: 1 },\n  'b': {\n  },\n};\n");
  expect(entries('x = {};\n')).toBe("x = {\n  'b': {\n  },\n};\n");
});

it('quotes what a string may hold', () => {
  expect(quoted("it's \\ 中")).toBe("'it\\'s \\\\ 中'");
});
