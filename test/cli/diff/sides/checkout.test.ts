import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertInside, checkoutProblem } from '../../../../cli/diff/sides/checkout.ts';
import { renderCheckout } from '../../../../cli/diff/sides/render.ts';
import { refused } from '../../../fixtures/publish/problems.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'champ-checkout-')); });
afterEach(() => rmSync(folder, { recursive: true }));

it.each([
  ['error: unable to write file apps/index.ts', 'CHAMP9019'], ['fatal: cannot create directory at \'apps\': No space left on device', 'CHAMP9019'], ['error: unable to create file a: Read-only file system', 'CHAMP9019'],
  ['fatal: reference is not a tree: 1a2b3c', 'CHAMP9008'],
])('tells a disk that takes nothing from a repository that gives nothing: %s', (err, code) => {
  expect(checkoutProblem(err, { commit: '1a2b3c4d5e6f7a8b', folder, project: '/project' })).toMatchObject({ code, where: code === 'CHAMP9019' ? folder : '/project' });
});

it('refuses a cache that a link leads out of the packages, as nothing is found from there', () => {
  const [modules, elsewhere] = [join(folder, 'node_modules'), join(folder, 'elsewhere')];
  for (const each of [join(modules, '.cache', 'here'), elsewhere]) mkdirSync(each, { recursive: true });
  symlinkSync(elsewhere, join(modules, '.cache', 'led'));
  for (const fine of ['here', 'not-there-yet']) expect(() => assertInside(join(modules, '.cache', fine), modules)).not.toThrow();
  expect(() => assertInside(join(modules, '.cache', 'led'), modules)).toThrow(/CHAMP9020/);
});

it('says of a revision whose code never ends that it took too long', async () => {
  mkdirSync(join(folder, 'cli'));
  writeFileSync(join(folder, 'cli', 'champ.js'), 'setInterval(() => {}, 1000);\n');
  expect(await refused(renderCheckout({ folder, out: join(folder, 'out'), options: { longest: 600 } }, ['dev']))).toMatchObject([{ code: 'CHAMP9021' }]);
});
