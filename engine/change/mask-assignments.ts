import { isHarmless, isSecretKey, type Print } from './mask-keys.ts';
import { maskPairs } from './mask-pairs.ts';

/** A word that may be a key, in any format; flags and variables with their marks before it. */
const WORD = /[A-Za-z_\u4e00-\u9fff][\w.\u4e00-\u9fff-]{0,119}/g;
const HINT = /pass|pwd|psw|\bpw\b|secret|token|key|\bsk\b|credential|auth|crypt|cipher|密码|口令|密钥|私钥|令牌|凭据|凭证/i;
/** Directives of nginx that only sound like one. */
const NO_SECRET = /^(?:proxy|fastcgi|uwsgi|scgi|grpc|memcached)_pass$|^server_tokens$/;
const SEPARATOR = /(\\{0,8}["'])?\]?[ \t]{0,200}(?:=>|:=|[=:：])[ \t]{0,200}/y;
/** The value is in a file: `-storepass:file path`. */
const ELSEWHERE = /^(?:file|env)[ :]/;
const SPACE = /[ \t]{1,200}(?=[^\s=:{])/y;
const QUOTE = /\\{0,8}["'`]/y;
const BLOCK = /[|>][+-]?\d?[+-]?[ \t]{0,200}(?:#[^\n]{0,1000})?(?=\n|$)/y;
const BARE = /(?:[$#]\{[^{}\n]{0,512}\}|\{\{[^{}\n]{0,512}\}\}|[^\s"'`,;&<>]){1,4096}/y;
/** A key goes on to its last line. */
const PEM = '-----BEGIN';
const NEXT_FLAG = /[ \t]-{1,2}\w|\n|$/g;
const LINE_START = /(?:^|\n)[ \t]*(?:[-#*;! \t]|-D|export[ \t]|set[ \t]\$?|ENV[ \t]|SET[ \t])*["']?$/;

/**
 * Masks what stands behind a key that means a secret, in properties, YAML, JSON, XML, nginx, flags and the like: whatever the value
 * looks like, and rather too much of it than too little. One pass, linear.
 */
export function maskAssignments(text: string, print: Print): string {
  if (!HINT.test(text) && !text.includes('://')) return text;
  return new Assignments(maskPairs(text, print), print).run();
}

class Assignments {
  private readonly text: string;
  private readonly print: Print;
  private out = '';
  private done = 0;
  /** End of what was judged: a reference may name a password. */
  private past = 0;

  constructor(text: string, print: Print) {
    this.text = text;
    this.print = print;
  }

  run(): string {
    const { text } = this;
    WORD.lastIndex = 0;
    for (let found = WORD.exec(text); found; found = WORD.exec(text)) {
      const [word] = found;
      if (isSecretKey(word)) this.key(found.index, found.index + word.length);
      WORD.lastIndex = Math.max(found.index + word.length, this.past);
    }
    return this.out + text.slice(this.done);
  }

  private key(start: number, end: number): void {
    const { text } = this;
    if (NO_SECRET.test(text.slice(start, end))) return;
    const isFirst = LINE_START.test(text.slice(Math.max(0, start - 60), start));
    const isFlag = text[start - 1] === '-';
    const separator = match(SEPARATOR, text, end);
    // the last part of an image's name, before its tag
    if (text[start - 1] === '/' && separator?.[0] === ':') return;
    if (separator) this.value(end + separator[0].length, start, isFlag ? 'flag' : isFirst ? 'line' : 'word', separator[1] === '"');
    else if (isFirst || isFlag) {
      const space = match(SPACE, text, end);
      if (space) this.value(end + space[0].length, start, isFlag ? 'word' : 'line', false);
    }
  }

  private value(at: number, keyAt: number, extent: 'line' | 'flag' | 'word', isJson: boolean): void {
    const { text } = this;
    if (ELSEWHERE.test(text.slice(at, at + 5))) return;
    const quote = match(QUOTE, text, at)?.[0];
    if (quote !== undefined) this.mask(at + quote.length, closing(text, at + quote.length, quote));
    else if (text[at] === '[') this.mask(at + 1, orEnd(text, ']', at));
    else if (match(BLOCK, text, at) || at >= lineEnd(text, at)) this.below(at, keyAt);
    else if (text[at] === '{' && text[at + 1] !== '{') return;
    else if (extent === 'line') this.mask(at, this.restOfLine(at), isJson);
    else if (extent === 'flag') this.mask(at, nextFlag(text, at));
    else this.mask(at, at + (match(BARE, text, at)?.[0].length ?? 0), isJson);
  }

  /** To the end of the line, and of those that continue it, without the mark that ends the value. */
  private restOfLine(at: number): number {
    const { text } = this;
    if (text.startsWith(PEM, at)) return lineEnd(text, orEnd(text, '-----END', at));
    let end = lineEnd(text, at);
    while (/(?:^|[^\\])(?:\\\\)*\\$/.test(text.slice(Math.max(at, end - 20), end)) && end < text.length) end = lineEnd(text, end + 1);
    const rest = text.slice(at, end).trimEnd();
    return at + rest.length - (/[,;]$/.test(rest) && rest.length > 1 ? 1 : 0);
  }

  /** Lines of a block scalar, of a list, or of a value on a line of its own: what is indented deeper than the key. Keys there speak for themselves. */
  private below(at: number, keyAt: number): void {
    const { text } = this;
    const indent = indentOf(text, text.lastIndexOf('\n', keyAt - 1) + 1);
    const isBlock = at < lineEnd(text, at);
    const from = lineEnd(text, at) + 1;
    let end = from;
    while (end < text.length) {
      const lineAt = end;
      const stop = lineEnd(text, lineAt);
      const line = text.slice(lineAt, Math.min(stop, lineAt + 4096)).trim();
      if (line !== '') {
        const depth = indentOf(text, lineAt);
        if (depth < indent || (depth === indent && !line.startsWith('- ')) || (!isBlock && /^[\w."'-]{1,120}:(?: |$)/.test(line.replace(/^- /, '')))) break;
      }
      end = stop + 1;
    }
    if (from >= text.length || end <= from) return;
    const first = from + indentOf(text, from);
    this.mask(first, Math.max(first, Math.min(end, text.length) - (text[Math.min(end, text.length) - 1] === '\n' ? 1 : 0)));
  }

  private mask(start: number, end: number, isJson = false): void {
    const value = this.text.slice(start, end);
    this.past = Math.max(this.past, end);
    if (isHarmless(value)) return;
    this.out += this.text.slice(this.done, start) + (isJson ? `"${this.print(value)}"` : this.print(value));
    this.done = end;
  }
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A value may hold blanks where it is the rest of an argument. */
function nextFlag(text: string, at: number): number {
  NEXT_FLAG.lastIndex = at;
  return NEXT_FLAG.exec(text)?.index ?? text.length;
}

function lineEnd(text: string, at: number): number {
  return orEnd(text, '\n', at);
}

function orEnd(text: string, mark: string, at: number): number {
  const found = text.indexOf(mark, at);
  return found < 0 ? text.length : found;
}

function indentOf(text: string, lineAt: number): number {
  let at = lineAt;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at - lineAt;
}

/** The quote that ends a value; what is escaped, or doubled as in YAML, is inside. The text's end where there is none. */
function closing(text: string, from: number, quote: string): number {
  const mark = quote.at(-1)!;
  for (let at = from; at < text.length; at++) {
    // an action of a template has quotes of its own
    if (text[at] === '{' && text[at + 1] === '{') at = Math.max(at, Math.min(orEnd(text, '}}', at), orEnd(text, '\n', at)) - 1);
    else if (quote.length === 1 && text[at] === '\\' && mark !== "'") at += 1;
    else if (text.startsWith(quote, at)) {
      if (quote !== "'" || text[at + 1] !== "'") return at;
      at += 1;
    }
  }
  return text.length;
}
