import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readManifests } from '../../../engine/manifests/index.ts';
import { configMap, folderOf } from './folder.ts';

const faults = (folder: string, found = readManifests([folder])) => found.problems.map(({ code, where }) => [code, relative(folder, where)]);
const names = (folder: string) => readManifests([folder]).objects.map(({ manifest }) => `${manifest.kind} ${manifest.metadata.name}`);

it('reads folders in the order of names, YAML and JSON, each file once', () => {
  const folder = folderOf({ 'b.yaml': configMap('b'), 'a/z.yml': configMap('z'), 'a.json': JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'j' } }), 'notes.md': '# no' });
  const { objects, problems } = readManifests([join(folder, 'b.yaml'), folder, folder]);
  expect(objects.map(({ manifest, file }) => [manifest.metadata.name, relative(folder, file)])).toEqual([['b', 'b.yaml'], ['z', 'a/z.yml'], ['j', 'a.json']]);
  expect(problems).toEqual([]);
});

it('opens documents and lists, keeping the place', () => {
  const list = { apiVersion: 'v1', kind: 'List', items: [
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'd' }, spec: { template: { spec: { containers: [{ name: 'a' }] } } } },
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleList', items: [{ metadata: { name: 'r', namespace: 'n' } }] },
  ] };
  const folder = folderOf({ 'a.yaml': `# first\n---\n${configMap('one')}---\n\n---\n# nothing\n---\n${configMap('two')}`, 'l.json': JSON.stringify(list) });
  expect(readManifests([folder]).objects.map(({ manifest, document, within }) => [manifest.apiVersion, manifest.kind, manifest.metadata.name, document ?? 0, within])).toEqual([
    ['v1', 'ConfigMap', 'one', 1, undefined], ['v1', 'ConfigMap', 'two', 4, undefined],
    ['apps/v1', 'Deployment', 'd', 0, 'items[0]'], ['rbac.authorization.k8s.io/v1', 'Role', 'r', 0, 'items[1].items[0]'],
  ]);
  expect(faults(folder)).toEqual([]);
});

