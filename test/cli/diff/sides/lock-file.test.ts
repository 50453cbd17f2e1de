import { suffices } from '../../../../cli/diff/sides/lock-file.ts';

type Rows = Readonly<Record<string, object>>;

const lock = (packages: Rows) => Buffer.from(JSON.stringify({ packages: { '': { name: 'project' }, ...packages } }));
const A = { version: '1.0.0', integrity: 'sha512-a' };
const B = { version: '2.0.0', integrity: 'sha512-b' };

it.each<[what: string, wanted: Rows, installed: Rows, expected: boolean]>([
  ['the same packages', { 'node_modules/a': A }, { 'node_modules/a': A }, true],
  ['a package too many', { 'node_modules/a': A }, { 'node_modules/a': A, 'node_modules/b': B }, true],
  ['a package that is missing', { 'node_modules/a': A, 'node_modules/b': B }, { 'node_modules/a': A }, false],
  ['another version', { 'node_modules/a': A }, { 'node_modules/a': { ...A, version: '1.0.1' } }, false],
  ['the same version of other content', { 'node_modules/a': A }, { 'node_modules/a': { ...A, integrity: 'sha512-x' } }, false],
  ['another development tool', { 'node_modules/a': A, 'node_modules/b': { ...B, dev: true } }, { 'node_modules/a': A, 'node_modules/b': { ...B, version: '3.0.0' } }, true],
  ['nothing for another platform', { 'node_modules/a': A, 'node_modules/b': { ...B, optional: true } }, { 'node_modules/a': A }, true],
  ['another version of something optional', { 'node_modules/b': { ...B, optional: true } }, { 'node_modules/b': A }, false],
  ['a package that hides one that was found', { 'node_modules/a': A, 'node_modules/b': B }, { 'node_modules/a': A, 'node_modules/b': B, 'node_modules/a/node_modules/b': A }, false],
  ['a package below one too many', { 'node_modules/a': A }, { 'node_modules/a': A, 'node_modules/b': B, 'node_modules/b/node_modules/a': B }, true],
])('tells of %s whether what is installed will do', (_, wanted, installed, expected) => {
  expect(suffices(lock(wanted), lock(installed))).toBe(expected);
});

it.each([['nothing', undefined], ['no JSON', Buffer.from('{')], ['no list', Buffer.from('{"packages":null}')]])('takes %s for not enough', (_, text) => {
  expect(suffices(lock({}), text)).toBe(false);
  expect(suffices(text ?? Buffer.from(''), lock({}))).toBe(false);
});
