import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { abandon, commit, emit, isWhole, planTree, prepare, withTreeLocks, type EmitReport, type Tree } from '../../../engine/emit/index.ts';
import { runEmit } from '../../fixtures/emit/child.ts';
import { configMap, estate } from '../../fixtures/emit/estate.ts';
import { contentOf, inFolder } from '../../fixtures/emit/folder.ts';
import { problemsOf } from '../../fixtures/emit/problems.ts';

const emitOne = (out: string, tree: Tree): EmitReport => emit(out, [tree])[0]!;
const KEPT = 'core/core-mbs/configmap.kept.yaml';
const CHANGING = 'core/core-mbs/configmap.changing.yaml';
const ONLY_0 = 'core/app-0/configmap.only-0.yaml';

/** Emits version 0 and hands over `<out>` and `<out>/linyi`. */
const afterFirst = (work: (out: string, folder: string) => unknown) => inFolder((out) => {
  emit(out, [estate(0)]);
  return work(out, join(out, 'linyi'));
});

/** Identity and times of every file of the tree and of its ledger. */
const stamps = (folder: string, tree: Tree) => Object.fromEntries([...tree.files.keys(), 'ledger.json'].map((file) => {
  const { ino, mtimeMs } = statSync(join(folder, file));
  return [file, `${ino} ${mtimeMs}`];
}));

