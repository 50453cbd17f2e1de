/** Where things are on a node, by the conventions of kubeadm; our own files lie beside them in `champ`. */
export const PKI = '/etc/kubernetes/pki';

/** A file of this folder of the output, as the node has it. */
export function placed(file: string): string {
  return `/etc/kubernetes/champ/${file}`;
}

/** Forward secrecy and authenticated encryption; TLS 1.3 brings its own. */
export const CIPHERS = [
  'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
] as const;

export const MIN_TLS = 'VersionTLS12';
