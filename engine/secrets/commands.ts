import type { Credential } from './credential.ts';
import { isCredentialValue } from './values.ts';

/** Clients that take a password by a short option; the first group is the password. */
const CLIENTS: readonly RegExp[] = [
  /\b(?:mysql|mysqldump|mysqladmin|mysqlsh|mariadb|mariadb-dump|mariadb-admin|obclient)\b[^\n|;&]{0,400}?\s-p(?!ort|assword|rotocol|lugin)["']?([^\s"']{2,})/g,
  /\bredis-(?:cli|server)\b[^\n|;&]{0,400}?\s-a\s+["']?([^\s"']{2,})/g,
  /\b(?:mongo|mongosh|mongodump|mongorestore|sshpass|rabbitmqadmin|clickhouse-client|docker\s+login|podman\s+login|helm\s+registry\s+login|nacos|sqlcmd|htpasswd\s+-b\w*)\b[^\n|;&]{0,400}?\s-[pP]\s*["']?([^\s"']{2,})/g,
  /\b(?:curl|wget)\b[^\n|;&]{0,400}?\s(?:-u|--user)\s*["']?[^\s:"']{1,100}:([^\s"']{2,})/g,
  /\b(?:ldapsearch|ldapadd|ldapmodify|ldapdelete)\b[^\n|;&]{0,400}?\s-w\s*["']?([^\s"']{2,})/g,
  /\b(?:pass|passin|passout|storepass|keypass)(?:\s+pass)?:(?!env|file)([^\s"':]{3,})/g,
];
const ANY_CLIENT = /\b(?:mysql\w*|mariadb|obclient|redis-|mongo|sshpass|rabbitmqadmin|clickhouse-client|(?:docker|podman|registry)\s+login|nacos|sqlcmd|htpasswd|curl|wget|ldap\w+|openssl|keytool|pass(?:in|out)?[: ])/;
const ACL = /\buser[ \t]+\S{1,80}[ \t]+(?:on|off|reset|[+~&])[^\n]{0,120}?[ \t]>(\S{3,})/g;

const SQL = /\bidentified[ \t]+(?:with[ \t]+\S{1,60}[ \t]+)?(?:by|as)[ \t]+(?:password[ \t]+)?["']([^"'\n]{3,256})/gi;

/** Passwords that command lines give to well-known clients, and those of Redis ACL lines and SQL users. */
export function commandsIn(text: string): readonly Credential[] {
  const found: Credential[] = [];
  const patterns = [...(ANY_CLIENT.test(text) ? CLIENTS : []), ACL, SQL];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const value = match[1]!;
      if (!isCredentialValue(value, 'password')) continue;
      const start = match.index + match[0].length - value.length;
      found.push({ kind: 'password', start, end: start + value.length });
    }
  }
  return found;
}
