/** How products and services reach MySQL and what speaks its protocol: encrypted, in UTF-8, in local time. */
import type { WorkloadPart } from '../contract.ts';

const COMMON = 'useUnicode=true&characterEncoding=UTF-8&serverTimezone=Asia/Shanghai&connectTimeout=3000&socketTimeout=60000';

/** For products, which bring a current driver or take it from `JDBC`. */
export function mysqlUrl(address: string, schema: string): string {
  return `jdbc:mysql://${address}/${schema}?${COMMON}&sslMode=REQUIRED`;
}

/**
 * For services: words that both drivers of the national releases know (5.1.47 of Spring Boot 2.0, 8.0.25 of 2.3).
 * 5.1 offers TLS 1.0 and 1.1 unless told, which MySQL 8.4 refuses.
 */
export function serviceMysqlUrl(address: string, schema: string): string {
  return `jdbc:mysql://${address}/${schema}?${COMMON}&useSSL=true&requireSSL=true&verifyServerCertificate=false&enabledTLSProtocols=TLSv1.2`;
}

/** Images whose licence keeps them from bringing MySQL's driver take it from one that does. */
export const JDBC_IMAGE = { keycloak: { image: 'keycloak/keycloak', tag: '26.6.4' } } as const;

type Init = NonNullable<WorkloadPart['init']>[number];

/** Copies the driver to `<folder>/mysql-connector-j.jar`; the folder is a writable path of the part. */
export function mysqlDriver(folder: string): Init {
  return { name: 'mysql-driver', image: 'keycloak', command: ['sh', '-c', `cp /opt/keycloak/lib/lib/main/com.mysql.mysql-connector-j-*.jar ${folder}/mysql-connector-j.jar`] };
}

/** The driver in a folder of its own, for products whose class path we set. */
export const JDBC = { writable: { path: '/jdbc', size: '16Mi' }, classPath: '/jdbc/*', init: mysqlDriver('/jdbc') } as const;
