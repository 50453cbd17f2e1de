import { type Change } from '../../../engine/change/index.ts';
import { compared, object, type Placed } from '../../fixtures/sides.ts';

const told = (changes: readonly Change[]): readonly string[] => changes.map(({ class: is, object: { kind, name }, from }) => `${is} ${kind} ${from ? `${from.name} -> ` : ''}${name}`).sort();
const labels = (name: string) => ({ labels: { 'app.kubernetes.io/name': name } });
const other = { path: 'elsewhere' };

/** A service as it is rendered: everything bears its name. */
const service = (name: string, image = 'a', path = `linyi/core/mbs/${name}`): readonly Placed[] => [
  object(`Deployment core-mbs/${name}`, {
    metadata: labels(name),
    spec: { selector: { matchLabels: labels(name).labels }, template: { metadata: { ...labels(name), annotations: { 'champ.hsa/config-hash': `hash of ${name}` } }, spec: { containers: [{ name: 'app', image, env: [{ name: 'URL', value: `http://${name}.core-mbs.svc:80` }] }], volumes: [{ name: 'config', configMap: { name: `${name}-config` } }] } } },
  }, { path }),
  object(`ConfigMap core-mbs/${name}-config`, { metadata: labels(name), data: { 'application.properties': `app=${name}` } }, { path }),
  object(`Service core-mbs/${name}`, { metadata: labels(name), spec: { selector: labels(name).labels, ports: [{ port: 80 }] } }, { path }),
  object(`Service core-mbs/${name}-pods`, { metadata: labels(name), spec: { selector: labels(name).labels, clusterIP: 'None' } }, { path }),
];

describe('renames', () => {
  test('are found by content that is equal but for the name', () => {
    const changes = compared([object('ConfigMap core-mbs/a', { data: { k: 'v', self: 'a' } }, other)], [object('ConfigMap core-mbs/b', { data: { k: 'v', self: 'b' } }, { path: 'new' })]);
    expect(changes).toMatchObject([{ class: 'renamed', object: { name: 'b' }, from: { name: 'a', application: 'core-mbs', file: 'core/core-mbs/configmap.a.yaml' }, fields: [{ field: 'metadata.name' }, { field: 'data.self' }] }]);
  });

  test('take all that belongs to a service with it, by its labels and references', () => {
    expect(told(compared([...service('hsa-old'), ...service('hsa-other', 'b')], [...service('hsa-new'), ...service('hsa-other', 'b')]))).toEqual([
      'renamed ConfigMap hsa-old-config -> hsa-new-config', 'renamed Deployment hsa-old -> hsa-new', 'renamed Service hsa-old -> hsa-new', 'renamed Service hsa-old-pods -> hsa-new-pods',
    ]);
  });

  test('are told although the content changed too, where the same construct makes the only one of the kind', () => {
    expect(told(compared(service('hsa-old', 'a', 'p').slice(0, 1), service('hsa-new', 'b', 'p').slice(0, 1)))).toEqual(['renamed Deployment hsa-old -> hsa-new']);
    expect(told(compared(service('hsa-old', 'a', 'p').slice(0, 1), service('hsa-new', 'b', 'q').slice(0, 1)))).toEqual(['created Deployment hsa-new', 'deleted Deployment hsa-old']);
  });

  test('are none where there is a choice', () => {
    const map = (name: string) => object(`ConfigMap core-mbs/${name}`, { data: { k: 'v' } }, other);
    expect(told(compared([map('a'), map('b')], [map('c')]))).toEqual(['created ConfigMap c', 'deleted ConfigMap a', 'deleted ConfigMap b']);
    expect(told(compared([map('a')], [map('c'), map('d')]))).toEqual(['created ConfigMap c', 'created ConfigMap d', 'deleted ConfigMap a']);
    const made = (name: string, k: string) => object(`ConfigMap core-mbs/${name}`, { data: { k } }, { path: 'p' });
    expect(told(compared([made('a', '1'), made('kept', '9')], [made('c', '2'), made('kept', '9')]))).toEqual(['created ConfigMap c', 'deleted ConfigMap a']);
  });

  test('are none between kinds, namespaces and zones', () => {
    const of = (id: string, place = {}) => object(id, { data: { k: 'v' } }, { path: 'p', ...place });
    for (const after of [of('Secret core-mbs/b'), of('ConfigMap core-x/b'), of('ConfigMap core-mbs/b', { zone: 'public' })]) {
      expect(told(compared([of('ConfigMap core-mbs/a')], [after])).map((each) => each.split(' ')[0])).toEqual(['created', 'deleted']);
    }
  });

  test('to another Application keep where it was', () => {
    const of = (name: string, application: string) => object(`ConfigMap core-mbs/${name}`, { data: { k: 'v' } }, { path: 'p', application });
    expect(compared([of('a', 'core-mbs')], [of('b', 'core-x')])).toMatchObject([{ class: 'renamed', application: 'core-x', from: { application: 'core-mbs' } }]);
  });
});
