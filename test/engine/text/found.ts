import { codes, Problems, type Problem } from '../../../engine/problem/index.ts';

/** The problems that `work` adds; each of them must fill its messages. */
export function found(work: (problems: Problems) => void): readonly Problem[] {
  const problems = new Problems();
  work(problems);
  expect(problems.all().filter((each) => unfilled(each).length > 0)).toEqual([]);
  return problems.all();
}

function unfilled({ code, args }: Problem): readonly string[] {
  const { message, fix } = codes[code];
  const names = [message.zh, message.en, fix.zh, fix.en].flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!));
  return names.filter((name) => !(name in args));
}
