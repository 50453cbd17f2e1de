import { Contents, type Given } from '../../../../cli/diff/sides/contents.ts';
import { digestOf } from '../../../../engine/emit/digest.ts';
import type { Manifest } from '../../../../engine/manifest.ts';

const map = (name: string): Manifest => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });

function given(texts: Readonly<Record<string, string>>, made?: (file: string) => Manifest): Given & { readonly asked: string[] } {
  const asked: string[] = [];
  const rows = Object.entries(texts).map(([file, text]) => ({ file, hash: digestOf(text), path: '', source: '', apiVersion: 'v1', kind: 'ConfigMap', name: file }));
  return {
    name: 'linyi', ledger: { version: 1, environment: 'linyi', objects: rows, files: [] }, asked, ...(made ? { made } : {}),
    contentOf(file) {
      asked.push(file);
      return Buffer.from(texts[file]!);
    },
  };
}

it('gives both sides one manifest for one content, from where it is at hand, and reads none of it', () => {
  const [a, b] = [given({ 'core/x/a.yaml': 'same', 'core/x/b.yaml': 'new' }, map), given({ 'core/y/a.yaml': 'same', 'core/x/b.yaml': JSON.stringify(map('former')) })];
  const contents = new Contents();
  const [head, base] = [contents.share(a), contents.share(b)];
  expect(base.manifest('core/y/a.yaml')).toBe(head.manifest('core/x/a.yaml'));
  expect(base.manifest('core/x/b.yaml')).toEqual(map('former'));
  expect(base.manifest('core/x/b.yaml')).toBe(base.manifest('core/x/b.yaml'));
  expect([a.asked, b.asked]).toEqual([[], ['core/x/b.yaml']]);
});

it('gives the text of a file', () => {
  const side = new Contents().share(given({ 'core/control-plane/audit.yaml': '文本\n' }));
  expect(side.text('core/control-plane/audit.yaml')).toBe('文本\n');
});

it.each(['', 'a: [', '- list\n', 'kind: ConfigMap\n', '\0'])('says which file is no manifest: %j', (text) => {
  const side = new Contents().share(given({ 'core/x/a.yaml': text }));
  expect(() => side.manifest('core/x/a.yaml')).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code: 'CHAMP9009', where: 'linyi/core/x/a.yaml' })] }));
});

it('knows no file that its ledger does not list', () => {
  const side = new Contents().share(given({}));
  expect(() => side.manifest('core/x/a.yaml')).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code: 'CHAMP9009' })] }));
  expect(() => side.text('../../package.json')).toThrow('CHAMP9009');
});
