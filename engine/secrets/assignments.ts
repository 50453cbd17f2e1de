import { MOST_PER_TEXT, type Credential } from './credential.ts';
import { meaningOf } from './keys.ts';
import { isCredentialValue } from './values.ts';

/** A part of a key that may mean a credential; what the whole key means is judged by `meaningOf`. */
const HINT = /passw|passphrase|pwd|secret|token|(?:api|access|private|secret|sign\w{0,6}|encrypt\w{0,4}|aes|des|sm[24]|rsa|hmac|master|session|account|shared|auth|crypt\w?|cipher|fernet|jwt|storage)[_.-]?key|credential|requirepass|masterauth|storepass|keypass|bindpw|rootpw|[_.-]p(?:ass|w|sw)\b|\bp(?:ass|w|sw)\s{0,20}[=:]|authorization|client-key-data|密码|口令|密钥|私钥|令牌|凭据|凭证/gi;

/** A character of a key: a word in the sense of regular expressions, a dot, a hyphen, a Chinese character. */
function isKeyPart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 45 && code <= 46) || (code >= 48 && code <= 57) || code === 95 || (code >= 0x4e00 && code <= 0x9fff);
}

const NONE: readonly Credential[] = [];
const LONGEST_KEY = 120;

/** Credentials that stand beside their key in a text: properties, YAML, JSON, XML, flags, connection strings, statements. */
export function assignmentsIn(text: string): readonly Credential[] {
  HINT.lastIndex = 0;
  const first = HINT.exec(text);
  if (!first) return NONE;
  const found: Credential[] = [];
  for (let hint: RegExpExecArray | null = first; hint && found.length < MOST_PER_TEXT; hint = HINT.exec(text)) {
    let start = hint.index;
    while (start > 0 && hint.index - start < LONGEST_KEY && isKeyPart(text.charCodeAt(start - 1))) start -= 1;
    let end = hint.index + hint[0].replace(/\s*[=:]$/, '').length;
    while (end < text.length && end - start < LONGEST_KEY && isKeyPart(text.charCodeAt(end))) end += 1;
    HINT.lastIndex = Math.max(end, hint.index + 1);
    const key = text.slice(start, end).replace(/^-+D?(?=[a-z])/i, '').replace(/[.-]+$/, '');
    const meaning = meaningOf(key);
    // a word of a path or an image
    if ((meaning !== 'password' && meaning !== 'secret') || text[start - 1] === '/') continue;
    const value = valueBehind(text, start, end);
    if (!value || !isCredentialValue(text.slice(value.start, value.end), meaning)) continue;
    if (!value.isQuoted && isCode(text.slice(value.start, value.end))) continue;
    // `host:port`
    if (text[value.start - 1] === ':' && /^\d{1,5}$/.test(text.slice(value.start, value.end))) continue;
    found.push({ kind: meaning === 'password' ? 'password' : 'secretKey', start: value.start, end: value.end, key });
    HINT.lastIndex = Math.max(value.end, HINT.lastIndex);
  }
  return found;
}

