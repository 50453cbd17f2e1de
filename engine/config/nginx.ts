import { MAX_DEPTH, type SourceFile } from '../text/index.ts';
import { NOTHING, type Format, type Span, type Syntax } from './format.ts';
import { nginxDouble, nginxPlain, nginxSingle } from './quoting.ts';

/** nginx configuration, in words as nginx itself splits it; `$name` and `${name}` are nginx's own. */
export const nginx: Format = { name: 'nginx', endings: ['.conf'], placeholders: false, parse };

/** A directive that starts a line starts a directive: when the one before has no end, its `;` is missing. */
const DIRECTIVES: ReadonlySet<string> = new Set([
  'access_log', 'add_header', 'alias', 'allow', 'charset', 'client_body_buffer_size', 'client_max_body_size', 'default_type', 'deny', 'error_log',
  'error_page', 'events', 'expires', 'gzip', 'gzip_types', 'http', 'if', 'include', 'index', 'keepalive', 'keepalive_timeout', 'limit_req',
  'listen', 'location', 'log_format', 'map', 'pid', 'proxy_buffering', 'proxy_connect_timeout', 'proxy_http_version', 'proxy_pass', 'proxy_read_timeout',
  'proxy_redirect', 'proxy_send_timeout', 'proxy_set_header', 'resolver', 'return', 'rewrite', 'root', 'sendfile', 'server', 'server_name', 'set',
  'ssl_certificate', 'ssl_certificate_key', 'ssl_protocols', 'try_files', 'types', 'upstream', 'user', 'worker_connections', 'worker_processes',
]);

/** A comment, blanks, a mark, a quoted word, or a word; a word holds `${...}` whole. */
const TOKEN = /#[^\n]*|\s+|[;{}]|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|["']|(?:\$\{|\\[^]|[^\s;{\\])+|\\/gy;

function parse(file: SourceFile): Syntax {
  const spans: Span[] = [];
  const opened: number[] = [];
  /** End of the last word of the directive that is being read. */
  let pending: number | undefined;
  let lineStart = true;
  const endDirective = (mark: string, index: number) => {
    if (pending === undefined) file.refuse('CHAMP1204', index, { value: mark, format: 'nginx', allowed: 'directive' });
    pending = undefined;
  };
  for (const { 0: token, index } of file.text.matchAll(TOKEN)) {
    const end = index + token.length;
    if (/^[\s#]/.test(token)) {
      lineStart ||= token.includes('\n');
      continue;
    }
    if (token === ';') endDirective(token, index);
    else if (token === '{') {
      endDirective(token, index);
      opened.push(index);
      if (opened.length > MAX_DEPTH) {
        file.refuse('CHAMP1113', index, { value: `> ${MAX_DEPTH}`, allowed: `<= ${MAX_DEPTH}` });
        return { spans, defined: NOTHING };
      }
    } else if (token === '}') {
      if (pending !== undefined) file.refuse('CHAMP1207', pending);
      pending = undefined;
      if (opened.pop() === undefined) file.refuse('CHAMP1206', index, { value: '}' });
    } else if (token === '"' || token === "'") {
      file.refuse('CHAMP1208', index, { value: token, allowed: token });
      return { spans, defined: NOTHING };
    } else {
      if (pending !== undefined && lineStart && DIRECTIVES.has(token)) file.refuse('CHAMP1207', pending);
      spans.push(wordSpan(file, token, index));
      pending = end;
    }
    lineStart = false;
  }
  if (pending !== undefined) file.refuse('CHAMP1207', pending);
  for (const index of opened) file.refuse('CHAMP1206', index, { value: '{' });
  return { spans, defined: NOTHING };
}

function wordSpan(file: SourceFile, token: string, start: number): Span {
  const quote = token[0]!;
  const end = start + token.length;
  if (quote !== '"' && quote !== "'") return { start, end, quoting: nginxPlain };
  if (!/[\s;{)]/.test(file.text[end] ?? ' ')) file.refuse('CHAMP1204', end, { value: file.text[end], format: 'nginx', allowed: '; { ) " "' });
  return { start: start + 1, end: end - 1, quoting: quote === '"' ? nginxDouble : nginxSingle };
}
