import type { Zone } from '../../../constructs/zone.ts';
import { CIPHERS, MIN_TLS, PKI, placed } from './places.ts';

/** Flags of kube-apiserver. Addresses of one machine (`advertise-address`, `etcd-servers`) are the installer's. */
export function apiServerFlags(zone: Zone) {
  const { environment, props } = zone;
  return {
    component: 'kube-apiserver',
    flags: {
      'admission-control-config-file': placed('admission-configuration.yaml'),
      // the network plug-in needs it; Pod Security decides where
      'allow-privileged': 'true',
      'audit-log-format': 'json',
      'audit-log-maxage': '30',
      'audit-log-maxbackup': '20',
      'audit-log-maxsize': '200',
      'audit-log-path': '/var/log/kubernetes/audit/audit.log',
      'audit-policy-file': placed('audit-policy.yaml'),
      'authentication-config': placed('authentication-configuration.yaml'),
      'authorization-mode': 'Node,RBAC',
      'client-ca-file': `${PKI}/ca.crt`,
      'enable-admission-plugins': 'DenyServiceExternalIPs,EventRateLimit,NodeRestriction,PodSecurity',
      'encryption-provider-config': placed('encryption-configuration.yaml'),
      'encryption-provider-config-automatic-reload': 'true',
      'etcd-cafile': `${PKI}/etcd/ca.crt`,
      'etcd-certfile': `${PKI}/apiserver-etcd-client.crt`,
      'etcd-keyfile': `${PKI}/apiserver-etcd-client.key`,
      'kubelet-certificate-authority': `${PKI}/ca.crt`,
      'kubelet-client-certificate': `${PKI}/apiserver-kubelet-client.crt`,
      'kubelet-client-key': `${PKI}/apiserver-kubelet-client.key`,
      'kubelet-preferred-address-types': 'InternalIP,Hostname',
      profiling: 'false',
      'proxy-client-cert-file': `${PKI}/front-proxy-client.crt`,
      'proxy-client-key-file': `${PKI}/front-proxy-client.key`,
      'requestheader-allowed-names': 'front-proxy-client',
      'requestheader-client-ca-file': `${PKI}/front-proxy-ca.crt`,
      'requestheader-extra-headers-prefix': 'X-Remote-Extra-',
      'requestheader-group-headers': 'X-Remote-Group',
      'requestheader-username-headers': 'X-Remote-User',
      'secure-port': String(props.apiServer.port),
      'service-account-extend-token-expiration': 'false',
      'service-account-issuer': `https://kubernetes.default.svc.${environment.clusterDomain}`,
      'service-account-key-file': `${PKI}/sa.pub`,
      'service-account-signing-key-file': `${PKI}/sa.key`,
      'service-cluster-ip-range': props.serviceCidr,
      'strict-transport-security-directives': 'max-age=31536000',
      'tls-cert-file': `${PKI}/apiserver.crt`,
      'tls-cipher-suites': CIPHERS.join(','),
      'tls-min-version': MIN_TLS,
      'tls-private-key-file': `${PKI}/apiserver.key`,
    },
  };
}
