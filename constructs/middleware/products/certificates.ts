/** TLS between the pods of one kind, from an authority that cert-manager keeps in the kind's own namespace. */
import type { Layout, ObjectPart } from '../contract.ts';

const CERT_MANAGER = 'cert-manager.io/v1';
const KEY = { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' };

interface Wanted {
  /** Part of the kind that serves it; the Secret is `<part>-tls` with tls.crt, tls.key and ca.crt. */
  readonly part: string;
  /** Members also show it as clients to each other. */
  readonly client?: boolean;
}

/**
 * Authority, issuer and certificate of a StatefulSet part: good for its Service, each of its members and, for probes
 * and tools inside the pod, the loopback address. Renewed by cert-manager a month before 90 days are over.
 */
export function ownCertificate(layout: Layout, { part, client }: Wanted): readonly ObjectPart[] {
  const object = (kind: 'Issuer' | 'Certificate', name: string, spec: Readonly<Record<string, unknown>>): ObjectPart => ({
    part: 'object', apiVersion: CERT_MANAGER, kind, name, body: { spec },
  });
  const domain = `${layout.namespace}.svc.${layout.clusterDomain}`;
  return [
    object('Issuer', `${part}-root`, { selfSigned: {} }),
    object('Certificate', `${part}-ca`, {
      secretName: `${part}-ca`, isCA: true, commonName: `${layout.namespace} ${part}`, duration: '87600h', renewBefore: '8760h', privateKey: KEY,
      issuerRef: { name: `${part}-root`, kind: 'Issuer', group: 'cert-manager.io' },
    }),
    object('Issuer', `${part}-ca`, { ca: { secretName: `${part}-ca` } }),
    object('Certificate', `${part}-tls`, {
      secretName: `${part}-tls`, duration: '2160h', renewBefore: '720h', privateKey: KEY,
      dnsNames: [`${part}.${domain}`, `${part}.${layout.namespace}.svc`, part, `*.${part}-peers.${domain}`, 'localhost'],
      ipAddresses: ['127.0.0.1'],
      usages: ['digital signature', 'key encipherment', 'server auth', ...(client ? ['client auth'] : [])],
      issuerRef: { name: `${part}-ca`, kind: 'Issuer', group: 'cert-manager.io' },
    }),
  ];
}
