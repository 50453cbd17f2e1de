import type { ObjectRule } from '../../engine/policy/index.ts';
import { ofKind, words } from './cel.ts';
import { DESTINATION_RULE, NAMESPACE, PEER_AUTHENTICATION } from './kinds.ts';

const encrypted = (policy: string): string => [
  `${policy}.?tls.?mode.orValue('') != 'DISABLE' && ${policy}.?tls.?insecureSkipVerify.orValue(false) != true`,
  `${policy}.?portLevelSettings.orValue([]).all(port, port.?tls.?mode.orValue('') != 'DISABLE' && port.?tls.?insecureSkipVerify.orValue(false) != true)`,
].join(' && ');

const LINKERD = words(['all-authenticated', 'cluster-authenticated', 'deny']);
const annotation = (key: string): string => `dyn(object).?metadata.?annotations[?'${key}'].orValue('')`;

/** What one object can take from the encryption between pods; whether the mesh demands it at all is for `strictMeshRules`. */
export const meshRules: readonly ObjectRule[] = [{
  id: 'NSA-NET-12',
  on: [PEER_AUTHENTICATION, DESTINATION_RULE, NAMESPACE],
  checks: [
    {
      scope: 'object', field: 'spec.mtls.mode', expression: ofKind('PeerAuthentication', "dyn(object).?spec.?mtls.?mode.orValue('UNSET') in ['STRICT', 'UNSET']"),
      message: { zh: 'PeerAuthentication 允许明文', en: 'the PeerAuthentication allows clear text' },
    },
    {
      scope: 'object', field: 'spec.trafficPolicy',
      expression: ofKind('DestinationRule', `${encrypted('dyn(object).?spec.?trafficPolicy')} && dyn(object).?spec.?subsets.orValue([]).all(subset, ${encrypted('subset.?trafficPolicy')})`),
      message: { zh: 'DestinationRule 关闭了 TLS 或其校验', en: 'the DestinationRule turns TLS or its verification off' },
    },
    {
      scope: 'object', field: 'metadata.annotations',
      expression: ofKind('Namespace', `!(${annotation('linkerd.io/inject')} in ['enabled', 'ingress']) || ${annotation('config.linkerd.io/default-inbound-policy')} in ${LINKERD}`),
      message: { zh: 'Linkerd 命名空间接受未认证的明文', en: 'the namespace of the Linkerd mesh takes clear text from callers that prove nothing' },
    },
  ],
  fix: {
    zh: 'PeerAuthentication 的 mtls.mode 用 STRICT；DestinationRule 的 tls.mode 用 ISTIO_MUTUAL；Linkerd 用 default-inbound-policy: all-authenticated',
    en: 'mtls.mode STRICT in PeerAuthentications, tls.mode ISTIO_MUTUAL in DestinationRules, default-inbound-policy: all-authenticated for Linkerd',
  },
}];
