import type { Arguments, Code, Problems } from '../problem/index.ts';
import { excerpt } from './excerpt.ts';
import { MAX_PROBLEMS } from './limits.ts';

/** Counted from 1; columns are UTF-16 units, as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A text with its name and the problems found in it; parsers point into it by offset. */
export class SourceFile {
  readonly name: string;
  readonly text: string;
  private readonly problems: Problems;
  private lineStarts: number[] | undefined;
  private count = 0;

  constructor(name: string, text: string, problems: Problems) {
    this.name = name;
    this.text = text;
    this.problems = problems;
  }

  private get starts(): readonly number[] {
    if (this.lineStarts) return this.lineStarts;
    this.lineStarts = [0];
    for (let end = this.text.indexOf('\n'); end >= 0; end = this.text.indexOf('\n', end + 1)) this.lineStarts.push(end + 1);
    return this.lineStarts;
  }

  /** The offset of a place; of the end of the text when there is no such line. */
  offsetOf(line: number, column: number): number {
    return Math.min((this.starts[line - 1] ?? this.text.length) + column - 1, this.text.length);
  }

  at(offset: number): Position {
    const starts = this.starts;
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  }

  /** `file:line:column`. */
  place(offset: number): string {
    const { line, column } = this.at(offset);
    return `${this.name}:${line}:${column}`;
  }

  /** Adds a problem at an offset; after `MAX_PROBLEMS` of one file only counts. */
  refuse(code: Code, offset: number, args: Arguments = {}): void {
    this.count += 1;
    if (this.count > MAX_PROBLEMS) return;
    this.problems.add(code, this.place(offset), 'value' in args ? { ...args, value: excerpt(args['value']) } : args);
  }

  get refused(): boolean {
    return this.count > 0;
  }
}
