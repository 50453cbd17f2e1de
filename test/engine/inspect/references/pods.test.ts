import { podReferences } from '../../../../engine/inspect/index.ts';
import { codesOf, configMap, container, custom, deployment, manifest, object, only, type Fields } from '../objects.ts';

const withVolumes = (...volumes: readonly Fields[]) => deployment({ volumes });
const withEnv = (valueFrom: Fields) => deployment({ containers: [container({ env: [{ name: 'A', valueFrom }] })] });
const secret = (data: Fields, name = 'credentials') => object(manifest('v1', 'Secret', name, { data }));
const external = (spec: Fields) => custom('external-secrets.io/v1', 'ExternalSecret', spec, 'credentials');

describe('podReferences', () => {
  it('refuses a ConfigMap that is not there, with the nearest name', () => {
    expect(only(podReferences, [configMap({}), withVolumes({ name: 'v', configMap: { name: 'setings' } })])).toMatchObject({
      code: 'CHAMP3031',
      args: { kind: 'ConfigMap', value: 'core-mbs/setings', near: 'settings', field: 'spec.template.spec.volumes[0].configMap' },
    });
  });

  it('refuses a ConfigMap of another namespace or zone', () => {
    const elsewhere = object(manifest('v1', 'ConfigMap', 'settings', {}, { namespace: 'core-mba' }));
    const otherZone = object(configMap({}).manifest, { zone: 'public' });
    expect(codesOf(podReferences, [elsewhere, otherZone, withVolumes({ name: 'v', configMap: { name: 'settings' } })])).toEqual(['CHAMP3031']);
  });

  it('refuses a key that the ConfigMap or Secret has not', () => {
    const items = [{ key: 'a.yaml', path: 'a.yaml' }, { key: 'b.yaml', path: 'b.yaml' }];
    expect(only(podReferences, [configMap({ 'a.yaml': '' }), withVolumes({ name: 'v', configMap: { name: 'settings', items } })])).toMatchObject({ code: 'CHAMP3032', args: { value: 'b.yaml', name: 'settings' } });
    expect(codesOf(podReferences, [secret({ user: '' }), withEnv({ secretKeyRef: { name: 'credentials', key: 'password' } })])).toEqual(['CHAMP3032']);
    expect(codesOf(podReferences, [configMap({ a: '' }), withEnv({ configMapKeyRef: { name: 'settings', key: 'a' } })])).toEqual([]);
  });

  it('lets an optional reference dangle', () => {
    expect(codesOf(podReferences, [withEnv({ secretKeyRef: { name: 'none', key: 'x', optional: true } }), withVolumes({ name: 'v', secret: { secretName: 'none', optional: true } })])).toEqual([]);
  });

  it('follows projected volumes and envFrom', () => {
    const sources = [{ configMap: { name: 'none' } }, { secret: { name: 'none' } }, { serviceAccountToken: { path: 'token' } }];
    expect(codesOf(podReferences, [withVolumes({ name: 'v', projected: { sources } })])).toEqual(['CHAMP3031', 'CHAMP3031']);
    expect(codesOf(podReferences, [deployment({ containers: [container({ envFrom: [{ secretRef: { name: 'none' } }] })] })])).toEqual(['CHAMP3031']);
  });

  it('takes a subPath into a whole ConfigMap for one of its keys', () => {
    const mounting = (subPath: string) => deployment({ volumes: [{ name: 'v', configMap: { name: 'settings' } }], containers: [container({ volumeMounts: [{ name: 'v', mountPath: '/a', subPath }] })] });
    expect(codesOf(podReferences, [configMap({ a: '' }), mounting('a')])).toEqual([]);
    expect(only(podReferences, [configMap({ a: '' }), mounting('b')])).toMatchObject({ code: 'CHAMP3032', args: { field: 'spec.template.spec.containers[0].volumeMounts[0].subPath' } });
  });

  it('knows the Secret that an ExternalSecret makes, and its keys', () => {
    const wanted = withEnv({ secretKeyRef: { name: 'credentials', key: 'password' } });
    const data = [{ secretKey: 'password', remoteRef: { key: 'x' } }];
    expect(codesOf(podReferences, [external({ data }), wanted])).toEqual([]);
    expect(codesOf(podReferences, [external({ data, target: { name: 'other' } }), wanted])).toEqual(['CHAMP3031']);
    expect(codesOf(podReferences, [external({ data, target: { template: { data: { 'db.properties': '' } } } }), wanted])).toEqual(['CHAMP3032']);
    expect(codesOf(podReferences, [external({ data, target: { template: { mergePolicy: 'Merge', data: { a: '' } } } }), wanted])).toEqual([]);
    expect(codesOf(podReferences, [external({ dataFrom: [{ extract: { key: 'x' } }] }), wanted])).toEqual([]);
    expect(codesOf(podReferences, [external({ data, target: { creationPolicy: 'None' } }), wanted])).toEqual(['CHAMP3031']);
  });

  it('takes what operators make from the facts, with its keys', () => {
    const wanted = withEnv({ secretKeyRef: { name: 'cluster-ca', key: 'ca.crt' } });
    const made = { zone: 'core', kind: 'Secret', namespace: 'core-mbs', name: 'cluster-ca' };
    expect(codesOf(podReferences, [wanted], { operatorMade: [made] })).toEqual([]);
    expect(codesOf(podReferences, [wanted], { operatorMade: [{ ...made, keys: ['tls.crt'] }] })).toEqual(['CHAMP3032']);
    expect(codesOf(podReferences, [wanted], { operatorMade: [{ ...made, zone: 'public' }] })).toEqual(['CHAMP3031']);
  });

  it('asks for the ServiceAccount, classes, claims and pull Secrets, and knows those that are always there', () => {
    const spec = { serviceAccountName: 'none', priorityClassName: 'none', runtimeClassName: 'none', imagePullSecrets: [{ name: 'none' }], volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'none' } }] };
    expect(podReferences([deployment(spec)], {}).map((each) => each.args['kind'])).toEqual(['ServiceAccount', 'PriorityClass', 'RuntimeClass', 'Secret', 'PersistentVolumeClaim']);
    expect(codesOf(podReferences, [deployment({ serviceAccountName: 'default', priorityClassName: 'system-cluster-critical', volumes: [{ name: 'v', configMap: { name: 'kube-root-ca.crt' } }] })])).toEqual([]);
  });

  it('takes classes of the cluster from objects and facts alike', () => {
    const priority = object({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'settlement' }, value: 1000 });
    expect(codesOf(podReferences, [priority, deployment({ priorityClassName: 'settlement' })])).toEqual([]);
    expect(codesOf(podReferences, [deployment({ priorityClassName: 'settlement' })], { existing: [{ kind: 'PriorityClass', name: 'settlement' }] })).toEqual([]);
  });

  it('follows the parts of pods inside custom resources', () => {
    const prometheus = custom('monitoring.coreos.com/v1', 'Prometheus', { serviceAccountName: 'none', volumes: [{ name: 'v', configMap: { name: 'none' } }] });
    const elastic = custom('elasticsearch.k8s.elastic.co/v1', 'Elasticsearch', { nodeSets: [{ name: 'a', podTemplate: { spec: { priorityClassName: 'none' } } }] });
    expect(podReferences([prometheus, elastic], {}).map((each) => each.args['field'])).toEqual(['spec.serviceAccountName', 'spec.volumes[0].configMap', 'spec.nodeSets[0].podTemplate.spec.priorityClassName']);
  });
});
