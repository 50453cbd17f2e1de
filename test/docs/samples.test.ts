import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fencedBlocks, readmes, ROOT, textOf } from '../fixtures/markdown.ts';

const folder = join(ROOT, '.champ', 'samples');
const samples = readmes().flatMap((file) => fencedBlocks(textOf(file)).filter((block) => block.language === 'ts').map((block) => ({ file, ...block })));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Imports of a sample are relative to its README; here they are relative to `folder`. */
const moved = (file: string, code: string): string =>
  code.replace(/(from|import\()(\s*)'(\.[^']*)'/g, (_, word: string, gap: string, target: string) => `${word}${gap}'${relative(folder, join(ROOT, dirname(file), target))}'`);

it('every TypeScript sample of the READMEs compiles as it stands', () => {
  expect(samples.map((each) => each.file)).toEqual(expect.arrayContaining(['README.md', 'README.zh.md']));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  samples.forEach(({ file, line, code }, index) => writeFileSync(join(folder, `sample-${index}.ts`), `// ${file}:${line}\n${moved(file, code)}export {};\n`));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../../tsconfig.json', compilerOptions: { noUnusedLocals: false }, include: ['*.ts'] }));
  const { status, stdout } = spawnSync(join(ROOT, 'node_modules', '.bin', 'tsc'), ['-p', folder], { encoding: 'utf8', shell: process.platform === 'win32' });
  expect(stdout.split('\n').filter((line) => line.includes('sample-')).map((line) => line.replace(/^.*sample-(\d+)\.ts/, (_, index: string) => `${samples[Number(index)]!.file}:${samples[Number(index)]!.line} `))).toEqual([]);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
}, 120_000);

it('shows the same samples in both languages, but for words', () => {
  const code = (file: string) => samples.filter((each) => each.file === file).map((each) => each.code);
  expect(code('README.zh.md')).toEqual(code('README.md'));
});
