import fc from 'fast-check';
import { editText, getValue, type Edit, type EditFormat } from '../../../engine/edit/index.ts';
import { codes, ProblemError, type Problem } from '../../../engine/problem/index.ts';

/** Sets a value and checks what holds of every edit: the value is read again, and no byte outside of one piece differs. */
export function set(text: string, format: EditFormat, path: string, value: string, asText = false): Edit {
  const edit = editText(text, format, path, { set: value }, { asText });
  expect(getValue(edit.text, format, path)).toBe(value);
  expect(edit).toMatchObject({ before: getValue(text, format, path), after: value });
  return outside(text, edit);
}

export function unset(text: string, format: EditFormat, path: string): Edit {
  const edit = editText(text, format, path, { unset: true });
  expect(getValue(edit.text, format, path)).toBeUndefined();
  return outside(text, edit);
}

function outside(text: string, edit: Edit): Edit {
  if (!edit.splice) expect(edit.text).toBe(text);
  else {
    const { start, end, text: inserted } = edit.splice;
    expect(edit.text).toBe(text.slice(0, start) + inserted + text.slice(end));
  }
  return edit;
}

/** The problems of an edit that is refused, with nothing left to fill in. */
export function refused(work: () => unknown): readonly Problem[] {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    for (const { code, args } of error.problems) {
      const { message, fix } = codes[code];
      for (const text of [message.zh, message.en, fix.zh, fix.en]) for (const [, name] of text.matchAll(/(?<!\$)\{(\w+)\}/g)) expect(args).toHaveProperty(name!);
    }
    return error.problems;
  }
  return [];
}

export const refusal = (work: () => unknown): readonly string[] => refused(work).map(({ code, where }) => `${code} ${where}`);

/** Lines, joined by one line end, with or without one at the end. */
export const layout = fc.record({ eol: fc.constantFrom('\n', '\r\n'), ends: fc.boolean() });
export const joined = (lines: readonly string[], { eol, ends }: { readonly eol: string; readonly ends: boolean }): string => lines.join(eol) + (ends && lines.length > 0 ? eol : '');

export const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
/** What people set, and what no person would. */
export const anyValue = fc.oneof(
  word, fc.integer().map(String), fc.constantFrom('true', 'null', 'on', '', ' ', '0123', '1:30', '# x', 'a: b', "it's", '"', '中文', '${endpoint:hsa-mbs:http}', 'a\nb', 'a\n', '\\', '<a & b>', ']]>', '{}', '- a', '1e3', '~', 'http://a.example:80/x?y=1&z=2#f'),
  fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !/\p{Surrogate}/u.test(text)),
);
