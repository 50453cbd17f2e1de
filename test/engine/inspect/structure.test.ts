import { structure } from '../../../engine/inspect/index.ts';
import { codesOf, configMap, container, custom, deployment, manifest, object, only, service } from './objects.ts';

describe('structure', () => {
  it('accepts valid objects of core and custom kinds', () => {
    const topic = custom('kafka.strimzi.io/v1', 'KafkaTopic', { partitions: 12, replicas: 3, config: { 'retention.ms': 1000 } });
    expect(codesOf(structure, [deployment(), service(), configMap({ a: 'b' }), topic])).toEqual([]);
  });

  it('refuses a kind that nobody registered, and offers the nearest', () => {
    expect(only(structure, [object(manifest('apps/v1', 'Deploymnet', 'x'))])).toMatchObject({ code: 'CHAMP3001', args: { value: 'apps/v1/Deploymnet', near: 'apps/v1/Deployment' } });
  });

  it('names the right version of a kind of an old one', () => {
    const found = only(structure, [object(manifest('extensions/v1beta1', 'Ingress', 'x'))]);
    expect(found.args).toMatchObject({ near: 'networking.k8s.io/v1/Ingress', allowed: 'networking.k8s.io/v1/Ingress' });
  });

  it('refuses an unknown field with its path and the nearest known one', () => {
    const found = only(structure, [deployment({ containers: [container({ imagePullPolcy: 'Always' })] })]);
    expect(found).toMatchObject({ code: 'CHAMP3002', where: 'apps/v1/Deployment core-mbs/hsa-mbs', args: { field: 'spec.template.spec.containers[0].imagePullPolcy', near: 'imagePullPolicy' } });
  });

  it('refuses an unknown field of a custom resource', () => {
    const found = only(structure, [custom('argoproj.io/v1alpha1', 'Application', { project: 'p', destination: {}, syncPolicy: { automatd: {} } })]);
    expect(found).toMatchObject({ code: 'CHAMP3002', args: { field: 'spec.syncPolicy.automatd', near: 'automated' } });
  });

  it('refuses a wrong type', () => {
    expect(only(structure, [deployment({}, { replicas: '2' })])).toMatchObject({ code: 'CHAMP3003', args: { field: 'spec.replicas', value: '"2"', allowed: 'integer' } });
  });

  it('refuses a missing required field', () => {
    expect(only(structure, [deployment({ containers: [{ image: 'x' }] })])).toMatchObject({ code: 'CHAMP3004', args: { field: 'spec.template.spec.containers[0].name' } });
  });

  it('asks every object for a name, a kind and a version', () => {
    expect(codesOf(structure, [object({ metadata: {} })])).toEqual(['CHAMP3004', 'CHAMP3004', 'CHAMP3004']);
    expect(codesOf(structure, [object({ apiVersion: 'v1', kind: 'ConfigMap' })])).toEqual(['CHAMP3004']);
  });

  it('refuses a word that is not in the enumeration', () => {
    const found = only(structure, [deployment({ containers: [container({ imagePullPolicy: 'always' })] })]);
    expect(found).toMatchObject({ code: 'CHAMP3005', args: { value: 'always', near: 'Always', allowed: 'Always, IfNotPresent, Never' } });
  });

  it('refuses items that repeat the key of their list, with the key\'s default', () => {
    const env = [{ name: 'A', value: '1' }, { name: 'A', value: '2' }];
    const ports = [{ containerPort: 80 }, { containerPort: 80, protocol: 'TCP' }, { containerPort: 80, protocol: 'UDP' }];
    const found = structure([deployment({ containers: [container({ env, ports })] })], {});
    expect(found).toMatchObject([
      { code: 'CHAMP3006', args: { field: 'spec.template.spec.containers[0].ports[1]', value: '80 TCP' } },
      { code: 'CHAMP3006', args: { field: 'spec.template.spec.containers[0].env[1]', value: 'A' } },
    ]);
  });

  it('refuses malformed quantities, base64 and times', () => {
    expect(only(structure, [deployment({ containers: [container({ resources: { limits: { cpu: '1 core' } } })] })])).toMatchObject({ code: 'CHAMP3007', args: { value: '"1 core"' } });
    expect(codesOf(structure, [object(manifest('v1', 'Secret', 'x', { data: { a: 'not base64!' } }))])).toEqual(['CHAMP3007']);
    expect(codesOf(structure, [object(manifest('v1', 'ConfigMap', 'x', {}, { creationTimestamp: 'yesterday' }))])).toEqual(['CHAMP3007']);
    expect(codesOf(structure, [object(manifest('v1', 'ConfigMap', 'x', {}, { creationTimestamp: null }))])).toEqual([]);
  });

  it('puts the construct path before the object where there is one', () => {
    const { manifest: bad } = deployment({}, { replicas: '2' });
    expect(only(structure, [object(bad, { path: 'linyi/core/mbs/hsa-mbs' })]).where).toBe('linyi/core/mbs/hsa-mbs apps/v1/Deployment core-mbs/hsa-mbs');
  });
});
