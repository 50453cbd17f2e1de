import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledgerOf, packOf, readPack, writePack } from '../../../../cli/diff/sides/pack.ts';
import { modelOf } from '../../../../cli/estate/index.ts';
import { ledgerFiles, parseLedger } from '../../../../engine/emit/index.ts';
import { rendered } from '../../../fixtures/linyi.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'champ-pack-')); });
afterEach(() => rmSync(folder, { recursive: true }));

it('holds all of an environment, byte by byte, with its ledger as synth writes it', () => {
  const { tree } = rendered('dev');
  const model = modelOf(rendered('dev'));
  writePack(join(folder, 'dev'), packOf(rendered('dev'), model));
  const found = readPack(join(folder, 'dev'))!;
  expect(found.ledger).toEqual(parseLedger(tree.ledger, 'ledger.json'));
  expect(found.model).toEqual(model);
  expect(ledgerFiles(found.ledger).filter(({ file }) => found.contentOf(file).toString() !== tree.files.get(file)!.content)).toEqual([]);
  expect(ledgerFiles(found.ledger)).toHaveLength(tree.files.size);
});

it('is the same file for the same content', () => {
  const pack = packOf(rendered('dev'));
  for (const name of ['a', 'b']) writePack(join(folder, name), pack);
  expect(readFileSync(join(folder, 'a')).equals(readFileSync(join(folder, 'b')))).toBe(true);
});

it('is not read when it is cut, longer or other than it was written, whereever that is in its head', () => {
  const path = join(folder, 'a');
  const tree = rendered('dev').tree;
  const file = [...tree.files.values()].slice(0, 2);
  writePack(path, packOf({ tree: { ...tree, files: new Map(file.map((each) => [each.file, each])) }, output: { ...rendered('dev').output, objects: [] } }));
  const whole = readFileSync(path);
  expect(readPack(path)?.ledger.objects).toHaveLength(2);
  const damaged = (bytes: Buffer) => {
    writeFileSync(path, bytes);
    return readPack(path);
  };
  const head = whole.indexOf('\n') + 1 + ledgerOf(tree).environment.length;
  for (let at = 0; at < head; at++) expect(damaged(Buffer.concat([whole.subarray(0, at), Buffer.from([whole[at]! ^ 1]), whole.subarray(at + 1)]))).toBeUndefined();
  for (const length of [0, 10, whole.length >> 1, whole.length - 1]) expect(damaged(whole.subarray(0, length))).toBeUndefined();
  expect(damaged(Buffer.concat([whole, Buffer.from('x')]))).toBeUndefined();
  expect(readPack(join(folder, 'none'))).toBeUndefined();
});

it('gives no content that is not what its ledger says, and is gone then', () => {
  const path = join(folder, 'dev');
  writePack(path, packOf(rendered('dev')));
  const whole = readFileSync(path);
  writeFileSync(path, Buffer.concat([whole.subarray(0, whole.length - 2), Buffer.from('?\n')]));
  const found = readPack(path)!;
  const [first, last] = [ledgerFiles(found.ledger)[0]!.file, ledgerFiles(found.ledger).at(-1)!.file];
  expect(found.contentOf(first).length).toBeGreaterThan(0);
  expect(() => found.contentOf(last)).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code: 'CHAMP9009', where: path, args: { value: last } })] }));
  expect(readPack(path)).toBeUndefined();
});
