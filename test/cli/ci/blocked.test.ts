import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../fixtures/champ.ts';

const folder = mkdtempSync(join(tmpdir(), 'champ-blocked-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const guard = { guard: 'CHG-02', target: 'StatefulSet/core-mw-mq/mq', environment: 'linyi', state: 'blocked', en: 'deletes state', zh: '删除有状态对象' };

it.each([
  ['lets a report of low risk pass', { risk: 'low', guards: [] }, 0, /^$/],
  ['lets what is approved pass', { risk: 'high', guards: [{ ...guard, state: 'approved' }] }, 0, /^$/],
  ['stops what is blocked and names the guard', { risk: 'blocked', guards: [guard, { ...guard, guard: 'CHG-09', state: 'approved' }] }, 1, /^CHG-02 linyi StatefulSet\/core-mw-mq\/mq: deletes state \/ 删除有状态对象\nblocked: [^\n]+\n$/],
  ['fails without a report', undefined, 1, /no report/],
] as const)('%s', (_, report, code, said) => {
  const file = join(folder, `${code}-${String(said.source.length)}.json`);
  if (report) writeFileSync(file, JSON.stringify(report));
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'cli', 'ci', 'blocked.js'), file], { encoding: 'utf8' });
  expect(status).toBe(code);
  expect(stderr).toMatch(said);
});
