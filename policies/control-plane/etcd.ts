import type { Discovery, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { findFlags, flagWrong, hasFlags, NOT_TRUE, rows, SET, TRUE, type Want } from './flag-rows.ts';
import { flagsOf } from './flags.ts';

const CLEAR = /^http:\/\/(?!127\.0\.0\.1|localhost|\[::1\])/;

const ENCRYPTED: Want = {
  words: { zh: '不得含明文地址', en: 'must hold no address in clear text' },
  good: (value) => !(value ?? '').split(',').some((url) => CLEAR.test(url.trim())),
};

const FLAGS = [
  ...rows('etcd', {
    'client-cert-auth': TRUE,
    'peer-client-cert-auth': TRUE,
    'cert-file': SET,
    'key-file': SET,
    'trusted-ca-file': SET,
    'peer-cert-file': SET,
    'peer-key-file': SET,
    'peer-trusted-ca-file': SET,
    'auto-tls': NOT_TRUE,
    'peer-auto-tls': NOT_TRUE,
    'listen-client-urls': ENCRYPTED,
    'listen-peer-urls': ENCRYPTED,
    'advertise-client-urls': ENCRYPTED,
  }),
  ...rows('kube-apiserver', { 'etcd-cafile': SET, 'etcd-certfile': SET, 'etcd-keyfile': SET, 'etcd-servers': ENCRYPTED }),
];

const OWN: Want['words'] = { zh: '须与集群 CA 不同，否则集群签发的任何证书都能进入 etcd', en: 'must not be the authority of the cluster, or every certificate of the cluster opens etcd' };

/** The authority of etcd is not that of the cluster, as both ends name it. */
function* sharedAuthority(estate: PolicyEstate): Iterable<Discovery> {
  const apiServers = flagsOf(estate, 'kube-apiserver');
  for (const flags of apiServers) {
    const own = flags.values.get('etcd-cafile');
    if (own !== undefined && own === flags.values.get('client-ca-file')) yield flagWrong(flags, 'etcd-cafile', OWN);
  }
  for (const flags of flagsOf(estate, 'etcd')) {
    const own = flags.values.get('trusted-ca-file');
    if (own !== undefined && apiServers.some(({ zone, values }) => zone === flags.zone && values.get('client-ca-file') === own)) yield flagWrong(flags, 'trusted-ca-file', OWN);
  }
}

/** Certificates of an authority of its own on every connection of etcd. */
export const etcd: EstateRule = {
  id: 'NSA-NET-19',
  fix: {
    zh: 'etcd 设 client-cert-auth 与 peer-client-cert-auth 为 true，给出 cert/key/trusted-ca-file，关闭 auto-tls；kube-apiserver 的 etcd-cafile 用单独的 CA',
    en: 'set client-cert-auth and peer-client-cert-auth of etcd to true, give cert, key and trusted-ca files, turn auto-tls off; let etcd-cafile of kube-apiserver be an authority of its own',
  },
  *find(estate) {
    yield* findFlags(estate, FLAGS);
    yield* sharedAuthority(estate);
  },
  present: hasFlags('etcd', 'kube-apiserver'),
};
