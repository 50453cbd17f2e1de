import { readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Repository } from '../../../cli/diff/sides/repository.ts';
import { changedSources } from '../../../cli/diff/sources.ts';
import { project, type Project } from '../../fixtures/diff/project.ts';

let here: Project;
beforeEach(() => { here = project(); });
afterEach(() => here.remove());

const changed = async (...revisions: readonly [base: string, head?: string]) => (await changedSources(await Repository.open(here.root), ...revisions)).map(({ path }) => path);
const index = () => readFileSync(join(here.root, '.git', 'index')).toString('hex');
const touch = (file: string) => utimesSync(join(here.root, file), new Date(1e12), new Date(1e12));

it('takes no file for changed of which the times alone differ, and leaves the index as it is', async () => {
  touch('package.json');
  touch('cli/champ.js');
  here.write('depth', '3');
  const before = index();
  expect(await changed('HEAD')).toEqual(['depth']);
  expect(index()).toBe(before);
});

it('names what is edited, staged, removed, new, and committed since, each once, whatever it is called', async () => {
  here.commit({ 'committed since.txt': 'a', 'back.txt': 'a' });
  here.commit({ 'back.txt': 'b' });
  here.write('depth', '3');
  here.write('environments/north/values.json', '{"a":"staged"}');
  here.git('add', 'environments');
  here.git('rm', '--quiet', 'package.json');
  here.write('名 \n".txt', 'new');
  here.write('back.txt', 'a');
  expect(await changed('HEAD~2')).toEqual(['back.txt', 'committed since.txt', 'depth', 'environments/north/values.json', 'package.json', '名 \n".txt'].sort());
  expect(await changed('HEAD~1')).not.toContain('back.txt');
  expect(await changed('HEAD~2', 'HEAD')).toEqual(['back.txt', 'committed since.txt']);
});