describe('what is no clean input is reported with its place, and the rest is judged still', () => {
  it.each([
    ['a key that appears twice', configMap('a', 'data:\n  k: one\n  k: two\n'), 'CHAMP1111', '7:3'],
    ['a boolean of YAML 1.1', configMap('a', 'immutable: yes\n'), 'CHAMP6010', '5:12'],
    ['a key that is one', configMap('a', 'data:\n  on: x\n'), 'CHAMP6010', '6:3'],
    ['an octal number', configMap('a', 'mode: 0644\n'), 'CHAMP6011', '5:7'],
    ['an anchor', configMap('a', 'data: &d\n  k: v\n'), 'CHAMP6012', '6:3'],
    ['null metadata', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\nname: a\n', 'CHAMP6015', '3:1'],
    ['no name', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {namespace: x}\n', 'CHAMP6017', '3:1'],
    ['a name that is a number', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: 12\n', 'CHAMP6017', '4:3'],
    ['no apiVersion', 'kind: ConfigMap\nmetadata:\n  name: a\n', 'CHAMP6017', '1:1'],
    ['a name of a template', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: "{{ .Values.name }}"\n', 'CHAMP6013', '4:3'],
    ['a document behind its mark', `--- {}\n---\n${configMap('a')}`, 'CHAMP6016', '1:1'],
    ['a document behind an end', `${configMap('b')}...\n${configMap('a')}`, 'CHAMP6016', '6:1'],
    ['a directive', `%YAML 1.1\n---\n${configMap('a')}`, 'CHAMP6016', '1:1'],
    ['a null item', 'apiVersion: v1\nkind: List\nitems:\n- null\n- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: a\n', 'CHAMP6015', '4:3'],
    ['an item that is no object', 'apiVersion: v1\nkind: List\nitems:\n- text\n- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: a\n', 'CHAMP6018', '4:3'],
    ['a null document', `null\n---\n${configMap('a')}`, 'CHAMP6015', '1:1'],
    ['broken YAML in one document', `a: [b\n---\n${configMap('a')}`, 'CHAMP1110', '2:1'],
    ['a template in one document', `{{- if .Values.on }}\na: b\n{{- end }}\n---\n${configMap('a')}`, 'CHAMP6013', '1:1'],
    ['a value of a template', `metadata:\n  name: {{ .Values.name }}\n---\n${configMap('a')}`, 'CHAMP6013', '2:9'],
  ])('%s', (_, text, code, place) => {
    const folder = folderOf({ 'x.yaml': text });
    const found = readManifests([folder]);
    expect(faults(folder, found)).toContainEqual([code, `x.yaml:${place}`]);
    expect(found.objects.at(-1)?.manifest.kind).toBe('ConfigMap');
  });

  it.each([
    ['a comma too many in JSON', '{"a": 1,}', 'CHAMP1204', '1:9'],
    ['a key twice in JSON', '{"apiVersion": "v1", "kind": "A", "metadata": {"name": "a", "name": "b"}}', 'CHAMP1111', '1:61'],
    ['nesting without end in JSON', '['.repeat(100_000), 'CHAMP1113', '1:101'],
  ])('%s', (_, text, code, place) => {
    const folder = folderOf({ 'x.json': text, 'z.yaml': configMap('other') });
    expect(faults(folder)).toEqual([[code, `x.json:${place}`]]);
    expect(names(folder)).toContain('ConfigMap other');
  });

  it('values are those that the tools of Kubernetes take', () => {
    const folder = folderOf({ 'x.yaml': configMap('a', 'a: yes\nb: 0644\nc: &c {d: 1}\ne:\n  <<: *c\n  f: 2\ng: *c\noff: 08\n') });
    expect(readManifests([folder]).objects[0]?.manifest).toMatchObject({ a: true, b: 420, c: { d: 1 }, e: { d: 1, f: 2 }, g: { d: 1 }, false: 8 });
  });

  it.each([
    ['aliases without end', `a: &a [x, x, x, x, x, x, x, x]\n${'bcdefghi'.split('').map((key, index) => `${key}: &${key} [${Array(8).fill(`*${'abcdefgh'[index]}`).join(', ')}]\n`).join('')}`, 'CHAMP1114'],
    ['nesting without end', `a: ${'['.repeat(20_000)}`, 'CHAMP1113'],
    ['an anchor of nothing', '&'.repeat(100_000), 'CHAMP6012'],
    ['an unknown alias', 'a: *b\n', 'CHAMP1115'],
    ['an unknown tag', 'a: !x b\n', 'CHAMP1116'],
    ['a tab as indentation', 'a:\n\tb: c\n', 'CHAMP1112'],
    ['UTF-16', Buffer.from(configMap('x'), 'utf16le'), 'CHAMP1104'],
    ['GBK', Buffer.concat([Buffer.from('a: '), Buffer.from([0xd6, 0xd0, 0xce, 0xc4])]), 'CHAMP1105'],
    ['a binary file', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x01]), 'CHAMP1106'],
  ])('%s', (_, content, code) => {
    const folder = folderOf({ 'x.yaml': content, 'z.yaml': configMap('other') });
    expect(faults(folder).map(([found]) => found)).toContain(code);
    expect(names(folder)).toContain('ConfigMap other');
  });
});

it('takes a byte order mark and lines that end in CR LF for what they are', () => {
  const folder = folderOf({ 'x.yaml': `\ufeff${configMap('x', 'data:\n  a: |\n    b\n    c\n').replaceAll('\n', '\r\n')}` });
  expect(readManifests([folder])).toMatchObject({ objects: [{ manifest: { data: { a: 'b\nc\n' } } }], problems: [] });
});

it('does not read a file of a gigabyte', () => {
  const folder = folderOf({ 'big.yaml': '', 'z.yaml': configMap('other') });
  truncateSync(join(folder, 'big.yaml'), 2 ** 30);
  const start = performance.now();
  expect(faults(folder)).toEqual([['CHAMP1102', 'big.yaml']]);
  expect(performance.now() - start).toBeLessThan(30_000);
  expect(names(folder)).toEqual(['ConfigMap other']);
});

it('follows links but in no circle, and reads nothing twice', () => {
  const folder = folderOf({ 'a/x.yaml': configMap('x'), 'b/y.yaml': configMap('other') });
  symlinkSync(folder, join(folder, 'a', 'loop'));
  symlinkSync(join(folder, 'a', 'x.yaml'), join(folder, 'z.yaml'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'lost.yaml'));
  expect(faults(folder)).toEqual([['CHAMP6002', 'a/loop'], ['CHAMP6001', 'lost.yaml']]);
  expect(names(folder)).toEqual(['ConfigMap x', 'ConfigMap other']);
  expect(readManifests([folder]).skipped.map(({ file }) => relative(folder, file))).toContain('z.yaml');
});

it('says what cannot be opened, and that there is nothing to judge', () => {
  const folder = folderOf({ 'no.txt': 'x' });
  mkdirSync(join(folder, 'x.yaml.d'));
  const missing = join(folder, 'missing');
  expect(readManifests([missing, folder]).problems.map(({ code, where }) => [code, where])).toEqual([['CHAMP6003', folder], ['CHAMP6001', missing]]);
});

it('reports a folder that it may not open', () => {
  const folder = folderOf({ 'locked/x.yaml': configMap('x') });
  // to root everything is open: a link that is its own target is closed to everybody
  symlinkSync(join(folder, 'self'), join(folder, 'self'));
  chmodSync(join(folder, 'locked'), 0);
  const expected = process.getuid?.() === 0 ? [] : [['CHAMP6001', 'locked']];
  expect(faults(folder)).toEqual([...expected, ['CHAMP6001', 'self']]);
  chmodSync(join(folder, 'locked'), 0o755);
});

it('reports charts and kustomizations as not rendered, and judges what stands beside them', () => {
  const folder = folderOf({
    'chart/Chart.yaml': 'name: x\n', 'chart/values.yaml': 'a: 1\n', 'chart/templates/d.yaml': 'a: {{ .Values.a }}\n', 'chart/crds/c.yaml': configMap('crd'),
    'overlay/kustomization.yaml': 'resources: [a.yaml]\n', 'overlay/a.yaml': configMap('base'),
  });
  expect(faults(folder)).toEqual([['CHAMP6014', 'chart/Chart.yaml'], ['CHAMP6014', 'overlay/kustomization.yaml']]);
  expect(names(folder)).toEqual(['ConfigMap crd', 'ConfigMap base']);
});

it('names files that hold no object', () => {
  const folder = folderOf({ 'package.json': '{"name": "x"}', 'values-prod.yaml': 'a: 1\n', 'x.yaml': configMap('x') });
  expect(readManifests([folder])).toMatchObject({ problems: [], skipped: [{ why: { en: 'no Kubernetes object' } }, { why: { en: 'values of a Helm chart' } }] });
});

it.each([['an empty file', ''], ['comments alone', '# a\n---\n# b\n'], ['an empty list', 'apiVersion: v1\nkind: List\nitems: []\n'], ['a null list', 'apiVersion: v1\nkind: PodList\nitems: null\n']])('names a file with nothing in it: %s', (_, text) => {
  const folder = folderOf({ 'a.yaml': text, 'x.yaml': configMap('x') });
  expect(readManifests([folder])).toMatchObject({ problems: [], skipped: [{ file: `${folder}/a.yaml`, why: { en: expect.stringContaining('nothing') } }] });
});

it('takes configuration of components for files', () => {
  const folder = folderOf({ 'audit.yaml': 'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: []\n', 'kubeconfig.yaml': 'apiVersion: v1\nkind: Config\nusers: []\n', 'flags.yaml': 'component: kube-apiserver\nflags:\n  a: b\n' });
  expect(readManifests([folder])).toMatchObject({ objects: [], problems: [], files: [{ content: { kind: 'Policy' } }, { content: { component: 'kube-apiserver' } }, { content: { kind: 'Config' } }] });
});

it('an object of another group with the same shape stays an object', () => {
  const folder = folderOf({ 'a.yaml': 'apiVersion: example.com/v1\nkind: AllowList\nmetadata:\n  name: a\nspec: {}\n' });
  expect(names(folder)).toEqual(['AllowList a']);
});

it('reads a file of any name that is named', () => {
  const folder = folderOf({ manifest: configMap('m') });
  writeFileSync(join(folder, 'empty.yaml'), '');
  expect(readManifests([join(folder, 'manifest')]).objects).toHaveLength(1);
});
