import { group, list, map, object, oneOf } from '../schema.ts';

const selector = object({ matchLabels: map('string') });
const captureMode = oneOf('DEFAULT', 'IPTABLES', 'NONE');
const port = object({ number: 'integer', protocol: 'string', name: 'string', targetPort: 'integer' });
const mtls = object({ mode: oneOf('UNSET', 'DISABLE', 'PERMISSIVE', 'STRICT') });

const sidecar = object({
  workloadSelector: object({ labels: map('string') }),
  egress: list(object({ hosts: list('string'), port, bind: 'string', captureMode }, ['hosts'])),
  ingress: list(object({ port, bind: 'string', captureMode, defaultEndpoint: 'string' }, ['port'])),
  outboundTrafficPolicy: object({ mode: oneOf('REGISTRY_ONLY', 'ALLOW_ANY') }),
});

const words = (...names: readonly string[]) => object(Object.fromEntries(names.map((name) => [name, list('string')])));

const authorizationPolicy = object({
  selector,
  action: oneOf('ALLOW', 'DENY', 'AUDIT', 'CUSTOM'),
  provider: object({ name: 'string' }),
  targetRefs: list(object({ group: 'string', kind: 'string', name: 'string', namespace: 'string' }, ['kind', 'name'])),
  rules: list(
    object({
      from: list(
        object({
          source: words(
            'principals', 'notPrincipals', 'requestPrincipals', 'notRequestPrincipals', 'namespaces', 'notNamespaces', 'serviceAccounts', 'notServiceAccounts', 'ipBlocks', 'notIpBlocks',
            'remoteIpBlocks', 'notRemoteIpBlocks',
          ),
        }),
      ),
      to: list(object({ operation: words('hosts', 'notHosts', 'ports', 'notPorts', 'methods', 'notMethods', 'paths', 'notPaths') })),
      when: list(object({ key: 'string', values: list('string'), notValues: list('string') }, ['key'])),
    }),
  ),
});

export const istio = {
  ...group('networking.istio.io/v1', { Sidecar: { plural: 'sidecars', spec: sidecar, specOptional: true } }),
  ...group('security.istio.io/v1', {
    PeerAuthentication: { plural: 'peerauthentications', spec: object({ selector, mtls, portLevelMtls: map(mtls) }), specOptional: true },
    AuthorizationPolicy: { plural: 'authorizationpolicies', spec: authorizationPolicy, specOptional: true },
  }),
};
