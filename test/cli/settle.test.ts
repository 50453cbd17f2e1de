import { createConsole } from '../../cli/output/console.ts';
import { settle } from '../../cli/settle.ts';

async function ended(body: () => never) {
  const text = { out: '', err: '' };
  const console_ = createConsole({ language: 'en', json: true, quiet: true }, { out: { write: (each) => { text.out += each; } }, err: { write: (each) => { text.err += each; } } }, {});
  const code = await settle(body, console_, { command: 'champ synth' });
  return { code, err: text.err, problems: JSON.parse(text.out).problems };
}

it('calls a defect a defect: exit 3, its stack, and JSON all the same', async () => {
  const { code, err, problems } = await ended(() => { throw new TypeError('x is not a function'); });
  expect(code).toBe(3);
  expect(problems).toMatchObject([{ code: 'CHAMP5090', where: 'champ synth', args: { value: 'x is not a function' } }]);
  expect(err).toContain('settle.test.ts');
});

it('gives what the system refuses without a stack', async () => {
  const { readFileSync } = await import('node:fs');
  const { code, err, problems } = await ended(() => { throw readFileSync('/no/such/file'); });
  expect(code).toBe(3);
  expect(problems).toMatchObject([{ code: 'CHAMP5091', args: { value: expect.stringContaining('/no/such/file') } }]);
  expect(err).not.toMatch(/^\s+at /m);
});
