import { readFileSync } from 'node:fs';
import { problem, ProblemError, type Problems } from '../../engine/problem/index.ts';
import { isOneLine } from '../../engine/text/one-line.ts';
import type { EditedFile } from '../edit/files.ts';
import { shownPath } from '../edit/files.ts';
import { bracketsAt, propertyAt, type Brackets } from './source/scan.ts';

/** A source file that is being edited in memory. */
export class Source {
  readonly path: string;
  readonly before: string;
  text: string;

  constructor(path: string) {
    this.path = path;
    this.before = readFileSync(path, 'utf8');
    this.text = this.before;
  }

  get edited(): EditedFile {
    return { path: this.path, before: this.before, after: this.text };
  }

  /** The brackets that open at the end of what `pattern` matches; throws a ProblemError where the file is written in another way. */
  brackets(pattern: RegExp, what: string): Brackets {
    const found = pattern.exec(this.text);
    const brackets = found ? bracketsAt(this.text, found.index + found[0].length - 1) : undefined;
    return brackets ?? this.refuse(what);
  }

  /** The object literal that is a property of another one. */
  below(outer: Brackets, name: string): Brackets {
    const place = propertyAt(this.text, outer, name);
    const brackets = place && '{['.includes(this.text[place.start]!) ? bracketsAt(this.text, place.start) : undefined;
    return brackets ?? this.refuse(name);
  }

  refuse(value: string): never {
    throw new ProblemError([problem('CHAMP9243', shownPath(this.path), { value })]);
  }
}

/** A title goes into a source file as one string. */
export function checkTitles(titles: readonly (string | undefined)[], where: string, problems: Problems): void {
  for (const title of titles) {
    if (title !== undefined && !isOneLine(title)) problems.add('CHAMP9245', where, { value: JSON.stringify(title) });
  }
}
