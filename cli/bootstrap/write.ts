import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MARK, readme, type Bootstrap } from '../../engine/bootstrap/index.ts';
import { problem, ProblemError } from '../../engine/problem/index.ts';

/** Content by name. */
export function filesOf(plan: Bootstrap): ReadonlyMap<string, string> {
  return new Map([...plan.steps.map(({ file, content }) => [file, content] as const), ['README.md', readme(plan, 'en')], ['README.zh.md', readme(plan, 'zh')]]);
}

/**
 * The folder holds these files and no others afterwards: a step left from an earlier run would be applied too. Refuses a folder with
 * anything that no earlier run wrote; throws a ProblemError.
 */
export function writeFiles(folder: string, shown: string, files: ReadonlyMap<string, string>): void {
  const there = existsSync(folder) ? readdirSync(folder).sort() : [];
  const foreign = there.filter((name) => !isOwn(join(folder, name)));
  if (foreign.length > 0) throw new ProblemError([problem('CHAMP8202', 'champ bootstrap --out', { value: shown, files: foreign.slice(0, 5) })]);
  mkdirSync(folder, { recursive: true });
  for (const name of there) if (!files.has(name)) rmSync(join(folder, name));
  for (const [name, content] of files) {
    // a file appears when it is whole; a draft that was left behind goes with the next run
    const draft = join(folder, `.${name}.draft`);
    writeFileSync(draft, content);
    renameSync(draft, join(folder, name));
  }
}

function isOwn(path: string): boolean {
  return statSync(path).isFile() && (/^\..+\.draft$/.test(basename(path)) || readFileSync(path, 'utf8').split('\n', 1)[0]!.includes(MARK));
}
