import { lineHunks } from '../../engine/change/lines.ts';
import { readForEdit } from '../../engine/edit/index.ts';
import type { Planned } from './plan.ts';
import { HIDDEN, isHidden, maskedText, printable } from './shown.ts';

export interface ShownLine {
  /** Of the text that has it, from 1. */
  readonly line: number;
  readonly sign: '-' | '+';
  readonly text: string;
}

/** The lines that an edit takes away and those that it brings, without secrets. */
export function changedLines({ target: { file }, edit }: Planned, key: string): readonly ShownLine[] {
  const path = [file, key] as const;
  const [before, after] = [hide(file.decoded.text, edit.before, ...path), hide(edit.text, edit.after, ...path)];
  return lineHunks(unixed(before), unixed(after)).flatMap((hunk) => [
    ...hunk.removed.map((text, index) => shown('-', hunk.before + index, text)),
    ...hunk.added.map((text, index) => shown('+', hunk.after + index, text)),
  ]);
}

const unixed = (text: string): string => text.replace(/\r\n?/g, '\n');

const shown = (sign: ShownLine['sign'], line: number, text: string): ShownLine => ({ sign, line, text: printable(maskedText(text, '')) });

/** The text with the value hidden where it stands, if it is one to be hidden. */
function hide(text: string, value: string | undefined, { format, name }: Planned['target']['file'], key: string): string {
  if (!isHidden(key, value)) return text;
  const found = readForEdit(text, format, name).find(key);
  return found ? `${text.slice(0, found.start)}${HIDDEN}${text.slice(found.end)}` : text;
}

/** `5 - key=old` and `5 + key=new` below the name of the file. */
export function preview(planned: Planned, key: string): string {
  const lines = changedLines(planned, key);
  const wide = String(lines.at(-1)?.line ?? 0).length;
  return [planned.target.file.name, ...lines.map(({ sign, line, text }) => `  ${String(line).padStart(wide)} ${sign} ${text}`)].join('\n');
}
