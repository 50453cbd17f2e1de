import type { ObjectRule } from '../../engine/policy/index.ts';
import { listed, ofKind } from './cel.ts';
import { GATEWAY, GRPC_ROUTE, HTTP_ROUTE, INGRESS, REFERENCE_GRANT } from './kinds.ts';

const CLASS = "dyn(object).?spec.?ingressClassName.orValue('')";
const HOSTNAMES = 'dyn(object).?spec.?hostnames.orValue([])';
const SELECTOR = 'listener.?allowedRoutes.?namespaces.?selector';

/** Routes of the Gateway API that lead to a backend; one that only redirects takes the host of its listener. */
const LEADS = 'dyn(object).?spec.?rules.orValue([]).exists(each, each.?backendRefs.orValue([]).size() > 0)';
const route = (kind: string): string => ofKind(kind, `!${LEADS} || (${HOSTNAMES}.size() > 0 && ${HOSTNAMES}.all(host, host != '' && !host.contains('*')))`);

/** What an Ingress or a Gateway leaves open to be taken over. The allowed classes are the params `ingressClasses`; without them any. */
export const ingressRules: readonly ObjectRule[] = [{
  id: 'NSA-NET-11',
  on: [INGRESS, GATEWAY, HTTP_ROUTE, GRPC_ROUTE, REFERENCE_GRANT],
  checks: [
    {
      scope: 'object', field: 'spec.ingressClassName',
      expression: ofKind('Ingress', `${CLASS} != '' && (params.?data[?'ingressClasses'].orValue('') == '' || ${listed('ingressClasses', CLASS)})`),
      message: { zh: 'ingressClassName 缺失或不在允许之列', en: 'ingressClassName is missing or not an allowed one' },
    },
    {
      scope: 'object', field: 'metadata.annotations', expression: ofKind('Ingress', "dyn(object).?metadata.?annotations.orValue({}).all(key, !key.matches('-snippets?$'))"),
      message: { zh: '注解把配置片段写进控制器', en: 'an annotation writes a snippet into the configuration of the controller' },
    },
    {
      scope: 'object', field: 'spec.defaultBackend', expression: ofKind('Ingress', '!dyn(object).?spec.?defaultBackend.hasValue()'),
      message: { zh: 'defaultBackend 接收所有未知主机的请求', en: 'defaultBackend takes the requests for every unknown host' },
    },
    {
      scope: 'httpRule', field: 'host', expression: ofKind('Ingress', "httpRule.?host.orValue('') != '' && !httpRule.?host.orValue('').contains('*')"),
      message: { zh: '主机为空或含通配符', en: 'the host is empty or has a wildcard' },
    },
    {
      scope: 'object', field: 'spec.hostnames', expression: `(${route('HTTPRoute')}) && (${route('GRPCRoute')})`,
      message: { zh: '路由没有写主机名，或写了通配符', en: 'the route names no host, or one with a wildcard' },
    },
    {
      scope: 'listener', field: 'allowedRoutes.namespaces', expression: [
        "listener.?allowedRoutes.?namespaces.?from.orValue('Same') == 'Selector'",
        `? ${SELECTOR}.?matchLabels.orValue({}).size() > 0 || ${SELECTOR}.?matchExpressions.orValue([]).exists(each, each.operator in ['In', 'Exists'])`,
        ": listener.?allowedRoutes.?namespaces.?from.orValue('Same') in ['Same', 'None']",
      ].join(' '),
      message: { zh: '监听器 {name} 接受所有命名空间的路由', en: 'listener {name} takes routes of every namespace' },
    },
    {
      scope: 'object', field: 'spec.to', expression: ofKind('ReferenceGrant', "dyn(object).?spec.?to.orValue([]).all(each, each.?name.orValue('') != '')"),
      message: { zh: 'ReferenceGrant 放行该类的全部对象', en: 'the ReferenceGrant opens every object of the kind' },
    },
  ],
  fix: {
    zh: '写 ingressClassName 与每个确切主机，去掉片段注解与 defaultBackend；listener 的 allowedRoutes.namespaces 用 Same 或 Selector；ReferenceGrant 写 to[].name',
    en: 'name ingressClassName and every exact host, without snippets and defaultBackend; allowedRoutes.namespaces of listeners Same or by selector; name in ReferenceGrant.to',
  },
}];
