import { text } from '../../engine/inspect/plain.ts';
import type { EstateRule } from '../../engine/policy/index.ts';
import { documents, wrong } from './documents.ts';
import { ABSENT_OR_ZERO, findFlags, hasFlags, NOT_FALSE, rows, SET, TLS12, TRUE, UNSET, type Want } from './flag-rows.ts';
import { isKubelet, KUBELET } from './kubelet.ts';

const LOCAL: Want = {
  words: { zh: '须为本机地址，或同时给出 authentication-kubeconfig 与 authorization-kubeconfig', en: 'must be an address of the machine itself, unless authentication-kubeconfig and authorization-kubeconfig are given' },
  good: (value, { values }) => value === '127.0.0.1' || value === '::1' || (values.has('authentication-kubeconfig') && values.has('authorization-kubeconfig')),
};

const LOCAL_PORTS = { 'bind-address': LOCAL, port: ABSENT_OR_ZERO, address: UNSET, 'tls-min-version': TLS12 };

const ROTATES: Want = {
  words: { zh: '不得关闭证书轮换', en: 'must not turn the rotation of certificates off' },
  good: (value) => !/(?:^|,)RotateKubelet(?:Server|Client)Certificate=false(?:,|$)/.test(value ?? ''),
};

const FLAGS = [
  ...rows('kube-controller-manager', { ...LOCAL_PORTS, 'use-service-account-credentials': TRUE, 'root-ca-file': SET, 'service-account-private-key-file': SET, 'feature-gates': ROTATES }),
  ...rows('kube-scheduler', LOCAL_PORTS),
  ...rows('kube-apiserver', {
    'client-ca-file': SET, 'kubelet-certificate-authority': SET, 'kubelet-client-certificate': SET, 'kubelet-client-key': SET, 'kubelet-https': NOT_FALSE, 'service-account-key-file': SET,
  }),
  ...rows('kubelet', { 'feature-gates': ROTATES }),
];

/** Every end of a connection inside the control plane proves who it is. */
export const components: EstateRule = {
  id: 'NSA-NET-20',
  fix: {
    zh: '调度器与控制器管理器绑定 127.0.0.1；kube-apiserver 设 kubelet-certificate-authority 与 kubelet-client-*；控制器管理器设 use-service-account-credentials；kubelet 设 serverTLSBootstrap',
    en: 'bind scheduler and controller manager to 127.0.0.1; set kubelet-certificate-authority and kubelet-client-* of kube-apiserver, use-service-account-credentials of the controller manager, serverTLSBootstrap of the kubelet',
  },
  *find(estate) {
    yield* findFlags(estate, FLAGS);
    for (const document of documents(estate, KUBELET, 'KubeletConfiguration')) {
      const { content } = document;
      if (content['serverTLSBootstrap'] === true || (text(content['tlsCertFile']) && text(content['tlsPrivateKeyFile']))) continue;
      yield wrong(document, 'serverTLSBootstrap', 'kubelet 的服务证书由自己签发，API 服务器无法核对', 'the kubelet serves with a certificate of its own making, which the API server cannot check');
    }
  },
  present: (estate) => hasFlags('kube-controller-manager', 'kube-scheduler', 'kube-apiserver', 'kubelet')(estate) || isKubelet(estate),
};
