import { readFileSync } from 'node:fs';
import { problem, ProblemError } from '../problem/index.ts';

/** A token from a file or from the text of a variable, trimmed; throws a ProblemError, which never shows it. */
export function readToken(source: { readonly file: string } | { readonly variable: string; readonly text: string }): string {
  const where = 'file' in source ? source.file : source.variable;
  const fail = (why: string): never => {
    throw new ProblemError([problem('CHAMP8015', where, { why })]);
  };
  let token: string;
  try {
    token = ('file' in source ? readFileSync(source.file, 'utf8') : source.text).trim();
  } catch (error) {
    return fail((error as NodeJS.ErrnoException).code ?? 'it cannot be read');
  }
  if (token === '') return fail('it is empty');
  if (token.length > 16_384) return fail('it is longer than any token');
  // what a header cannot hold, such as a second line, would end up in an error message
  if (!/^[\x21-\x7e]+$/.test(token)) return fail(/\s/.test(token) ? 'it holds white space' : 'it holds other characters than a token has');
  return token;
}

/** Certificates in PEM; throws a ProblemError. */
export function readAuthority(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new ProblemError([problem('CHAMP8016', file, { why: (error as NodeJS.ErrnoException).code ?? 'it cannot be read' })]);
  }
  if (!/-----BEGIN (TRUSTED )?CERTIFICATE-----[\s\S]+-----END (TRUSTED )?CERTIFICATE-----/.test(text)) throw new ProblemError([problem('CHAMP8016', file, { why: 'it holds no certificate in PEM' })]);
  return text;
}

/** `text` without the token, wherever a server repeats it; fewer than 8 characters are no token. */
export const withoutToken = (text: string, token: string | undefined): string => (token && token.length >= 8 ? text.replaceAll(token, '***') : text);
