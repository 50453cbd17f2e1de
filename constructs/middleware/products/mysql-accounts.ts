/** Schemas and accounts of MySQL as a script that may run again and again. */
import { accountSecret, accountsOf } from './accounts.ts';
import type { Holding } from '../contract.ts';
import { PRIMARY_PORT } from './innodb-cluster.ts';
import type { MiddlewareKind } from '../kinds.ts';

/** What an account may do with its schema; `owner` migrates its own tables. */
const GRANTS: Readonly<Record<NonNullable<Holding['access']>, string>> = {
  readWrite: 'SELECT, INSERT, UPDATE, DELETE, EXECUTE, CREATE TEMPORARY TABLES',
  readOnly: 'SELECT',
  owner: 'ALL PRIVILEGES',
  replication: 'SELECT',
};

/** Java 7 of XXL-JOB 2.0 has no cipher that MySQL 8.4 takes; its password still goes encrypted. */
const WITHOUT_TLS: readonly string[] = ['job-scheduler'] satisfies readonly MiddlewareKind[];

/** Schemas in the order in which they are held, each once. */
export function schemasOf(holdings: readonly Holding[]): readonly string[] {
  return [...new Set(holdings.flatMap(({ schema }) => (schema === undefined ? [] : [schema])))];
}

export function schemasSql(holdings: readonly Holding[]): string {
  return schemasOf(holdings).map((schema) => `CREATE DATABASE IF NOT EXISTS \`${schema}\`;\n`).join('');
}

/**
 * Makes what is missing and sets passwords and grants anew, so that a rotated password takes effect. Names and passwords come from the store.
 * A reader of the binlog that names no schema reads all of `schemas`.
 */
export function accountsSql(kind: MiddlewareKind, holdings: readonly Holding[], schemas = schemasOf(holdings)): string {
  const lines = accountsOf(holdings.filter(({ schema, access }) => schema !== undefined || access === 'replication')).flatMap((account) => {
    const { service } = account;
    const user = `'${accountSecret(account, kind, 'username')}'@'%'`;
    const login = `IDENTIFIED BY '${accountSecret(account, kind, 'password')}'`;
    return [
      `-- ${service}`,
      `CREATE USER IF NOT EXISTS ${user} ${login};`,
      `ALTER USER ${user} ${login} REQUIRE ${WITHOUT_TLS.includes(service) ? 'NONE' : 'SSL'};`,
      ...account.holdings.flatMap(({ schema, access = 'readWrite' }) => [
        ...(schema === undefined ? schemas : [schema]).map((each) => `GRANT ${GRANTS[access]} ON \`${each}\`.* TO ${user};`),
        ...(access === 'replication' ? [`GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO ${user};`] : []),
      ]),
    ];
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** Option file of the MySQL clients for the root account of an InnoDB cluster. */
export function rootClient(secret: string): string {
  return ['[client]', `user="\${secret:${secret}#rootUser}"`, `password="\${secret:${secret}#rootPassword}"`, 'ssl-mode=REQUIRED', 'connect-timeout=10', ''].join('\n');
}

/** Waits until the server answers, then runs `/provision/accounts.sql`. */
export function runAccounts(host: string): string {
  const client = `--defaults-extra-file=/provision/client.cnf --host=${host} --port=${PRIMARY_PORT}`;
  return `until mysql ${client} --execute='SELECT 1'; do sleep 5; done\nmysql ${client} < /provision/accounts.sql\n`;
}
