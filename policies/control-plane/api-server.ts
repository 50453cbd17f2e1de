import type { Discovery, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { firewallsOf, isOpen, portsOf, type Firewall } from './firewall-file.ts';
import { ABSENT_OR_ZERO, CIPHERS, findFlags, hasFlags, NOT_ZERO, rows, SET, TLS12, UNSET } from './flag-rows.ts';
import { flagsOf } from './flags.ts';
import { wrong } from './documents.ts';

const FLAGS = rows('kube-apiserver', {
  'insecure-port': ABSENT_OR_ZERO,
  'insecure-bind-address': UNSET,
  'secure-port': NOT_ZERO,
  'tls-cert-file': SET,
  'tls-private-key-file': SET,
  'tls-min-version': TLS12,
  'tls-cipher-suites': CIPHERS,
});

/** The port of the API server of a zone: what its flags say, else the usual one. */
export function apiPort(estate: PolicyEstate, zone: string): number {
  const port = Number(flagsOf(estate, 'kube-apiserver').find((flags) => flags.zone === zone)?.values.get('secure-port') ?? 6443);
  return Number.isInteger(port) && port > 0 ? port : 6443;
}

function* open(estate: PolicyEstate, { at, zone, rules }: Firewall): Iterable<Discovery> {
  const port = apiPort(estate, zone);
  for (const { field, from, ports } of rules) {
    if (portsOf(ports).some(([first, last]) => first <= port && port <= last) && isOpen(from)) {
      yield wrong({ at }, `${field}.from`, `任何地址都能访问 API 端口 ${port}`, `every address reaches the port of the API, ${port}`);
    }
  }
}

/** TLS only, and no way in from everywhere. */
export const apiServer: EstateRule = {
  id: 'NSA-NET-17',
  fix: {
    zh: '在 kube-apiserver 参数中设置 tls-cert-file、tls-private-key-file 与 tls-min-version，去掉 insecure-*；防火墙只放行 zones.<区>.apiServer.cidrs、节点与 Pod 网段',
    en: 'set tls-cert-file, tls-private-key-file and tls-min-version of kube-apiserver, remove insecure-*; let the firewall pass only the ranges of control plane, nodes and pods (zones.<zone>.apiServer.cidrs)',
  },
  *find(estate) {
    yield* findFlags(estate, FLAGS);
    for (const firewall of firewallsOf(estate)) yield* open(estate, firewall);
  },
  present: (estate) => hasFlags('kube-apiserver')(estate) || firewallsOf(estate).length > 0,
};
