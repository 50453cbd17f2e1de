import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { locate, readManifests } from '../../../engine/manifests/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { configMap, folderOf } from './folder.ts';

const place = (file: string, name: string, field: string) => {
  const found = readManifests([file]).objects.find(({ manifest }) => manifest.metadata.name === name)!;
  const { line, column } = locate(found, field);
  return `${line}:${column}`;
};

const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec:\n  containers:\n  - name: a\n    image: x\n  - image: z\n    securityContext:\n      privileged: true\n';

it.each([
  ['the object itself', '', '1:1'], ['a field', 'spec', '5:1'], ['a field of an item', 'spec.containers[1].securityContext.privileged', '11:7'], ['an item', 'spec.containers[1]', '9:5'],
  ['a field that is not there', 'spec.containers[0].securityContext.privileged', '7:5'], ['an item that is not there', 'spec.containers[7].image', '6:3'], ['nonsense', '..[[x', '1:1'],
])('finds %s', (_, field, expected) => {
  expect(place(join(folderOf({ 'p.yaml': pod }), 'p.yaml'), 'p', field)).toBe(expected);
});

it.each(['data.app.properties', 'data["app.properties"]', 'data[app.properties]'])('finds a key with dots by %s', (field) => {
  expect(place(join(folderOf({ 'c.yaml': configMap('c', 'data:\n  app: x\n  app.properties: |\n    a=b\n') }), 'c.yaml'), 'c', field)).toBe('7:3');
});

it('finds fields of later documents, of anchors and of items of lists', () => {
  const folder = folderOf({
    'm.yaml': `${configMap('one')}---\n# two\n${configMap('two', 'data: &d\n  k: v\nmore: *d\n')}`,
    'l.yaml': 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: c\n  data:\n    k: v\n',
    'l.json': JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMapList', items: [{ metadata: { name: 'j' }, data: { k: 'v' } }] }, undefined, 1),
  });
  expect([place(join(folder, 'm.yaml'), 'two', ''), place(join(folder, 'm.yaml'), 'two', 'data.k'), place(join(folder, 'l.yaml'), 'c', 'data.k'), place(join(folder, 'l.json'), 'j', 'data.k')])
    .toEqual(['7:1', '12:3', '9:5', '10:5']);
});

it('takes texts from elsewhere, and new ones when they change', () => {
  const object = { manifest: {} as Manifest, zone: '', file: 'nowhere.yaml' };
  expect(locate(object, 'b', () => 'a: 1\nb: 2\n')).toEqual({ line: 2, column: 1 });
  expect(locate(object, 'b', () => 'b: 2\n')).toEqual({ line: 1, column: 1 });
  expect(locate(object, 'b')).toEqual({ line: 1, column: 1 });
});

it('reads a file on disk again when it has changed', () => {
  const file = join(folderOf({ 'c.yaml': configMap('c', 'data: {}\n') }), 'c.yaml');
  expect(place(file, 'c', 'data')).toBe('5:1');
  writeFileSync(file, configMap('c', 'immutable: true\ndata: {}\n'));
  expect(place(file, 'c', 'data')).toBe('6:1');
});

it('finds places in a list of thousands of objects quickly', () => {
  const items = Array.from({ length: 3000 }, (_, number) => `- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: c${number}\n  data:\n    k: v\n`).join('');
  const { objects } = readManifests([folderOf({ 'l.yaml': `apiVersion: v1\nkind: List\nitems:\n${items}` })]);
  const start = performance.now();
  expect(objects.map((object) => locate(object, 'data.k').line)).toEqual(objects.map((_, number) => 3 + 6 * number + 6));
  expect(performance.now() - start).toBeLessThan(30_000);
});
