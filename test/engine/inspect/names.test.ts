import fc from 'fast-check';
import { names } from '../../../engine/inspect/index.ts';
import { codesOf, configMap, container, deployment, LABELS, manifest, namespace, object, only, service, type Fields } from './objects.ts';

const labelled = (metadata: Fields) => object(manifest('v1', 'ConfigMap', 'settings', {}, metadata));

describe('names', () => {
  it('accepts valid objects', () => {
    expect(codesOf(names, [namespace(), deployment(), service(), configMap({ 'application.yaml': '' })])).toEqual([]);
  });

  it.each([
    ['v1', 'ConfigMap', 'Settings'],
    ['v1', 'ConfigMap', 'a..b'],
    ['v1', 'Service', '1st'],
    ['v1', 'Service', 'a'.repeat(64)],
    ['apps/v1', 'StatefulSet', 'a'.repeat(53)],
    ['batch/v1', 'CronJob', 'a'.repeat(53)],
    ['apps/v1', 'Deployment', '${name}'],
    ['rbac.authorization.k8s.io/v1', 'Role', 'a/b'],
  ])('refuses %s %s %s', (apiVersion, kind, name) => {
    expect(only(names, [object(manifest(apiVersion, kind, name))])).toMatchObject({ code: 'CHAMP3011', args: { field: 'metadata.name' } });
  });

  it('lets names of roles have colons', () => {
    expect(codesOf(names, [object(manifest('rbac.authorization.k8s.io/v1', 'Role', 'tenant:admin'))])).toEqual([]);
  });

  it('refuses names of namespaces, containers, volumes and environment variables', () => {
    const broken = deployment({ containers: [container({ name: 'Main', env: [{ name: '1A' }] })], volumes: [{ name: 'my.data', emptyDir: {} }] });
    expect(names([broken], {}).map((each) => each.args['value'])).toEqual(['my.data', 'Main', '1A']);
    expect(codesOf(names, [object(manifest('v1', 'ConfigMap', 'x', {}, { namespace: 'a.b' }))])).toEqual(['CHAMP3011']);
  });

  it('refuses keys of labels, annotations and data', () => {
    expect(only(names, [labelled({ labels: { 'a b': 'c' } })])).toMatchObject({ code: 'CHAMP3012', args: { field: 'metadata.labels', value: 'a b' } });
    expect(codesOf(names, [labelled({ annotations: { 'A.b/c': '' } })])).toEqual([]);
    expect(codesOf(names, [labelled({ annotations: { 'a//c': '' } })])).toEqual(['CHAMP3012']);
    expect(codesOf(names, [configMap({ 'conf/app.yaml': '', '..x': '', '.': '' })])).toEqual(['CHAMP3012', 'CHAMP3012', 'CHAMP3012']);
  });

  it('refuses values of labels, in metadata, templates and selectors', () => {
    expect(only(names, [labelled({ labels: { a: 'b c' } })])).toMatchObject({ code: 'CHAMP3013', args: { field: 'metadata.labels[a]', value: '"b c"' } });
    expect(codesOf(names, [labelled({ labels: { a: 'b'.repeat(64) } })])).toEqual(['CHAMP3013']);
    const labels = { app: '-' };
    const broken = deployment({}, { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [] } } });
    expect(codesOf(names, [broken])).toEqual(['CHAMP3013', 'CHAMP3013']);
    expect(codesOf(names, [service({ selector: labels })])).toEqual(['CHAMP3013']);
  });

  it('refuses a namespace whose own name label is another', () => {
    expect(codesOf(names, [namespace('core-mbs', { 'kubernetes.io/metadata.name': 'core-mba' })])).toEqual(['CHAMP3013']);
  });

  it('refuses too many bytes of annotations, counted as UTF-8', () => {
    expect(only(names, [labelled({ annotations: { a: '医'.repeat(90_000) } })])).toMatchObject({ code: 'CHAMP3014', args: { value: '270001' } });
    expect(codesOf(names, [labelled({ annotations: { a: 'x'.repeat(200_000) } })])).toEqual([]);
  });

  it('asks for a namespace where one belongs, and only there', () => {
    expect(only(names, [object({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } })]).code).toBe('CHAMP3015');
    expect(only(names, [object(manifest('rbac.authorization.k8s.io/v1', 'ClusterRole', 'x'))]).code).toBe('CHAMP3016');
    expect(only(names, [object({ apiVersion: 'velero.io/v1', kind: 'Schedule', metadata: { name: 'x' } })]).code).toBe('CHAMP3015');
  });

  it.each(['http-', 'Http', '8080', 'a--b', 'a'.repeat(16)])('refuses the container port name %s', (name) => {
    expect(only(names, [deployment({ containers: [container({ ports: [{ name, containerPort: 80 }] })] })])).toMatchObject({ code: 'CHAMP3017', args: { value: name } });
  });

  it('refuses a target port name of a Service, and asks several ports for names', () => {
    expect(only(names, [service({ ports: [{ port: 80, targetPort: 'Web' }] })]).code).toBe('CHAMP3017');
    expect(only(names, [service({ ports: [{ name: 'a', port: 80 }, { port: 81 }] })])).toMatchObject({ code: 'CHAMP3004', args: { field: 'spec.ports[1].name' } });
  });

  it('refuses ports out of range', () => {
    expect(only(names, [service({ ports: [{ port: 70_000, targetPort: 'http' }] })])).toMatchObject({ code: 'CHAMP3018', args: { value: '70000' } });
    expect(codesOf(names, [deployment({ containers: [container({ ports: [{ containerPort: 0 }] })] })])).toEqual(['CHAMP3018']);
  });

  it('accepts any label that Kubernetes\' own grammar makes', () => {
    const edge = fc.constantFrom(...'abzABZ059');
    const value = fc.tuple(edge, fc.stringMatching(/^[-A-Za-z0-9_.]{0,61}$/), edge).map((parts) => parts.join(''));
    fc.assert(fc.property(value, (each) => codesOf(names, [labelled({ labels: { ...LABELS, x: each } })]).length === 0));
  });
});
