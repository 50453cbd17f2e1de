import type { Text } from '../../engine/problem/index.ts';
import { diffsOf } from '../edit/diff.ts';
import { shownPath, writeFiles, type EditedFile } from '../edit/files.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { EXIT } from '../run.ts';
import { newWords as words } from './words.ts';

export interface Written {
  /** Id or name of what is new. */
  readonly what: string;
  readonly files: readonly EditedFile[];
  readonly dryRun: boolean;
  /** What remains for people, a step a line. */
  readonly next: Text;
  readonly args: Readonly<Record<string, string>>;
}

/** New lines beyond which a new file is told by its name. */
const MOST_LINES = 120;

/** Writes the files, shows the diff and the next steps. */
export function tellNew({ what, files, dryRun, next, args }: Written, console_: Console): number {
  const { language } = console_;
  if (!dryRun) writeFiles(files);
  const steps = say(next, language, args).split('\n').filter((line) => line !== '');
  if (console_.json) {
    console_.document({ name: what, written: !dryRun, files: files.map(({ path, before }) => ({ file: shownPath(path), isNew: before === undefined })), next: steps });
    return EXIT.ok;
  }
  const [short, long] = [files.filter((each) => !isLong(each)), files.filter(isLong)];
  console_.data([diffsOf(short), ...long.map(({ path, after }) => say(words.newFile, language, { file: shownPath(path), lines: linesIn(after) }))].filter((each) => each !== '').join('\n'));
  console_.note(say(dryRun ? words.notWritten : words.written, language, { count: files.length }));
  console_.note([say(words.next, language), ...steps.map((step, index) => `  ${index + 1}. ${step}`)].join('\n'));
  return EXIT.ok;
}

const linesIn = (text: string): number => text.split('\n').length - 1;
const isLong = ({ before, after }: EditedFile): boolean => before === undefined && linesIn(after) > MOST_LINES;
