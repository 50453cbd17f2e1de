import { problem, ProblemError } from '../problem/index.ts';
import { excerpt } from '../text/index.ts';
import type { EndpointReference, Reference, SecretReference } from './reference.ts';

/** The text with each of the references replaced, escaped as its place demands; throws a `ProblemError` when a value cannot stand there. */
export function resolve<R extends Reference>(text: string, references: readonly R[], replace: (reference: R) => string): string {
  return pieces(text, references, (reference) => written(reference, replace(reference))).map(([piece]) => piece).join('');
}

/**
 * The text as a Go template of External Secrets (engine v2): secrets become `{{ .<key> }}` with the escapes of their place,
 * endpoints are replaced now (kept as they are without `endpoint`), and any `{{` of the file stays itself.
 */
export function toTemplate(
  text: string,
  references: readonly Reference[],
  keyOf: (reference: SecretReference) => string,
  endpoint?: (reference: EndpointReference) => string,
): string {
  const parts: { text: string; action: boolean }[] = [];
  for (const [piece, reference] of pieces(text, references, (each) => {
    if (each.type === 'secret') return action(keyOf(each), each.quoting.pipeline ?? '');
    return endpoint ? written(each, endpoint(each)) : each.raw;
  })) {
    const isAction = reference?.type === 'secret';
    // neighbours that are text are one text: a brace of one may meet a brace of the other
    if (!isAction && parts.at(-1)?.action === false) parts.at(-1)!.text += piece;
    else parts.push({ text: piece, action: isAction });
  }
  return parts.map((part, index) => (part.action ? part.text : literal(part.text, parts[index + 1] !== undefined))).join('');
}

/** The text cut at the references: what is between them, and what stands for each. */
function pieces<R extends Reference>(text: string, references: readonly R[], replace: (reference: R) => string): [string, R?][] {
  const result: [string, R?][] = [];
  let end = 0;
  for (const reference of [...references].sort((a, b) => a.offset - b.offset)) {
    if (reference.offset < end || !text.startsWith(reference.raw, reference.offset)) throw new Error(`reference ${reference.raw} is not of this text`);
    result.push([text.slice(end, reference.offset)], [replace(reference), reference]);
    end = reference.offset + reference.raw.length;
  }
  return [...result, [text.slice(end)]];
}

function written({ quoting, raw, where }: Reference, value: string): string {
  const text = quoting.write(value);
  if (text === undefined) throw new ProblemError([problem('CHAMP1216', where, { value: excerpt(value), raw })]);
  return text;
}

const action = (key: string, pipeline: string) => `{{ ${/^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `index . ${JSON.stringify(key)}`}${pipeline} }}`;

/** Only an opening `{{` means something in the text of a template; a last `{` would join the braces of an action behind it. */
function literal(text: string, beforeAction: boolean): string {
  return text.replace(beforeAction ? /\{\{|\{$/g : /\{\{/g, (braces) => `{{ "${braces}" }}`);
}
