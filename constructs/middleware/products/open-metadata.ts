import type { FileRow, Layout, Port, WorkloadPart } from '../contract.ts';
import { scaled } from './sizing.ts';

export const METADATA_IMAGE = { openmetadata: { image: 'openmetadata/server', tag: '1.13.1' } } as const;
export const METADATA_PORTS: readonly Port[] = [{ name: 'metadata', port: 8585 }, { name: 'metadata-admin', port: 8586 }];

/** Catalogue, lineage and quality of data. */
export function openMetadata(layout: Layout): WorkloadPart {
  const start = '. /etc/openmetadata/environment.sh\nexec';
  return {
    part: 'workload', name: 'openmetadata', workload: 'StatefulSet', replicas: layout.production ? 2 : 1, image: 'openmetadata', user: 1000,
    // passwords go from a file to the environment, from which the configuration in the image takes them
    command: ['/bin/bash', '-c', `${start} /opt/openmetadata/bin/openmetadata-server-start.sh /opt/openmetadata/conf/openmetadata.yaml`],
    // the first pod alone migrates the tables, since the second waits for it
    init: [{ name: 'schema', image: 'openmetadata', command: ['/bin/bash', '-c', `${start} /opt/openmetadata/bootstrap/openmetadata-ops.sh migrate`] }],
    ports: METADATA_PORTS,
    readiness: { type: 'http', port: 'metadata', path: '/api/v1/system/version' }, liveness: { type: 'tcp', port: 'metadata-admin' },
    startupSeconds: 600,
    sizing: scaled(layout, { requests: { cpu: '500m', memory: '2Gi' }, limits: { cpu: '2', memory: '3Gi' }, source: 'OpenMetadata documents 4 cores and 16 GiB for large catalogues; D: 1.5 GiB heap for some thousand tables' }),
    writable: [{ path: '/tmp', size: '512Mi' }, { path: '/opt/openmetadata/logs', size: '1Gi' }],
    files: files(layout),
    connects: [{ to: 'relational-db', ports: [] }, { to: 'search', ports: [9200] }, { to: 'data-warehouse', ports: [9083, 10000] }],
  };
}

/** Secrets as files, and the script that hands them to the server in the forms that it takes. */
function files(layout: Layout): readonly FileRow[] {
  const own = (property: string) => `\${secret:platform/mw/data-dev/openmetadata#${property}}`;
  const secrets = {
    'db-username': '${secret:platform/data-dev/relational-db#username}', 'db-password': '${secret:platform/data-dev/relational-db#password}',
    'search-password': '${secret:platform/data-dev/search#password}', 'search-ca.crt': '${secret:platform/data-dev/search#ca.crt}',
    'fernet-key': own('fernet-key'), 'jwt-public-key': own('jwt-public-key'), 'jwt-private-key': own('jwt-private-key'),
  };
  return [
    ...Object.entries(secrets).map(([name, text]) => ({ path: `/etc/openmetadata/${name}`, text })),
    { path: '/etc/openmetadata/environment.sh', text: environmentScript(layout) },
  ];
}

function environmentScript(layout: Layout): string {
  const [databaseHost, databasePort] = layout.endpoint('relational-db').split(':');
  const [searchHost, searchPort] = layout.endpoint('search').split(':');
  return `set -eu
cd /opt/openmetadata
at=/etc/openmetadata
export DB_DRIVER_CLASS=com.mysql.cj.jdbc.Driver DB_SCHEME=mysql DB_HOST=${databaseHost} DB_PORT=${databasePort} OM_DATABASE=openmetadata
export DB_PARAMS='sslMode=REQUIRED&serverTimezone=UTC' DB_USER="$(cat $at/db-username)" DB_USER_PASSWORD="$(cat $at/db-password)"
rm -f /tmp/trust.p12
trust="$(head -c 18 /dev/urandom | base64)"
keytool -importcert -noprompt -alias search -file $at/search-ca.crt -keystore /tmp/trust.p12 -storepass "$trust"
export SEARCH_TYPE=elasticsearch ELASTICSEARCH_SCHEME=https ELASTICSEARCH_HOST=${searchHost} ELASTICSEARCH_PORT=${searchPort} ELASTICSEARCH_CLUSTER_ALIAS=openmetadata
export ELASTICSEARCH_USER=data-dev ELASTICSEARCH_PASSWORD="$(cat $at/search-password)" ELASTICSEARCH_TRUST_STORE_PATH=/tmp/trust.p12 ELASTICSEARCH_TRUST_STORE_PASSWORD="$trust"
base64 -d < $at/jwt-public-key > /tmp/public_key.der
base64 -d < $at/jwt-private-key > /tmp/private_key.der
export RSA_PUBLIC_KEY_FILE_PATH=/tmp/public_key.der RSA_PRIVATE_KEY_FILE_PATH=/tmp/private_key.der JWT_ISSUER=champ JWT_KEY_ID=champ-data-dev
export FERNET_KEY="$(cat $at/fernet-key)" AUTHENTICATION_PROVIDER=basic AUTHENTICATION_ENABLE_SELF_SIGNUP=false PIPELINE_SERVICE_CLIENT_ENABLED=false
export OPENMETADATA_HEAP_OPTS='-Xms1536m -Xmx1536m' LOG_LEVEL=INFO
`;
}
