import type { FileRow, Layout, WorkloadPart } from '../contract.ts';

const own = (product: string, property: string) => `\${secret:platform/mw/data-dev/${product}#${property}}`;

/** Takes both products away from the passwords that they come with, and gives each service a user. */
export function dataDevProvision(layout: Layout): WorkloadPart {
  const users = layout.holdings.map(({ tenant, service }): FileRow => ({ path: `/provision/users/${service}`, text: `\${secret:${tenant}/${service}/data-dev#password}` }));
  return {
    part: 'workload', name: 'data-dev-provision', workload: 'Job', image: 'dolphinscheduler-api', user: 10001,
    command: ['/bin/bash', '/provision/provision.sh'], ports: [],
    sizing: { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' }, source: 'D: a few calls of curl' },
    files: [
      ...['password', 'initial-password'].map((name) => ({ path: `/provision/dolphinscheduler/${name}`, text: own('dolphinscheduler', name) })),
      ...['password', 'initial-password'].map((name) => ({ path: `/provision/openmetadata/${name}`, text: own('openmetadata', name) })),
      {
        path: '/provision/openmetadata/change.json',
        text: `${JSON.stringify({ username: 'admin', oldPassword: own('openmetadata', 'initial-password'), newPassword: own('openmetadata', 'password'), confirmPassword: own('openmetadata', 'password'), requestType: 'SELF' })}\n`,
      },
      ...users,
      { path: '/provision/provision.sh', text: script(layout.holdings.map(({ service }) => service)) },
    ],
    connects: [{ to: 'data-dev-api', ports: [12345] }, { to: 'openmetadata', ports: [8585] }],
  };
}

function script(services: readonly string[]): string {
  return `set -eu
cd /provision
api=http://data-dev-api:12345/dolphinscheduler
login() { curl -sS --data-urlencode userName=admin --data-urlencode "userPassword@$1" $api/login | sed -n 's/.*"sessionId":"\\([^"]*\\)".*/\\1/p'; }
session=$(login dolphinscheduler/password)
if [ -z "$session" ]; then
  session=$(login dolphinscheduler/initial-password)
  curl -sSf -H "sessionId: $session" -d 'id=1&userName=admin&email=admin@champ.invalid&tenantId=-1&queue=&phone=&state=1' --data-urlencode userPassword@dolphinscheduler/password $api/users/update
  session=$(login dolphinscheduler/password)
fi
for service in ${services.join(' ')}; do
  # a user that exists stays as it is
  curl -sSf -H "sessionId: $session" -d "userName=$service&email=$service@champ.invalid&tenantId=-1&queue=&phone=&state=1" --data-urlencode "userPassword@users/$service" $api/users/create
done
metadata=http://openmetadata:8585/api/v1/users
token() { curl -sS -H 'Content-Type: application/json' -d "{\\"email\\":\\"admin@open-metadata.org\\",\\"password\\":\\"$(base64 -w0 < $1)\\"}" $metadata/login | sed -n 's/.*"accessToken":"\\([^"]*\\)".*/\\1/p'; }
if [ -z "$(token openmetadata/password)" ]; then
  curl -sSf -X PUT -H 'Content-Type: application/json' -H "Authorization: Bearer $(token openmetadata/initial-password)" --data-binary @openmetadata/change.json $metadata/changePassword
fi
`;
}
