/** RocketMQ's own files: broker and proxy configuration, and the script that makes topics, groups and accounts. */
import { accountSecret, accountsOf, named, type Account } from './accounts.ts';
import type { FileRow, Layout } from '../contract.ts';
import { peerNames } from './peers.ts';

export const CLUSTER = 'hsa';
/** Account of brokers, proxies and the provisioning job among themselves. */
const ADMIN = 'platform/mw/mq/mq-admin';
const STORE = '/home/rocketmq/store';

const provider = (of: 'authentication' | 'authorization', name: string) => `org.apache.rocketmq.auth.${of}.provider.${name}`;
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const AUTH = (['authentication', 'authorization'] as const).map((of) => [of, provider(of, `Default${upper(of)}Provider`)] as const);

/** `host:port;...` of all name servers: a broker registers with each of them. */
export function nameServers(layout: Layout, count: number): string {
  return peerNames(layout, 'mq-namesrv', count).map((host) => `${host}:9876`).join(';');
}

/**
 * Each broker is a primary of its own with part of every topic. A write is on disk before it is confirmed; when a host dies
 * the others take new messages at once, and the old ones are delivered when its volume is attached elsewhere.
 */
export function brokerProperties(name: string, metricsPort: number): string {
  return [
    `brokerClusterName=${CLUSTER}`,
    `brokerName=${name}`,
    'brokerId=0',
    'brokerRole=ASYNC_MASTER',
    'flushDiskType=SYNC_FLUSH',
    'listenPort=10911',
    `storePathRootDir=${STORE}`,
    `storePathCommitLog=${STORE}/commitlog`,
    'autoCreateTopicEnable=false',
    'autoCreateSubscriptionGroup=false',
    'traceTopicEnable=false',
    'deleteWhen=04',
    'fileReservedTime=72',
    'diskMaxUsedSpaceRatio=75',
    'maxMessageSize=4194304',
    'metricsExporterType=PROM',
    'metricsPromExporterHost=0.0.0.0',
    `metricsPromExporterPort=${metricsPort}`,
    ...AUTH.flatMap(([of, given]) => [`${of}Enabled=true`, `${of}Provider=${given}`, `${of}MetadataProvider=${provider(of, `Local${upper(of)}MetadataProvider`)}`]),
    `initAuthenticationUser={"username":"\${secret:${ADMIN}#username}","password":"\${secret:${ADMIN}#password}"}`,
    `innerClientAuthenticationCredentials={"accessKey":"\${secret:${ADMIN}#username}","secretKey":"\${secret:${ADMIN}#password}"}`,
    '',
  ].join('\n');
}

export function proxyJson(): string {
  return `${JSON.stringify({
    rocketMQClusterName: CLUSTER,
    proxyMode: 'CLUSTER',
    remotingListenPort: 8080,
    grpcServerPort: 8081,
    ...Object.fromEntries(AUTH.flatMap(([of, given]) => [[`${of}Enabled`, true], [`${of}Provider`, given], [`${of}MetadataProvider`, `org.apache.rocketmq.proxy.auth.Proxy${upper(of)}MetadataProvider`]])),
    innerClientAuthenticationCredentials: `{"accessKey":"\${secret:${ADMIN}#username}","secretKey":"\${secret:${ADMIN}#password}"}`,
  }, null, 2)}\n`;
}

/** Consumer group of a service. */
export const groupOf = (service: string) => `GID_${service}`;

/** The script, the account that runs it, and each service's account in files of its own. */
export function provisionFiles(layout: Layout): readonly FileRow[] {
  return [
    { path: '/provision/conf/tools.yml', text: `accessKey: "\${secret:${ADMIN}#username}"\nsecretKey: "\${secret:${ADMIN}#password}"\n` },
    ...accountsOf(layout.holdings).flatMap((account) => ['username', 'password'].map((key) => ({ path: `/provision/accounts/${account.service}/${key}`, text: accountSecret(account, 'mq', key) }))),
    { path: '/provision/provision.sh', text: script(layout) },
  ];
}

/** Queues of a topic on one broker: at least as many in all as the topic has partitions. */
const queues = (partitions: number, brokers: number) => Math.max(1, Math.ceil(partitions / brokers));

function script({ topics, holdings, replicas }: Layout): string {
  const cluster = `-c ${CLUSTER}`;
  return [
    // the published wrapper takes a gibibyte for each call
    'admin() { java -Xms64m -Xmx256m -Drocketmq.home.dir=/provision -Duser.home=/tmp -cp \'../conf:../lib/*\' org.apache.rocketmq.tools.command.MQAdminStartup "$@"; }',
    // rights on topics that are no longer declared
    `revoke() { admin getAcl ${cluster} -s "User:$user" | grep -o 'Topic:[A-Za-z0-9_-]*' | sort -u | grep -vxF "$@" | while read -r each; do admin deleteAcl ${cluster} -s "User:$user" -r "$each"; done; }`,
    `until admin clusterList ${cluster} | grep -c ' mq-broker-' | grep -qx ${replicas}; do sleep 5; done`,
    ...topics.map(({ id, partitions }) => `admin updateTopic ${cluster} -t ${id} -r ${queues(partitions, replicas)} -w ${queues(partitions, replicas)}`),
    ...accountsOf(holdings).flatMap((account) => accountLines(account, cluster)),
    // the tools end with 0 whatever happens
    'admin topicList > /tmp/topics',
    ...topics.map(({ id }) => `grep -qx ${id} /tmp/topics`),
    '',
  ].join('\n');
}

/** A user publishes to its own topics and reads those it subscribes to, in its own group. */
function accountLines(account: Account, cluster: string): readonly string[] {
  const { service } = account;
  const [publishes, subscribes] = [named(account, (each) => each.publishes), named(account, (each) => each.subscribes)];
  const login = `-u "$user" -p "$(cat /provision/accounts/${service}/password)"`;
  const topics = (of: readonly string[]) => of.map((topic) => `Topic:${topic}`);
  const allow = (resources: readonly string[], action: string) => `admin createAcl ${cluster} -s "User:$user" -r ${resources.join(',')} -a ${action} -d Allow`;
  const declared = [...topics(publishes), ...topics(subscribes), 'Topic:'].map((each) => `-e ${each}`).join(' ');
  return [
    `user=$(cat /provision/accounts/${service}/username)`,
    `admin createUser ${cluster} ${login} -t Normal; admin updateUser ${cluster} ${login}`,
    ...(publishes.length > 0 ? [allow(topics(publishes), 'Pub')] : []),
    ...(subscribes.length > 0 ? [`admin updateSubGroup ${cluster} -g ${groupOf(service)} -s true`, allow([...topics(subscribes), `Group:${groupOf(service)}`], 'Sub')] : []),
    `revoke ${declared}`,
  ];
}
