import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../fixtures/champ.ts';
import { FILES } from './files.ts';

it.each([...FILES.keys()])('%s is what `npx projen` writes', (path) => {
  expect(readFileSync(join(ROOT, path), 'utf8')).toBe(FILES.get(path));
});

it('has Linux line ends and ends with one', () => {
  for (const text of FILES.values()) expect(text).toMatch(/^[^\r]*[^\n]\n$/);
});