describe('emit', () => {
  test('writes a tree and its ledger, and nothing else', async () => {
    await inFolder((out) => {
      const tree = estate(0);
      const report = emitOne(join(out, 'deep', 'dist'), tree);
      expect(report).toEqual({
        environment: 'linyi', written: [...tree.files.keys()], unchanged: 0, removed: [], restored: [], foreign: [], warnings: [],
        files: tree.files.size, bytes: [...tree.files.values()].reduce((sum, { content }) => sum + Buffer.byteLength(content), 0),
      });
      expect(contentOf(join(out, 'deep', 'dist'))).toEqual({
        'linyi/ledger.json': tree.ledger, ...Object.fromEntries([...tree.files].map(([file, { content }]) => [`linyi/${file}`, content])),
      });
    });
  });

  test('leaves unchanged files alone, so that their times stay', async () => {
    await afterFirst((out, folder) => {
      const before = stamps(folder, estate(0));
      expect(emitOne(out, estate(0))).toMatchObject({ written: [], removed: [], unchanged: estate(0).files.size });
      expect(stamps(folder, estate(0))).toEqual(before);
      emitOne(out, estate(1));
      expect(statSync(join(folder, KEPT)).ino).toBe(Number(before[KEPT]!.split(' ')[0]));
    });
  });

  test('writes what changed, removes what is stale, and the folders that become empty', async () => {
    await afterFirst((out, folder) => {
      expect(emitOne(out, estate(1))).toMatchObject({
        written: ['core/app-1/configmap.only-1.yaml', 'core/control-plane/audit-policy.yaml', CHANGING],
        removed: [ONLY_0, 'core/core-mbs/configmap.even.yaml', 'public/even/configmap.even-alone.yaml'],
        restored: [], foreign: [], unchanged: 1,
      });
      expect(Object.keys(contentOf(folder)).sort()).toEqual([...estate(1).files.keys(), 'ledger.json'].sort());
    });
  });

  test('gives the same bytes whatever was there before, in every process, locale and time zone', async () => {
    await inFolder((out) => {
      [0, 1, 2, 0, 3].forEach((version) => emit(join(out, 'a'), [estate(version)]));
      emit(join(out, 'b'), [estate(3)]);
      runEmit(join(out, 'c'), 0, [3], undefined, { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
      expect(contentOf(join(out, 'b'))).toEqual(contentOf(join(out, 'a')));
      expect(contentOf(join(out, 'c'))).toEqual(contentOf(join(out, 'a')));
    });
  });

  test('never removes what it did not write, and reports it', async () => {
    await afterFirst((out, folder) => {
      writeFileSync(join(folder, 'core/app-0/notes.md'), 'mine');
      writeFileSync(join(folder, 'README'), 'mine');
      mkdirSync(join(folder, 'mine/empty/deep'), { recursive: true });
      mkdirSync(join(folder, 'core/own/deep'), { recursive: true });
      writeFileSync(join(folder, 'core/own/deep/a'), 'mine');
      symlinkSync('/etc', join(folder, 'core/link'));
      const foreign = ['README', 'core/app-0/notes.md', 'core/link', 'core/own/'];
      expect(emitOne(out, estate(0))).toMatchObject({ foreign, written: [] });
      expect(emitOne(out, estate(1))).toMatchObject({ foreign, removed: expect.arrayContaining([ONLY_0]) });
      expect(contentOf(folder)).toMatchObject({ 'README': 'mine', 'core/app-0/notes.md': 'mine', 'core/own/deep/a': 'mine' });
    });
  });

  test('overwrites what somebody edited or removed, and reports it', async () => {
    await afterFirst((out, folder) => {
      writeFileSync(join(folder, KEPT), 'edited: true\n');
      rmSync(join(folder, CHANGING));
      expect(emitOne(out, estate(0))).toMatchObject({ restored: [CHANGING, KEPT], written: [CHANGING, KEPT] });
      expect(isWhole(folder)).toBe(true);
      // a mere change of source is no restoration
      expect(emitOne(out, estate(1))).toMatchObject({ restored: [] });
    });
  });

  test('notices an edit that keeps the length and the time of a file', async () => {
    await afterFirst((out, folder) => {
      const path = join(folder, KEPT);
      writeFileSync(path, readFileSync(path, 'utf8').replace('"1"', '"2"'));
      expect(emitOne(out, estate(0))).toMatchObject({ restored: [KEPT] });
    });
  });

  test('keeps a stale file that somebody edited: the bytes are not synth\'s', async () => {
    await afterFirst((out, folder) => {
      writeFileSync(join(folder, ONLY_0), 'edited: true\n');
      expect(emitOne(out, estate(1))).toMatchObject({ foreign: [ONLY_0], removed: expect.not.arrayContaining([ONLY_0]) });
      expect(readFileSync(join(folder, ONLY_0), 'utf8')).toBe('edited: true\n');
    });
  });

  test('without a ledger adopts the files that are right and removes none', async () => {
    await afterFirst((out, folder) => {
      rmSync(join(folder, 'ledger.json'));
      expect(isWhole(folder)).toBe(false);
      expect(emitOne(out, estate(0))).toMatchObject({ written: [], unchanged: estate(0).files.size, warnings: [] });
      expect(isWhole(folder)).toBe(true);
    });
  });

  test.each(['{"version":1,', '', JSON.stringify({ version: 7 })])('goes on safely with the corrupt ledger %j', async (text) => {
    await afterFirst((out, folder) => {
      writeFileSync(join(folder, 'ledger.json'), text);
      expect(isWhole(folder)).toBe(false);
      const report = emitOne(out, estate(1));
      expect(report.warnings).toMatchObject([{ code: 'CHAMP4020', where: join(folder, 'ledger.json') }]);
      expect(report).toMatchObject({ removed: [], foreign: ['core/app-0/', 'core/core-mbs/configmap.even.yaml', 'public/'] });
      expect(isWhole(folder)).toBe(true);
      expect(emitOne(out, estate(1)).warnings).toEqual([]);
    });
  });

  test('removes nothing because a ledger lies about it', async () => {
    await afterFirst((out, folder) => {
      writeFileSync(join(folder, 'core/mine.yaml'), 'mine');
      const ledger = JSON.parse(readFileSync(join(folder, 'ledger.json'), 'utf8'));
      ledger.files.push({ file: 'core/mine.yaml', hash: `sha256:${'0'.repeat(64)}`, path: '', source: '' });
      writeFileSync(join(folder, 'ledger.json'), JSON.stringify(ledger));
      expect(emitOne(out, estate(0))).toMatchObject({ foreign: ['core/mine.yaml'] });
    });
  });

  test('gets over a pending ledger that cannot be read', async () => {
    await afterFirst((out, folder) => {
      writeFileSync(join(folder, '.ledger.pending-3.json'), 'x');
      expect(isWhole(folder)).toBe(false);
      expect(emitOne(out, estate(0)).warnings).toMatchObject([{ code: 'CHAMP4020', where: join(folder, '.ledger.pending-3.json') }]);
      expect(Object.keys(contentOf(folder)).sort()).toEqual([...estate(0).files.keys(), 'ledger.json'].sort());
    });
  });

  test('leaves what others put into its staging folder', async () => {
    await afterFirst((out, folder) => {
      mkdirSync(join(folder, '.champ-staging'));
      writeFileSync(join(folder, '.champ-staging/0'), 'left by a kill');
      writeFileSync(join(folder, '.champ-staging/mine'), 'mine');
      emit(out, [estate(0)]);
      emit(out, [estate(1)]);
      expect(contentOf(join(folder, '.champ-staging'))).toEqual({ mine: 'mine' });
    });
  });

  test('writes each environment into its own folder and reports them by name', async () => {
    await inFolder((out) => {
      const tree = (environment: string) => planTree({ environment, objects: [configMap('a')] });
      expect(emit(out, [tree('linyi'), tree('dev')]).map((each) => each.environment)).toEqual(['dev', 'linyi']);
      expect(emit(out, [tree('linyi')])).toMatchObject([{ environment: 'linyi', unchanged: 1 }]);
      expect(isWhole(join(out, 'dev'))).toBe(true);
    });
  });

  test('changes no environment when one of them cannot be written, and leaves nothing that it has staged', async () => {
    await afterFirst((out, folder) => {
      const before = contentOf(out);
      const blocked = planTree({ environment: 'west', objects: [configMap('a')] });
      writeFileSync(join(out, 'west'), 'a file where a folder goes');
      expect(problemsOf(() => emit(out, [estate(2), blocked]))).toMatchObject([{ code: 'CHAMP4033', where: join(out, 'west') }]);
      rmSync(join(out, 'west'));
      expect(contentOf(out)).toEqual(before);
      expect(readdirSync(folder)).not.toContain('.champ-staging');
      expect(emit(out, [estate(2)])).toMatchObject([{ environment: 'linyi' }]);
    });
  });

  test('is prepared in one thread and committed in another: what crosses is plain data', async () => {
    await inFolder((out) => {
      const [report] = withTreeLocks(out, ['linyi'], (locks) => commit(out, [structuredClone(prepare(out, estate(0)))], locks));
      expect(report).toMatchObject({ environment: 'linyi', unchanged: 0, removed: [] });
      expect(isWhole(join(out, 'linyi'))).toBe(true);
      expect(readdirSync(out)).toEqual(['linyi']);
    });
  });

  test('is as it was when what was prepared is abandoned, and the next run need not wait', async () => {
    await inFolder((parent) => {
      const out = join(parent, 'dist');
      withTreeLocks(out, ['linyi'], () => abandon(out, [prepare(out, estate(0)).environment]));
      expect(readdirSync(parent)).toEqual([]);
      expect(emit(out, [estate(1)], { waitMs: 0 })).toMatchObject([{ environment: 'linyi' }]);
    });
  });

  test('follows a tree that somebody moved as a whole', async () => {
    await afterFirst((out) => {
      renameSync(out, `${out}-moved`);
      expect(emit(`${out}-moved`, [estate(0)])).toMatchObject([{ written: [], warnings: [] }]);
      rmSync(`${out}-moved`, { recursive: true });
    });
  });

  test('lets others hold the lock while they copy a tree', async () => {
    await afterFirst((out) => {
      const found = withTreeLocks(out, ['linyi'], () => {
        expect(() => emit(out, [estate(1)], { waitMs: 30 })).toThrow('CHAMP4030');
        return 'copied';
      });
      expect(found).toBe('copied');
      expect(emitOne(out, estate(1)).written).not.toEqual([]);
    });
  });

  test('reads no file whose digest the caller knows, and all others', async () => {
    await afterFirst((out, folder) => {
      const { hash } = estate(0).files.get(KEPT)!;
      for (const file of [KEPT, CHANGING]) writeFileSync(join(folder, file), 'edited');
      const asked: string[] = [];
      const [report] = emit(out, [estate(0)], { digestOf: (below, file) => { asked.push(join(below, file)); return file === KEPT && below === folder ? hash : undefined; } });
      expect(report).toMatchObject({ written: [CHANGING], restored: [CHANGING] });
      expect(asked).toEqual(expect.arrayContaining([join(folder, KEPT), join(folder, CHANGING)]));
    });
  });
});
