import { printable } from '../printable.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `file:line:column` or `file:line`; undefined for a place that is no file. */
export function placed(where: string): Place | undefined {
  const [, file, line, column = '1'] = /^(.+?):(\d+)(?::(\d+))?$/.exec(where) ?? [];
  return file && line ? { file, line: Number(line), column: Number(column) } : undefined;
}

/** Text of a message: nothing in it becomes a link or moves a cursor. */
export const plain = (text: string): string => printable(text).replaceAll('](', '] (');

export function physicalLocation({ file, line, column }: Place): Json {
  return { artifactLocation: { uri: uriOf(file) }, region: { startLine: Math.max(1, line), startColumn: Math.max(1, column) } };
}

function uriOf(file: string): string {
  const path = file.replace(/\p{Surrogate}/gu, '\ufffd').split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${path}` : path;
}
