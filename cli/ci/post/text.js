// What may be posted: text that says what it is, of a size that a forge takes, and that is a command to nobody.

/** First line of a report of `champ diff`; our comment is known by it. */
const MARKER = '<!-- champ-diff -->';
/** Characters that a comment may have. */
const MOST = 65_536;
/** Left for what is said about the report itself. */
const SPARE = 1_024;

/** Bytes as UTF-8 text; throws where they are none, or too many. */
function textOf(bytes, most) {
  if (bytes.length > most) throw new Error(`the report has ${bytes.length} bytes, ${most} are allowed`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('the report is no UTF-8 text');
  }
}

/** The report as it may be posted; throws where it is none. */
function reportOf(bytes) {
  const text = textOf(bytes, MOST * 4);
  if (text !== MARKER && !text.startsWith(`${MARKER}\n`)) throw new Error('the file is no report of champ diff');
  const body = inert(text.slice(MARKER.length).replace(/^\n/, ''));
  if (body.length > MOST - SPARE) throw new Error(`the report has ${body.length} characters, ${MOST - SPARE} are allowed`);
  return body;
}

/** Without characters that turn or hide text, calls to people, and lines that a forge or its robots would obey. */
function inert(text) {
  return text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\u061c\ufeff]/g, '')
    .replaceAll('<!--', '&lt;!--')
    // written as an entity it calls people as well; emphasis ends in an underscore, which is no part of a name
    .replace(/&(?:#0{0,9}64|#x0{0,9}40|commat);/gi, '@')
    .replace(/(^|[\W_])@(?=[\w-])/gm, '$1@\u200b')
    .replace(/^((?:[^\S\n]|[>*+-])*)\/(?=[a-z])/gim, '$1\u200b/');
}

/** Paths that make, judge or print the report: who changes them could make it say anything. */
const PROGRAM = /^(?!apps\/|environments\/)/;
const LISTED = 5;

/** The comment: the report, with what it is worth. `paths` are those that the change request touches. */
function commentOf(body, { commit, paths }) {
  const program = paths.filter((path) => PROGRAM.test(path) && !/\.md$/i.test(path));
  const named = program.slice(0, LISTED).map((path) => `\`${inert(path.replace(/[\s`]+/g, ' ')).slice(0, 100)}\``).join(', ') + (program.length > LISTED ? ', ...' : '');
  const warning = program.length === 0 ? [] : [
    `> **本合并请求也修改了生成此报告的程序:请先审阅这些文件。 This change also touches the program that wrote this report: read these files first.** ${named}`, '',
  ];
  return [MARKER, ...warning, body.trimEnd(), '', `<sub>${commit.slice(0, 12)}</sub>`].join('\n');
}

module.exports = { MARKER, MOST, textOf, reportOf, commentOf };
