/** Carries files between a zone's object store and the gap's file channel. */
import type { FileRow, Layout, Sizing, WorkloadPart } from '../contract.ts';
import { scaled } from './sizing.ts';

export const FERRY = 'file-ferry';
/** What is put here leaves the zone: statements and catalogue packages of the core zone, uploaded files of the public zone. */
export const FERRY_OUT = 'ferry-out';
/** What came from the other zone. */
export const FERRY_IN = 'ferry-in';

const HOME = '/etc/ferry';
/** Changes while the ferry goes back and forth; it stops when it hangs. */
const ALIVE = '/tmp/alive';
/** Longer than a pass (twice ten minutes, and the file that is under way then). */
const STUCK_MINUTES = 60;
const SIZING: Sizing = {
  requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '1', memory: '256Mi' },
  source: 'D: two files at a time, each in four parts of 5 MiB at most, took 100 MiB; a few thousand files a day',
};

/** Its account in the object store. */
export const ferrySecret = (property: string): string => `\${secret:platform/mw/object-store/${FERRY}#${property}}`;
/** Its account at the gap: `username`, `private-key`, and `known-hosts` with the key that the gap shows. */
const gapSecret = (property: string): string => `\${secret:platform/mw/object-store/gap-${FERRY}#${property}}`;

/**
 * Moves files out of `ferry-out` into folder `out` of the zone's side of the channel, and out of folder `in` there into `ferry-in`;
 * the only part of the kind that addresses the gap. How a file gets from `out` of one side to `in` of the other is the gap's own job:
 * it inspects it and drops it at its inner endpoint, and nothing in the zone is open to the gap. Both must leave names that end
 * in `.partial` alone. A file may arrive twice, so names are not used again.
 */
export function fileFerry(layout: Layout, store: { readonly service: string; readonly port: number }): WorkloadPart {
  const alive = { type: 'exec', command: ['/bin/sh', '-c', `find ${ALIVE} -mmin -${STUCK_MINUTES} | grep -q .`] } as const;
  return {
    part: 'workload', name: FERRY, workload: 'Deployment', replicas: 1, image: 'rclone', user: 10001,
    command: ['/bin/sh', `${HOME}/ferry.sh`],
    env: [
      { name: 'POD_NAME', field: 'metadata.name' },
      { name: 'RCLONE_CONFIG', value: `${HOME}/rclone.conf` },
      { name: 'RCLONE_CACHE_DIR', value: '/tmp/cache' },
      // memory is given back before the limit is met
      { name: 'GOMEMLIMIT', value: '208MiB' },
    ],
    ports: [], readiness: alive, liveness: alive,
    sizing: scaled(layout, SIZING),
    files: ferryFiles(layout, `http://${store.service}:${store.port}`),
    connects: [{ to: store.service, ports: [store.port] }, { to: `gap:${FERRY}`, ports: [] }],
  };
}

function ferryFiles(layout: Layout, endpoint: string): readonly FileRow[] {
  const [host = '', port = ''] = (layout.gap?.(FERRY) ?? 'gap.invalid:22').split(':');
  return [
    { path: `${HOME}/ferry.sh`, text: SCRIPT },
    {
      path: `${HOME}/rclone.conf`,
      text: `[store]
type = s3
provider = Other
endpoint = ${endpoint}
region = us-east-1
access_key_id = ${ferrySecret('username')}
secret_access_key = ${ferrySecret('password')}
no_check_bucket = true

[gap]
type = sftp
host = ${host}
port = ${port}
user = ${gapSecret('username')}
key_file = ${HOME}/private-key
known_hosts_file = ${HOME}/known-hosts
shell_type = none
disable_hashcheck = true
set_modtime = false
`,
    },
    ...['private-key', 'known-hosts'].map((property) => ({ path: `${HOME}/${property}`, text: `${gapSecret(property)}\n` })),
  ];
}

/** A pass that fails is followed by the next. While one pod takes over from another, each has part files of its own. */
const SCRIPT = `trap 'kill "$!"; wait "$!"; exit 0' TERM INT
carry() {
  touch ${ALIVE}
  rclone move "$1" "$2" --no-check-dest --retries 1 --transfers 2 --buffer-size 0 --contimeout 10s --timeout 1m --max-duration 10m --cutoff-mode SOFT \\
    --use-server-modtime --exclude '*.partial' --partial-suffix ".\${POD_NAME##*-}.partial" --use-json-log --log-level INFO --stats 0 &
  wait "$!"
}
while true; do
  carry store:${FERRY_OUT} gap:out
  carry gap:in store:${FERRY_IN}
  sleep 30 &
  wait "$!"
done
`;
