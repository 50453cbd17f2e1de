import { problem, ProblemError, type Arguments, type Code } from '../problem/index.ts';
import { excerpt, type SourceFile } from '../text/index.ts';

/** Most places that a problem names. */
const MOST_PLACES = 10;

/** Throws one problem at an offset of the file. */
export function refuse(file: SourceFile, code: Code, offset: number, args: Arguments): never {
  throw new ProblemError([problem(code, file.place(offset), 'value' in args ? { ...args, value: args['value'] === '' ? '""' : excerpt(args['value']) } : args)]);
}

/** A path that names several values: where they are. */
export function refuseSeveral(file: SourceFile, path: string, offsets: readonly number[]): never {
  const places = offsets.slice(0, MOST_PLACES).map((offset) => file.place(offset));
  return refuse(file, 'CHAMP9201', offsets[0]!, { value: path, count: offsets.length, places });
}
