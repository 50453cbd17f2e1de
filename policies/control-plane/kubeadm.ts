import type { Component } from './flags.ts';

const PKI = '/etc/kubernetes/pki';

/** What kubeadm writes for a component without being told; source: its control-plane and etcd packages. */
export const KUBEADM_DEFAULTS: Readonly<Record<Component, Readonly<Record<string, string>>>> = {
  'kube-apiserver': {
    'authorization-mode': 'Node,RBAC',
    'client-ca-file': `${PKI}/ca.crt`,
    'etcd-cafile': `${PKI}/etcd/ca.crt`,
    'etcd-certfile': `${PKI}/apiserver-etcd-client.crt`,
    'etcd-keyfile': `${PKI}/apiserver-etcd-client.key`,
    'kubelet-client-certificate': `${PKI}/apiserver-kubelet-client.crt`,
    'kubelet-client-key': `${PKI}/apiserver-kubelet-client.key`,
    'secure-port': '6443',
    'service-account-key-file': `${PKI}/sa.pub`,
    'tls-cert-file': `${PKI}/apiserver.crt`,
    'tls-private-key-file': `${PKI}/apiserver.key`,
  },
  'kube-controller-manager': {
    'authentication-kubeconfig': '/etc/kubernetes/controller-manager.conf',
    'authorization-kubeconfig': '/etc/kubernetes/controller-manager.conf',
    'bind-address': '127.0.0.1',
    'root-ca-file': `${PKI}/ca.crt`,
    'service-account-private-key-file': `${PKI}/sa.key`,
    'use-service-account-credentials': 'true',
  },
  'kube-scheduler': {
    'authentication-kubeconfig': '/etc/kubernetes/scheduler.conf',
    'authorization-kubeconfig': '/etc/kubernetes/scheduler.conf',
    'bind-address': '127.0.0.1',
  },
  etcd: {
    'cert-file': `${PKI}/etcd/server.crt`,
    'client-cert-auth': 'true',
    'key-file': `${PKI}/etcd/server.key`,
    'peer-cert-file': `${PKI}/etcd/peer.crt`,
    'peer-client-cert-auth': 'true',
    'peer-key-file': `${PKI}/etcd/peer.key`,
    'peer-trusted-ca-file': `${PKI}/etcd/ca.crt`,
    'trusted-ca-file': `${PKI}/etcd/ca.crt`,
  },
  kubelet: {},
};

/** Where kubeadm's documents hold the extra flags of a component. */
export const KUBEADM_FIELDS: readonly { readonly component: Component; readonly kind: string; readonly path: readonly string[] }[] = [
  { component: 'kube-apiserver', kind: 'ClusterConfiguration', path: ['apiServer', 'extraArgs'] },
  { component: 'kube-controller-manager', kind: 'ClusterConfiguration', path: ['controllerManager', 'extraArgs'] },
  { component: 'kube-scheduler', kind: 'ClusterConfiguration', path: ['scheduler', 'extraArgs'] },
  { component: 'etcd', kind: 'ClusterConfiguration', path: ['etcd', 'local', 'extraArgs'] },
  { component: 'kubelet', kind: 'InitConfiguration', path: ['nodeRegistration', 'kubeletExtraArgs'] },
  { component: 'kubelet', kind: 'JoinConfiguration', path: ['nodeRegistration', 'kubeletExtraArgs'] },
];
