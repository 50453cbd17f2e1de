import type { ObjectRule } from '../../engine/policy/index.ts';
import { ofKind } from './cel.ts';
import { GATEWAY, INGRESS, ISTIO_GATEWAY, OPENSHIFT_ROUTE } from './kinds.ts';

const HOST = "httpRule.?host.orValue('')";
const TLS = 'dyn(object).?spec.?tls.orValue([])';
/** A host itself, or the wildcard over its last label. */
const NAMES_HOST = `host == ${HOST} || (host.startsWith('*.') && ${HOST}.contains('.') && ${HOST}.substring(${HOST}.indexOf('.')) == host.substring(1))`;
const ANNOTATIONS = 'dyn(object).?metadata.?annotations.orValue({})';

/** Traffic into the cluster is TLS. A plain listener of a Gateway passes here: that it only redirects is for `redirectRules`. */
export const encryptionRules: readonly ObjectRule[] = [{
  id: 'NSA-NET-10',
  on: [INGRESS, GATEWAY, OPENSHIFT_ROUTE, ISTIO_GATEWAY],
  checks: [
    {
      scope: 'httpRule', field: 'host', expression: `${TLS}.exists(tls, tls.?secretName.orValue('') != '' && tls.?hosts.orValue([]).exists(host, ${NAMES_HOST}))`,
      message: { zh: '主机没有出现在任何带 secretName 的 spec.tls 条目中', en: 'no entry of spec.tls with a secretName names the host' },
    },
    {
      scope: 'object', field: 'spec.tls', expression: ofKind('Ingress', `${TLS}.size() > 0 && ${TLS}.all(tls, tls.?secretName.orValue('') != '')`),
      message: { zh: 'Ingress 没有 TLS，或某条没有 secretName', en: 'the Ingress has no TLS, or an entry of it no secretName' },
    },
    {
      scope: 'object', field: 'metadata.annotations', expression: ofKind('Ingress', `${ANNOTATIONS}.all(key, !(key.endsWith('ssl-redirect') && ${ANNOTATIONS}[key] == 'false'))`),
      message: { zh: '注解关闭了到 HTTPS 的重定向', en: 'an annotation turns the redirect to HTTPS off' },
    },
    {
      scope: 'listener', field: 'protocol', expression: "listener.?protocol.orValue('') in ['HTTP', 'HTTPS', 'TLS']",
      message: { zh: '监听器 {name} 的协议没有加密', en: 'the protocol of listener {name} is not encrypted' },
    },
    {
      scope: 'listener', field: 'tls.certificateRefs',
      expression: "!(listener.?protocol.orValue('') in ['HTTPS', 'TLS']) || listener.?tls.?mode.orValue('Terminate') == 'Passthrough' || listener.?tls.?certificateRefs.orValue([]).size() > 0",
      message: { zh: '监听器 {name} 没有证书', en: 'listener {name} has no certificate' },
    },
    {
      scope: 'object', field: 'spec.tls', expression: ofKind('Route', "dyn(object).?spec.?tls.?termination.orValue('') != '' && dyn(object).?spec.?tls.?insecureEdgeTerminationPolicy.orValue('None') != 'Allow'"),
      message: { zh: 'Route 没有 TLS，或同时接受明文', en: 'the Route has no TLS, or takes clear text beside it' },
    },
    {
      scope: 'object', field: 'spec.servers',
      expression: "dyn(object).?spec.?servers.orValue([]).all(server, server.?tls.?httpsRedirect.orValue(false) == true || (server.?port.?protocol.orValue('') in ['HTTPS', 'TLS'] && server.?tls.?mode.orValue('') != ''))",
      message: { zh: '某个 server 既不是 TLS 也不重定向到 HTTPS', en: 'a server is neither TLS nor a redirect to HTTPS' },
    },
  ],
  fix: {
    zh: '为每个主机写 spec.tls（hosts 与 secretName）；Gateway 的 listener 用 protocol: HTTPS 与 tls.certificateRefs',
    en: 'spec.tls with hosts and secretName for every host; listeners of a Gateway with protocol: HTTPS and tls.certificateRefs',
  },
}];
