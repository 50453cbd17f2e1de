import { customPart, rendered } from '../../../fixtures/middleware.ts';

it('hands the spec of a custom resource to its operator unchanged', () => {
  const { metadata, spec } = rendered([customPart({ labels: { 'example.org/cluster': 'store' } })]).find('Store', 'store');
  expect(spec).toEqual({ size: 3 });
  expect(metadata).toMatchObject({
    namespace: 'core-mw-cache',
    labels: { 'example.org/cluster': 'store', 'app.kubernetes.io/managed-by': 'champ', 'app.kubernetes.io/component': 'cache' },
    annotations: { 'champ.hsa/name-zh': '缓存', 'champ.hsa/name-en': 'Cache', 'champ.hsa/product': 'Store' },
  });
});

it('puts plain objects into the kind\'s namespace, and those of the cluster into none', () => {
  const all = rendered([
    { part: 'object', apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', name: 'entry', body: { metadata: { annotations: { own: 'yes' } }, spec: { gatewayClassName: 'entry' } } },
    { part: 'object', apiVersion: 'gateway.networking.k8s.io/v1', kind: 'GatewayClass', name: 'entry', body: { spec: { controllerName: 'example.org/entry' } } },
  ]);
  expect(all.find('Gateway', 'entry')).toMatchObject({ metadata: { namespace: 'core-mw-cache', annotations: { own: 'yes', 'champ.hsa/name-en': 'Cache' } }, spec: { gatewayClassName: 'entry' } });
  expect(all.find('GatewayClass', 'entry').metadata).not.toHaveProperty('namespace');
});
