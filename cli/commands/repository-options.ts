import { Option } from 'commander';
import type { Declare } from '../program.ts';
import { publishWords } from '../publish/words.ts';
import { repeated } from './option-readers.ts';

/** Where the config repository is, alike in every command that reads or writes it. */
export interface RepositoryCommandOptions {
  readonly repo?: readonly string[];
  readonly branch: string;
}

export function repositoryOptions({ text }: Declare): readonly [repo: Option, branch: Option] {
  return [
    new Option('--repo <url>', text(publishWords.repo)).argParser(repeated),
    new Option('--branch <name>', text(publishWords.branch)).default('main'),
  ];
}
