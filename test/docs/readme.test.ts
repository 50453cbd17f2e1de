import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { createProgram } from '../../cli/program.ts';
import { fencedBlocks, fileLinks, headingLevels, readmes, ROOT, textOf, topFolders } from '../fixtures/markdown.ts';

const [en, zh] = [textOf('README.md'), textOf('README.zh.md')];
const program = createProgram('en', async () => {});

/** Lines that a reader may type, without what follows: `npx champ list`. */
const commandsOf = (text: string) => [...text.matchAll(/^ {4}(npx (?:-y )?\w+ \w+)/gm)].map((match) => match[1]!);

it.each(readmes())('%s links to what is there', (file) => {
  expect(fileLinks(textOf(file)).filter((target) => !existsSync(join(ROOT, dirname(file), target)))).toEqual([]);
});

it('has the same sections, blocks, commands and links in both languages', () => {
  expect(headingLevels(zh)).toEqual(headingLevels(en));
  expect(fencedBlocks(zh).map((each) => each.language)).toEqual(fencedBlocks(en).map((each) => each.language));
  expect(commandsOf(zh)).toEqual(commandsOf(en));
  const others = (text: string) => fileLinks(text).filter((target) => !target.startsWith('README'));
  expect(others(zh)).toEqual(others(en));
});

it('begins with the two commands that a fresh clone needs', () => {
  expect(commandsOf(en).slice(0, 2)).toEqual(['npx -y projen synth', 'npx -y projen test']);
});

it.each([['README.md', en], ['README.zh.md', zh]])('%s maps every folder of the repository, and none that is not there', (_, text) => {
  const mapped = [...text.matchAll(/^\| \[?`(\w+)\/`/gm)].map((match) => match[1]!);
  expect(mapped.filter((folder) => folder !== 'dist').sort()).toEqual(topFolders());
});

it.each([['README.md', en], ['README.zh.md', zh]])('%s names every command of champ, with options that it has', (_, text) => {
  const shown = [...text.matchAll(/^ {4}npx champ (\w+)(.*)$/gm)].map((match) => ({ name: match[1]!, rest: match[2]! }));
  const visible = program.commands.map((each) => each.name()).filter((name) => name !== 'complete');
  expect(shown.map((each) => each.name).sort()).toEqual([...visible].sort());
  for (const { name, rest } of shown) {
    const command = program.commands.find((each) => each.name() === name)!;
    const known = [program, command, ...command.commands].flatMap((each) => each.options.map((option) => option.long));
    for (const [option] of rest.matchAll(/--[\w-]+/g)) expect(known).toContain(option);
  }
});

it('names the exit codes that help names', () => {
  expect(en).toContain('0 ok, 1 findings or difference, 2 wrong usage, 3 failure');
  expect(zh).toContain('0 正常,1 有发现或差异,2 用法错误,3 失败');
});

it.each(readmes())('%s names files by their present names', (file) => {
  const named = [...textOf(file).matchAll(/`((?!dist\/)[\w./-]+\/[\w.-]+\.(?:ts|js|ya?ml|json|md))`/g)].map((match) => match[1]!);
  expect(named.filter((path) => !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, dirname(file), path)))).toEqual([]);
});

it('shows a waiver that an environment has', () => {
  const [sample] = fencedBlocks(en).filter(({ language }) => language === 'yaml').flatMap(({ code }) => parse(code) as readonly unknown[]);
  expect(parse(textOf('environments/linyi/waivers.yaml'))).toContainEqual(sample);
  expect(fencedBlocks(zh).map(({ code }) => code)).toContain(fencedBlocks(en).find(({ language }) => language === 'yaml')!.code);
});
