import { MOST_PER_TEXT, type Credential } from './credential.ts';
import { isCredentialValue } from './values.ts';

/** A program and its short option for a password, which is the first group and the end of the match. */
interface Client {
  readonly program: RegExp;
  readonly option: RegExp;
}

const CLIENTS: readonly Client[] = [
  { program: /\b(?:mysql|mysqldump|mysqladmin|mysqlsh|mariadb|mariadb-dump|mariadb-admin|obclient)\b/g, option: /\s-p(?!ort|assword|rotocol|lugin)["']?([^\s"']{2,4097})/g },
  { program: /\bredis-(?:cli|server)\b/g, option: /\s-a\s{1,20}["']?([^\s"']{2,4097})/g },
  {
    program: /\b(?:mongo|mongosh|mongodump|mongorestore|sshpass|rabbitmqadmin|clickhouse-client|docker\s{1,20}login|podman\s{1,20}login|helm\s{1,20}registry\s{1,20}login|nacos|sqlcmd|htpasswd\s{1,20}-b\w{0,20})\b/g,
    option: /\s-[pP]\s{0,20}["']?([^\s"']{2,4097})/g,
  },
  { program: /\b(?:curl|wget)\b/g, option: /\s(?:-u|--user)\s{0,20}["']?[^\s:"']{1,100}:([^\s"']{2,4097})/g },
  { program: /\b(?:ldapsearch|ldapadd|ldapmodify|ldapdelete)\b/g, option: /\s-w\s{0,20}["']?([^\s"']{2,4097})/g },
];
const ANY_CLIENT = /\b(?:mysql|mariadb|obclient|redis-|mongo|sshpass|rabbitmqadmin|clickhouse-client|(?:docker|podman|registry)\s{1,20}login|nacos|sqlcmd|htpasswd|curl|wget|ldap\w|openssl|keytool|pass(?:in|out)?[: ])/;
/** What lies between a program and its option. */
const FURTHEST = 400;
const OTHER_COMMAND = /[\n|;&]/;

const PASS = /\b(?:pass|passin|passout|storepass|keypass)(?:\s{1,20}pass)?:(?!env|file)([^\s"':]{3,4097})/g;
const ACL = /\buser[ \t]{1,20}\S{1,80}[ \t]{1,20}(?:on|off|reset|[+~&])[^\n]{0,120}?[ \t]>(\S{3,4097})/g;
const SQL = /\bidentified[ \t]{1,20}(?:with[ \t]{1,20}\S{1,60}[ \t]{1,20})?(?:by|as)[ \t]{1,20}(?:password[ \t]{1,20})?["']([^"'\n]{3,256})/gi;

/** Passwords that command lines give to well-known clients, and those of Redis ACL lines and SQL users. */
export function commandsIn(text: string): readonly Credential[] {
  const found: Credential[] = [];
  const hasClient = ANY_CLIENT.test(text);
  if (hasClient) for (const client of CLIENTS) optionsOf(client, text, found);
  for (const pattern of hasClient ? [PASS, ACL, SQL] : [ACL, SQL]) {
    for (const match of text.matchAll(pattern)) {
      if (found.length >= MOST_PER_TEXT) return found;
      add(match, found);
    }
  }
  return found;
}

/** Text is searched for the option once, however often the program is named before it. */
function optionsOf({ program, option }: Client, text: string, found: Credential[]): void {
  let next: RegExpExecArray | undefined;
  program.lastIndex = 0;
  for (let match = program.exec(text); match && found.length < MOST_PER_TEXT; match = program.exec(text)) {
    const from = program.lastIndex;
    if (!next || next.index < from) {
      option.lastIndex = from;
      next = option.exec(text) ?? undefined;
      if (!next) return;
    }
    if (next.index - from > FURTHEST || OTHER_COMMAND.test(text.slice(from, next.index))) continue;
    add(next, found);
    program.lastIndex = option.lastIndex;
  }
}

function add({ 0: whole, 1: value = '', index }: RegExpExecArray, found: Credential[]): void {
  if (!isCredentialValue(value, 'password')) return;
  const start = index + whole.length - value.length;
  found.push({ kind: 'password', start, end: start + value.length });
}
