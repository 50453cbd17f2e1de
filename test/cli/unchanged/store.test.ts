import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../fixtures/champ.ts';

const { keyOf } = require(join(ROOT, 'cli', 'unchanged', 'store.js')) as { keyOf(root: string, argv: readonly string[]): string };
const root = mkdtempSync(join(tmpdir(), 'champ-store-'));
for (const folder of ['node_modules', 'environments']) mkdirSync(join(root, folder));
afterAll(() => rmSync(root, { recursive: true }));

it.each(['version', 'platform', 'arch'] as const)('has another record for another %s of the runtime', (name) => {
  const before = keyOf(root, ['synth']);
  const real = Object.getOwnPropertyDescriptor(process, name)!;
  try {
    Object.defineProperty(process, name, { ...real, value: 'another' });
    expect(keyOf(root, ['synth'])).not.toBe(before);
  } finally {
    Object.defineProperty(process, name, real);
  }
  expect(keyOf(root, ['synth'])).toBe(before);
});

it('has another record for arguments that are cut elsewhere', () => {
  expect(keyOf(root, ['synth', '--out', 'a b'])).not.toBe(keyOf(root, ['synth', '--out', 'a', 'b']));
});
