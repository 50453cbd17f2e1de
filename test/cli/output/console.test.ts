import { createConsole, usesColor } from '../../../cli/output/console.ts';
import { problem } from '../../../engine/problem/index.ts';

function opened(options: { readonly json?: boolean; readonly quiet?: boolean } = {}, isTTY = false, env: NodeJS.ProcessEnv = {}) {
  const text = { out: '', err: '' };
  const console_ = createConsole({ language: 'en', ...options }, {
    out: { write: (each) => { text.out += each; } },
    err: { isTTY, write: (each) => { text.err += each; } },
  }, env);
  return { console_, text };
}

it('shows progress on a terminal only, and wipes it before the next line', () => {
  const terminal = opened({}, true, { TERM: 'xterm' });
  terminal.console_.progress('rendering');
  terminal.console_.note('done');
  expect(terminal.text.err).toContain('rendering');
  expect(terminal.text.err).toMatch(/\r\x1b\[2Kdone\n$/);
  for (const { console_, text } of [opened(), opened({}, true, { TERM: 'dumb' }), opened({}, true, { CI: 'true' }), opened({ quiet: true }, true)]) {
    console_.progress('rendering');
    console_.done();
    expect(text).toEqual({ out: '', err: '' });
  }
});

it('says nothing but problems when it is quiet', () => {
  const { console_, text } = opened({ quiet: true });
  console_.note('a note');
  expect(text.err).toBe('');
  console_.problems([problem('CHAMP5001', 'here', { value: 'x' })]);
  expect(text.err).toContain('CHAMP5001 here');
});

it('keeps warnings off standard output, so that JSON stays one document', () => {
  const { console_, text } = opened({ json: true });
  console_.warn([problem('CHAMP5001', 'here', { value: 'x' })]);
  console_.document({ environments: [] });
  expect(JSON.parse(text.out)).toEqual({ version: 1, environments: [] });
});

it.each<[boolean, boolean | undefined, NodeJS.ProcessEnv, boolean]>([
  [true, undefined, {}, true],
  [false, undefined, {}, false],
  [true, false, { FORCE_COLOR: '1' }, false],
  [false, undefined, { FORCE_COLOR: '1' }, true],
  [true, undefined, { FORCE_COLOR: '0' }, false],
  [true, undefined, { NO_COLOR: '1' }, false],
  [true, undefined, { NO_COLOR: '' }, true],
  [true, undefined, { TERM: 'dumb' }, false],
  [true, undefined, { CI: 'true' }, false],
])('terminal %s, --color %s, %j: colours %s', (isTerminal, option, env, colours) => {
  expect(usesColor(isTerminal, option, env)).toBe(colours);
});
