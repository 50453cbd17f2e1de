import { group, labelSelector, list, map, object, oneOf } from '../schema.ts';

const target = { group: 'string', kind: 'string', name: 'string', namespace: 'string' } as const;
const backend = { ...target, port: 'integer' } as const;
const headers = list(object({ name: 'string', value: 'string' }, ['name', 'value']), 'name');
const headerModifier = object({ set: headers, add: headers, remove: list('string') });
const rewritePath = object({ type: oneOf('ReplaceFullPath', 'ReplacePrefixMatch'), replaceFullPath: 'string', replacePrefixMatch: 'string' }, ['type']);
const match = (...types: readonly string[]) => list(object({ type: oneOf(...types), name: 'string', value: 'string' }, ['name', 'value']), 'name');

const filters = list(
  object(
    {
      type: oneOf('RequestHeaderModifier', 'ResponseHeaderModifier', 'RequestMirror', 'RequestRedirect', 'URLRewrite', 'ExtensionRef', 'CORS', 'ExternalAuth'),
      requestHeaderModifier: headerModifier,
      responseHeaderModifier: headerModifier,
      requestMirror: object({ backendRef: object(backend, ['name']), percent: 'integer' }, ['backendRef']),
      requestRedirect: object({ scheme: oneOf('http', 'https'), hostname: 'string', path: rewritePath, port: 'integer', statusCode: 'integer' }),
      urlRewrite: object({ hostname: 'string', path: rewritePath }),
      extensionRef: object({ group: 'string', kind: 'string', name: 'string' }, ['group', 'kind', 'name']),
    },
    ['type'],
  ),
);

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'];

const httpRoute = object({
  hostnames: list('string'),
  parentRefs: list(object({ ...backend, sectionName: 'string' }, ['name'])),
  rules: list(
    object({
      name: 'string',
      matches: list(
        object({
          path: object({ type: oneOf('Exact', 'PathPrefix', 'RegularExpression'), value: 'string' }),
          method: oneOf(...METHODS),
          headers: match('Exact', 'RegularExpression'),
          queryParams: match('Exact', 'RegularExpression'),
        }),
      ),
      filters,
      backendRefs: list(object({ ...backend, weight: 'integer', filters }, ['name'])),
      timeouts: object({ request: 'string', backendRequest: 'string' }),
      retry: object({ attempts: 'integer', backoff: 'string', codes: list('integer') }),
    }),
  ),
});

const listener = object(
  {
    name: 'string',
    hostname: 'string',
    port: 'integer',
    protocol: 'string',
    tls: object({ mode: oneOf('Terminate', 'Passthrough'), certificateRefs: list(object(target, ['name'])), options: map('string') }),
    allowedRoutes: object({ namespaces: object({ from: oneOf('All', 'Selector', 'Same'), selector: labelSelector }), kinds: list(object({ group: 'string', kind: 'string' }, ['kind'])) }),
  },
  ['name', 'port', 'protocol'],
);

const parameters = { group: 'string', kind: 'string', name: 'string' } as const;

/** Gateway API, standard channel. */
export const gateway = group('gateway.networking.k8s.io/v1', {
  Gateway: {
    plural: 'gateways',
    spec: object(
      {
        gatewayClassName: 'string',
        listeners: list(listener, 'name'),
        addresses: list(object({ type: 'string', value: 'string' })),
        infrastructure: object({ labels: map('string'), annotations: map('string'), parametersRef: object(parameters, ['group', 'kind', 'name']) }),
      },
      ['gatewayClassName', 'listeners'],
    ),
  },
  GatewayClass: {
    plural: 'gatewayclasses',
    namespaced: false,
    spec: object({ controllerName: 'string', description: 'string', parametersRef: object({ ...parameters, namespace: 'string' }, ['group', 'kind', 'name']) }, ['controllerName']),
  },
  HTTPRoute: { plural: 'httproutes', spec: httpRoute },
});
