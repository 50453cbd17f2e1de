import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Contents, type Given } from '../../../../cli/diff/sides/contents.ts';
import { readFolder, readLoose } from '../../../../cli/diff/sides/folder.ts';
import { ledgerOf } from '../../../../cli/diff/sides/pack.ts';
import type { Found } from '../../../../cli/diff/sides/side.ts';
import { compareEnvironments } from '../../../../engine/change/compare.ts';
import { emit, planTree, type Tree } from '../../../../engine/emit/index.ts';
import type { Manifest, RenderedObject } from '../../../../engine/manifest.ts';
import { ProblemError } from '../../../../engine/problem/index.ts';
import { publishedTree } from '../../../../engine/publish/index.ts';

let at: string;
beforeEach(() => { at = mkdtempSync(join(tmpdir(), 'champ-folder-')); });
afterEach(() => rmSync(at, { recursive: true }));

const map = (zone: string, name: string, value: string, namespace = `${zone}-mbs`): RenderedObject => ({
  zone, application: `${zone}-mbs`, path: `linyi/${zone}/mbs`, source: 'apps/mbs.ts:1',
  manifest: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data: { value } },
});
const treeOf = (environment: string, ...objects: readonly RenderedObject[]): Tree =>
  planTree({ environment, objects, files: [{ file: 'core/control-plane/audit.txt', content: 'rules\n', path: '', source: '' }] });
const HEAD = treeOf('linyi', map('core', 'a', '1'), map('core', 'b', '1'), map('public', 'a', '1'), map('core', 'shared', '1', 'istio'), map('public', 'shared', '1', 'istio'));

function givenOf(tree: Tree): Given {
  return { name: tree.environment, ledger: ledgerOf(tree), contentOf: (file) => Buffer.from(tree.files.get(file)!.content) };
}

/** What differs from the head, as `class file`. */
function changes(found: Found | undefined, head = HEAD): readonly string[] {
  const contents = new Contents();
  const side = contents.share(givenOf(head));
  const base = found!.environments.find(({ name }) => name === head.environment)!;
  return compareEnvironments(contents.share(base), side).map((change) => `${change.class} ${change.file}`);
}

function problemsOf(work: () => unknown): readonly { readonly code: string }[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}

const write = (file: string, text: string) => {
  mkdirSync(join(at, file, '..'), { recursive: true });
  writeFileSync(join(at, file), text);
};

describe('what synth wrote', () => {
  const dist = () => join(at, 'dist');
  beforeEach(() => { emit(dist(), [HEAD, treeOf('dev', map('core', 'a', '1'))]); });

  it('is read as a whole, and one environment alone', () => {
    expect(readFolder(dist())!.environments.map(({ name }) => name)).toEqual(['dev', 'linyi']);
    const one = readFolder(join(dist(), 'linyi'))!;
    expect(one.environments.map(({ name }) => name)).toEqual(['linyi']);
    expect([one.notes, changes(one), changes(readFolder(`${dist()}/`))]).toEqual([[], [], []]);
    expect(one.label).toBe(join(dist(), 'linyi'));
  });

  it('has the name that its ledger says, wherever it lies', () => {
    cpSync(join(dist(), 'linyi'), join(at, 'copy'), { recursive: true });
    expect(changes(readFolder(join(at, 'copy')))).toEqual([]);
  });

  it('is compared as it stands: what was edited is changed, what is gone was never there, what is not of synth does not count', () => {
    const linyi = join(dist(), 'linyi');
    writeFileSync(join(linyi, 'core/core-mbs/configmap.a.yaml'), 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: core-mbs\ndata:\n  value: edited\n');
    rmSync(join(linyi, 'core/core-mbs/configmap.b.yaml'));
    writeFileSync(join(linyi, 'core/core-mbs/mine.yaml'), 'kind: Mine\n');
    const found = readFolder(dist())!;
    expect(changes(found)).toEqual(['changed core/core-mbs/configmap.a.yaml', 'created core/core-mbs/configmap.b.yaml']);
    expect(found.notes.map(({ en }) => en)).toEqual([`2 files of ${linyi} are not as synth wrote them: they are compared as they stand there`]);
  });

  it('is refused while it is being written, or was when the power went', () => {
    renameSync(join(dist(), 'linyi/ledger.json'), join(dist(), 'linyi/.ledger.pending-1.json'));
    cpSync(join(dist(), 'linyi/.ledger.pending-1.json'), join(dist(), 'linyi/ledger.json'));
    expect(problemsOf(() => readFolder(dist()))).toMatchObject([{ code: 'CHAMP9011', where: join(dist(), 'linyi') }]);
  });

  it('is refused with a ledger that is none', () => {
    writeFileSync(join(dist(), 'linyi/ledger.json'), '{"version":9}');
    expect(problemsOf(() => readFolder(dist()))).toMatchObject([{ code: 'CHAMP4020' }]);
  });
});

describe('a copy of a config repository', () => {
  beforeEach(() => { for (const [file, content] of publishedTree(HEAD, ['core', 'public'])) write(`repo/${file}`, content.toString()); });

  it('is read by the ledgers of its zones', () => {
    expect(changes(readFolder(join(at, 'repo')))).toEqual([]);
    expect(changes(readFolder(join(at, 'repo', 'linyi')))).toEqual([]);
  });

  it('may have one zone only', () => {
    rmSync(join(at, 'repo/linyi/public'), { recursive: true });
    expect(changes(readFolder(join(at, 'repo')))).toEqual(['created public/public-mbs/configmap.a.yaml', 'created public/public-mbs/configmap.shared.yaml']);
  });
});

describe('any manifests', () => {
  const yaml = (zone: string, name: string, value: string, namespace?: string) => JSON.stringify(map(zone, name, value, namespace).manifest satisfies Manifest);

  it('stand where the head has the same objects', () => {
    write('own/all.yaml', [yaml('core', 'a', '1'), yaml('core', 'b', '2')].join('\n---\n'));
    write('own/public.json', yaml('public', 'a', '1'));
    write('own/core/shared.yaml', yaml('core', 'shared', '1', 'istio'));
    write('own/public/shared.yaml', yaml('core', 'shared', '2', 'istio'));
    write('own/new.yaml', yaml('core', 'new', '1'));
    expect(readFolder(join(at, 'own'))).toBeUndefined();
    expect(changes(readLoose(join(at, 'own'), [givenOf(HEAD)]))).toEqual([
      'changed core/core-mbs/configmap.b.yaml', 'deleted core/core-mbs/configmap.new.yaml', 'changed public/public-mbs/configmap.shared.yaml',
    ]);
  });

  it('need one environment to be compared with', () => {
    write('own/a.yaml', yaml('core', 'a', '1'));
    for (const head of [[], [givenOf(HEAD), givenOf(treeOf('dev'))]]) expect(problemsOf(() => readLoose(join(at, 'own'), head))).toMatchObject([{ code: 'CHAMP9012' }]);
  });

  it('are refused when there are none, or they are broken', () => {
    write('own/README.md', '# none');
    expect(problemsOf(() => readLoose(join(at, 'own'), [givenOf(HEAD)]))).toMatchObject([{ code: expect.stringMatching(/^CHAMP(?:9012|6003)$/) }]);
    write('own/a.yaml', 'kind: [');
    expect(problemsOf(() => readLoose(join(at, 'own'), [givenOf(HEAD)])).length).toBeGreaterThan(0);
  });
});
