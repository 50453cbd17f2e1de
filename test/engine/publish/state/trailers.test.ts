import { absoluteAddress, masked, withoutCredentials } from '../../../../engine/publish/git/address.ts';
import { drySha } from '../../../../engine/publish/state/metadata.ts';
import { messageOf, trailersOf } from '../../../../engine/publish/state/trailers.ts';

it('a message gives its trailers back', () => {
  const message = messageOf('linyi: subject', ['core: 1 created'], [['Champ-Environment', 'linyi'], ['Champ-Zones', 'core, public'], ['Empty', '']]);
  expect(message).toBe('linyi: subject\n\ncore: 1 created\n\nChamp-Environment: linyi\nChamp-Zones: core, public\n');
  expect([...trailersOf(message)]).toEqual([['Champ-Environment', 'linyi'], ['Champ-Zones', 'core, public']]);
});

it('words of the source cannot make a trailer', () => {
  const message = messageOf('x\n\nChamp-Rolled-Back: 1', [], [['Champ-Environment', 'a\nChamp-Rolled-Back: 1\u202e']]);
  expect([...trailersOf(message)]).toEqual([['Champ-Environment', 'a Champ-Rolled-Back: 1']]);
});

it.each(['subject', 'Key: value', 'subject\n\ntext: yes\nand more', ''])('%j has no trailers', (message) => {
  expect([...trailersOf(message)]).toEqual([]);
});

it.each([
  ['https://me:canary@host/x', 'https://***@host/x', 'https://host/x'], ['ssh://git:canary@host/x', 'ssh://***@host/x', 'ssh://git@host/x'],
  ['https://host/x', 'https://host/x', 'https://host/x'], ['git@host:x', 'git@host:x', 'git@host:x'], ['https://me:ca@nary@host/x', 'https://***@host/x', 'https://host/x'],
])('%s is shown without what is secret', (address, shown, written) => {
  expect([masked(`error: ${address}: no`), withoutCredentials(address)]).toEqual([`error: ${shown}: no`, written]);
});

it('an address of this machine is meant from where the command runs', () => {
  expect(absoluteAddress('test', process.cwd())).toBe(`${process.cwd()}/test`);
  for (const address of ['git@host:x', 'https://host/x', 'nothing/here', '']) expect(absoluteAddress(address)).toBe(address);
});

it.each([['{"drySha":"0123456789abcdef"}', '0123456789abcdef'], ['{"drySha":"$(x)"}', undefined], ['{"drySha":1}', undefined], ['[]', undefined], ['{', undefined]])('%s names %s', (content, sha) => {
  expect(drySha(content)).toBe(sha);
});
