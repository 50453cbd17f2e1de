import type { Zone } from '../../../constructs/zone.ts';
import { CIPHERS, MIN_TLS, PKI } from './places.ts';

const LOCAL = {
  // nobody asks them but their own node
  'bind-address': '127.0.0.1',
  profiling: 'false',
  'tls-cipher-suites': CIPHERS.join(','),
  'tls-min-version': MIN_TLS,
};

/** Flags of kube-controller-manager. */
export function controllerManagerFlags(zone: Zone) {
  const { props } = zone;
  const config = '/etc/kubernetes/controller-manager.conf';
  return {
    component: 'kube-controller-manager',
    flags: {
      ...LOCAL,
      'allocate-node-cidrs': 'true',
      'authentication-kubeconfig': config,
      'authorization-kubeconfig': config,
      'client-ca-file': `${PKI}/ca.crt`,
      'cluster-cidr': props.podCidr,
      'cluster-signing-cert-file': `${PKI}/ca.crt`,
      'cluster-signing-duration': '4380h',
      'cluster-signing-key-file': `${PKI}/ca.key`,
      kubeconfig: config,
      'root-ca-file': `${PKI}/ca.crt`,
      'service-account-private-key-file': `${PKI}/sa.key`,
      'service-cluster-ip-range': props.serviceCidr,
      'terminated-pod-gc-threshold': '1000',
      'use-service-account-credentials': 'true',
    },
  };
}

/** Flags of kube-scheduler. */
export function schedulerFlags() {
  const config = '/etc/kubernetes/scheduler.conf';
  return {
    component: 'kube-scheduler',
    flags: { ...LOCAL, 'authentication-kubeconfig': config, 'authorization-kubeconfig': config, 'client-ca-file': `${PKI}/ca.crt`, kubeconfig: config },
  };
}

/** Flags of etcd: certificates of its own authority on every connection, none made by itself. */
export function etcdFlags() {
  const pki = `${PKI}/etcd`;
  return {
    component: 'etcd',
    flags: {
      'auto-tls': 'false',
      'cert-file': `${pki}/server.crt`,
      'cipher-suites': CIPHERS.join(','),
      'client-cert-auth': 'true',
      'key-file': `${pki}/server.key`,
      'peer-auto-tls': 'false',
      'peer-cert-file': `${pki}/peer.crt`,
      'peer-client-cert-auth': 'true',
      'peer-key-file': `${pki}/peer.key`,
      'peer-trusted-ca-file': `${pki}/ca.crt`,
      'tls-min-version': 'TLS1.2',
      'trusted-ca-file': `${pki}/ca.crt`,
    },
  };
}
