import type { ObjectRule } from '../../engine/policy/index.ts';
import { listed, NAMESPACE_NAME, tooWide, words } from './cel.ts';
import { SERVICE } from './kinds.ts';

const TYPE = "dyn(object).?spec.?type.orValue('')";
const OUTSIDE = words(['NodePort', 'LoadBalancer']);
const RANGES = 'dyn(object).?spec.?loadBalancerSourceRanges.orValue([])';

/** IANA's ports of protocols that start with TLS, and the usual second ones of HTTPS. */
const TLS_PORTS = [443, 465, 563, 636, 853, 989, 990, 992, 993, 995, 5061, 5671, 6443, 8443, 8883, 9443];
const TLS_WORDS = words(['https', 'tls', 'ssl', 'grpcs', 'wss', 'mqtts', 'amqps', 'ldaps', 'kubernetes.io/wss']);
const TLS_NAME = "'^(https|tls|ssl|grpcs|wss|mqtts|amqps|ldaps)(-.*)?$|-(https|tls|ssl)$'";
const PLAIN_NAME = "'^(http|http2|grpc|ws|tcp|mqtt|amqp|ldap|ftp)(-.*)?$'";

/** What a port says of itself: the protocol first, then the name, then the number. */
const SPEAKS_TLS = `servicePort.?appProtocol.orValue('') != '' ? servicePort.?appProtocol.orValue('').lowerAscii() in ${TLS_WORDS} : (servicePort.?name.orValue('').matches(${TLS_NAME})`
  + ` || (servicePort.?port.orValue(0) in [${TLS_PORTS.join(', ')}] && !servicePort.?name.orValue('').matches(${PLAIN_NAME})))`;

/** Names that lead back into the cluster or to its node: the cluster's domain, one label, addresses, the metadata service. */
const INSIDE = "'^([^.]+|.*[.]svc|.*[.]svc[.].*|.*[.](local|localdomain|localhost)|[0-9.]+|.*:.*|metadata[.]google[.]internal|instance-data[.].*)$'";
const EXTERNAL_NAME = "dyn(object).?spec.?externalName.orValue('').lowerAscii()";
/** The dot of the root says nothing. */
const EXTERNAL_HOST = `(${EXTERNAL_NAME}.endsWith('.') ? ${EXTERNAL_NAME}.substring(0, ${EXTERNAL_NAME}.size() - 1) : ${EXTERNAL_NAME})`;

/** Services that can be reached from outside of the cluster: few, named, for named sources, with TLS. */
export const serviceRules: readonly ObjectRule[] = [{
  id: 'NSA-NET-09',
  on: [SERVICE],
  checks: [
    {
      scope: 'object', field: 'spec.type', expression: `!(${TYPE} in ${OUTSIDE}) || ${listed('exposed', `${NAMESPACE_NAME} + '/' + dyn(object).?metadata.?name.orValue('')`)}`,
      message: { zh: '未声明对外的 Service 使用 NodePort 或 LoadBalancer', en: 'a Service of type NodePort or LoadBalancer that nobody declared as exposed' },
    },
    {
      scope: 'object', field: 'spec.externalIPs', expression: 'dyn(object).?spec.?externalIPs.orValue([]).size() == 0',
      message: { zh: 'externalIPs 可截走任何地址的流量', en: 'externalIPs can take the traffic of any address' },
    },
    {
      scope: 'object', field: 'spec.loadBalancerSourceRanges', expression: `${TYPE} != 'LoadBalancer' || (${RANGES}.size() > 0 && ${RANGES}.all(cidr, !(${tooWide('cidr')})))`,
      message: { zh: 'LoadBalancer 没有限定来源网段', en: 'a LoadBalancer that names no sources, or all of them' },
    },
    {
      scope: 'object', field: 'spec.externalName', expression: `${TYPE} != 'ExternalName' || !(${EXTERNAL_HOST}.matches(${INSIDE}))`,
      message: { zh: 'externalName 指回集群内部', en: 'externalName leads back into the cluster' },
    },
    {
      scope: 'servicePort', field: 'port', expression: `!(${TYPE} in ${OUTSIDE}) || (${SPEAKS_TLS})`,
      message: { zh: '对外端口 {name} 不是 TLS', en: 'the outside port {name} does not use TLS' },
    },
  ],
  fix: {
    zh: '内部用 type: ClusterIP；必须对外的在 zone 的 exposed 中声明，写 loadBalancerSourceRanges，端口用 TLS（appProtocol: https）',
    en: 'type: ClusterIP inside; what must be outside is declared in `exposed` of the zone, has loadBalancerSourceRanges and a TLS port (appProtocol: https)',
  },
}];
