import { broughtBack } from '../../../../engine/publish/rollback/rolled-back.ts';

const files = (text: string): ReadonlyMap<string, string> => new Map(text.split(' ').filter(Boolean).map((row) => row.split(':') as [string, string]));

it.each([
  ['the bytes that were rolled back', 'a:2', 'a:1', 'a:2', 'a:1', ['a']],
  ['a file that the rollback removed', 'a:1 b:1', 'a:1', 'a:1 b:1', 'a:1', ['b']],
  ['the absence of a file that the rollback brought back', '', 'a:1', '', 'a:1', ['a']],
])('holds back %s', (_, wanted, now, undone, restored, paths) => {
  expect(broughtBack(files(wanted), files(now), { undone: files(undone), restored: files(restored) })).toEqual(paths);
});

it.each([
  ['new bytes', 'a:3', 'a:1', 'a:2', 'a:1'], ['what the rollback left', 'a:1', 'a:1', 'a:2', 'a:1'], ['a file that the rollback did not change', 'a:1', 'a:0', 'a:1', 'a:1'],
  ['a file that was changed since', 'a:2', 'a:3', 'a:2', 'a:1'], ['a file that is new', 'a:1 c:1', 'a:1', 'a:2', 'a:1'],
])('lets %s pass', (_, wanted, now, undone, restored) => {
  expect(broughtBack(files(wanted), files(now), { undone: files(undone), restored: files(restored) })).toEqual([]);
});
