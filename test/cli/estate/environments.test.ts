import { inProcess, environmentFolder } from '../../fixtures/champ.ts';

const { folder, put, remove } = environmentFolder('good', 'broken', 'empty', 'other');
put('broken', 'index.ts', 'export default {\n');
put('empty', 'index.ts', 'export const name = 1;\n');
put('other', 'index.ts', `export { default } from '${process.cwd()}/environments/dev/index.ts';\n`);
afterAll(remove);

const problemsOf = async (...args: readonly string[]) => {
  const { code, out } = await inProcess('--json', '--environments', folder, ...args);
  expect(code).toBe(1);
  return JSON.parse(out).problems as readonly unknown[];
};

it('names the nearest environment, and all there are', async () => {
  expect(await problemsOf('list', '--env', 'goood', '--env', 'bad')).toMatchObject([
    { code: 'CHAMP5001', args: { value: 'goood', near: 'good', allowed: 'broken, empty, good, other' } },
    { code: 'CHAMP5001', args: { value: 'bad' } },
  ]);
});

it.each([
  ['broken', 'CHAMP5004', /broken\/index\.ts/],
  ['empty', 'CHAMP5002', /empty\/index\.ts/],
  ['other', 'CHAMP5006', /other\/index\.ts/],
])('refuses the structure of %s with %s', async (name, code, where) => {
  expect(await problemsOf('list', '--env', name)).toMatchObject([{ code, where: expect.stringMatching(where) }]);
});

it('refuses a folder name that cannot be part of the names of objects', async () => {
  const bad = environmentFolder('Bad_Name');
  const { code, out } = await inProcess('--json', '--environments', bad.folder, 'list');
  bad.remove();
  expect(code).toBe(1);
  expect(JSON.parse(out).problems).toMatchObject([{ code: 'CHAMP5007', args: { value: 'Bad_Name' } }]);
});

it('refuses a folder of environments that is not there', async () => {
  const { code, out } = await inProcess('--json', '--environments', `${folder}/none`, 'synth');
  expect(code).toBe(1);
  expect(JSON.parse(out).problems).toMatchObject([{ code: 'CHAMP5005' }]);
});