interface Value {
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

/** A name of something else, as code has it: `cfg.password`, `this.token`. */
const isCode = (value: string): boolean => /^[A-Za-z_$][\w$]*(?:(?:\.|->|::)[A-Za-z_$][\w$]*)+$/.test(value) && !/\d{3,}/.test(value);

// every repetition has an end, and none is within reach of another that takes the same characters: a key stands in a text up to a million times
const XML_TEXT = /\s{0,200}>\s{0,200}([^<>\s](?:[^<>\n]{0,1022}?[^<>\s])?)\s{0,200}</y;
const XML_CDATA = /\s{0,200}>\s{0,200}<!\[CDATA\[([^\]]{1,1024})\]\]>/y;
const XML_VALUE_ATTRIBUTE = /\\{0,8}["']\s{1,200}(?:value|defaultValue|content)\s{0,20}=\s{0,20}\\{0,8}(["'])([^"'\n]{1,1024}?)\\{0,8}\1/y;
const XML_VALUE_ELEMENT = /<\/(?:name|key|param-name|entry)>\s{0,200}<(?:value|string|param-value)>\s{0,200}([^<>\s](?:[^<>\n]{0,1022}?[^<>\s])?)\s{0,200}</y;
const JSON_VALUE_FIELD = /\\{0,8}["']\s{0,200},\s{0,200}\\{0,8}["']value\\{0,8}["']\s{0,200}:\s{0,200}\\{0,8}(["'])((?:[^"'\n\\]|\\.){1,1024}?)\\{0,8}\1/y;
const SEPARATOR = /(?:\\{0,8}["'])?\]?[ \t]{0,200}(?:=>|:=|[=:：])[ \t]{0,200}(?![=~])/y;
const FLAG_VALUE = /[ \t]{1,200}(?!-)/y;
const DIRECTIVE_VALUE = /[ \t]{1,200}(?=[^\s=:<>|&-])(?=[^\s]{1,4097}[ \t]{0,20};?[ \t]{0,20}(?:\n|$))/y;
const STATEMENT_VALUE = /[ \t]{1,200}(?:by[ \t]{1,200})?(?=')/iy;

function valueBehind(text: string, start: number, end: number): Value | undefined {
  const before = text[start - 1];
  const at = (pattern: RegExp, group: number): Value | undefined => {
    pattern.lastIndex = end;
    const match = pattern.exec(text);
    const inner = match?.[group];
    if (!match || inner === undefined) return undefined;
    const from = match.index + match[0].lastIndexOf(inner);
    return { start: from, end: from + inner.length, isQuoted: true };
  };
  if (before === '<') return at(XML_CDATA, 1) ?? at(XML_TEXT, 1);
  if (before === '>') return at(XML_VALUE_ELEMENT, 1);
  if (before === '"' || before === "'") {
    const beside = at(XML_VALUE_ATTRIBUTE, 2) ?? at(JSON_VALUE_FIELD, 2);
    if (beside) return beside;
    XML_TEXT.lastIndex = end + 1;
    const inner = XML_TEXT.exec(text);
    if (inner && text[end] === before) return { start: inner.index + inner[0].indexOf(inner[1]!), end: inner.index + inner[0].indexOf(inner[1]!) + inner[1]!.length, isQuoted: true };
  }
  const isLineStart = /(?:^|\n)[ \t]*(?:[-#*;]+[ \t]+|export[ \t]+|set[ \t]+|ENV[ \t]+|SET[ \t]+)*["']?$/.test(text.slice(Math.max(0, start - 40), start));
  const skip = (pattern: RegExp): number | undefined => {
    pattern.lastIndex = end;
    return pattern.test(text) ? pattern.lastIndex : undefined;
  };
  const assigned = skip(SEPARATOR);
  if (assigned !== undefined) return literal(text, assigned, isLineStart);
  const isFlag = text[start] === '-';
  const spaced = (isFlag ? skip(FLAG_VALUE) : isLineStart || before === undefined || /[ \t]/.test(before) ? (skip(STATEMENT_VALUE) ?? (isLineStart ? skip(DIRECTIVE_VALUE) : undefined)) : undefined);
  return spaced === undefined ? undefined : literal(text, spaced, false);
}

const QUOTE = /\\{0,8}(["'`])/y;
/** Placeholders hold characters that would end a value. Bounded, as everything that is read ahead of a key. */
const BARE = /(?:[$#]\{[^{}\n]{0,512}\}|\{\{[^{}\n]{0,512}\}\}|\$\([^()\n]{0,512}\)|[^\s"'`,;&<>\\{}|]){1,512}/y;
const REST_OF_LINE = /[^\n]{0,4097}/y;

function literal(text: string, at: number, isLine: boolean): Value | undefined {
  QUOTE.lastIndex = at;
  const quote = QUOTE.exec(text);
  if (quote) {
    const start = at + quote[0].length;
    let end = start;
    const escaped = quote[0].length > 1;
    while (end < text.length && text[end] !== '\n' && end - start < 4096) {
      if (text[end] === quote[1]) break;
      if (text[end] === '\\' && !escaped) end += 1;
      else if (escaped && text[end] === '\\' && text.slice(end, end + quote[0].length) === quote[0]) break;
      end += 1;
    }
    return { start, end: Math.min(end, text.length), isQuoted: true };
  }
  if (isLine) {
    REST_OF_LINE.lastIndex = at;
    const line = withoutEnd(REST_OF_LINE.exec(text)![0]);
    const gap = line.search(/\s/);
    // `password=x host=y`
    const isList = (gap >= 0 && /^[ \t]{1,200}[\w.-]{1,200}=/.test(line.slice(gap, gap + 401))) || /[&;][\w.-]+=/.test(line);
    if (!isList && line.length <= 4096 && !line.startsWith('|') && !line.startsWith('>')) return { start: at, end: at + line.length, isQuoted: false };
  }
  BARE.lastIndex = at;
  const bare = BARE.exec(text)?.[0];
  if (bare === undefined) return undefined;
  const value = { start: at, end: at + bare.length, isQuoted: false };
  // a word of a sentence
  return /^[A-Za-z]+[.,)]?$/.test(bare) && /^[ \t]+[a-z]+\b(?![ \t]*[=:])/.test(text.slice(value.end, value.end + 40)) ? undefined : value;
}

/** A line without its comment and without the comma or semicolon that ends it. */
function withoutEnd(line: string): string {
  const comment = line.search(/[ \t][#;]/);
  const rest = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  return rest.endsWith(',') || rest.endsWith(';') ? rest.slice(0, -1).trimEnd() : rest;
}
