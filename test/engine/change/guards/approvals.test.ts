import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GUARD_IDS, parseApprovals, readApprovals } from '../../../../engine/change/guards/index.ts';
import { Problems } from '../../../../engine/problem/index.ts';

const row = (more: Readonly<Record<string, string>> = {}): string => `- { ${Object.entries({ id: 'A-001', guard: 'CHG-02', target: "'StatefulSet/core-mw-mq/mq'", reason: 'agreed', by: 'somebody', ticket: 'T-1', expires: "'2030-01-31'", ...more }).map(([key, value]) => `${key}: ${value}`).join(', ')} }\n`;

function read(text: string) {
  const problems = new Problems();
  const approvals = parseApprovals(text, 'environments/linyi/approvals.yaml', 'linyi', problems);
  return { approvals, problems: problems.all().map(({ code, where, args }): Readonly<Record<string, string>> => ({ code, where, ...args })) };
}

describe('approvals', () => {
  it('are read with their place', () => {
    expect(read(`# why\n${row()}`)).toEqual({
      approvals: [{ environment: 'linyi', id: 'A-001', guard: 'CHG-02', target: 'StatefulSet/core-mw-mq/mq', reason: 'agreed', by: 'somebody', ticket: 'T-1', expires: '2030-01-31', where: 'environments/linyi/approvals.yaml:2:3' }],
      problems: [],
    });
  });

  it.each(['', '\n', '# nothing yet\n\n  # really\n', '[]\n'])('may be none: %j', (text) => {
    expect(read(text)).toEqual({ approvals: [], problems: [] });
  });

  it.each<[string, Readonly<Record<string, string>>, string, object]>([
    ['an unknown guard, with the nearest', { guard: 'CHG-2' }, 'CHAMP9100', { value: 'CHG-2', near: 'CHG-02' }],
    ['a guard that takes none', { guard: 'CHG-10' }, 'CHAMP9101', { value: 'CHG-10' }],
    ['a wildcard', { target: "'StatefulSet/core-mw-mq/*'" }, 'CHAMP1125', {}],
    ['two names in one', { target: "'a b'" }, 'CHAMP1125', {}],
    ['no day', { expires: 'soon' }, 'CHAMP1125', { value: 'soon' }],
    ['a day that is none', { expires: "'2030-02-30'" }, 'CHAMP1125', {}],
    ['no reason', { reason: "''" }, 'CHAMP1125', {}],
    ['a key of its own', { until: 'later' }, 'CHAMP1120', { value: 'until' }],
    ['no person', { by: '[a]' }, 'CHAMP1122', {}],
  ])('are refused for %s, at its place', (_, more, code, args) => {
    const { approvals, problems } = read(row(more));
    expect(problems).toMatchObject([{ code, where: expect.stringMatching(/^environments\/linyi\/approvals\.yaml:1:\d+$/), ...args }]);
    expect(approvals.filter(({ guard }) => guard === 'CHG-10' || !GUARD_IDS.includes(guard))).toEqual([]);
  });

  it('are refused for what is missing, and for an id or a target that is there already', () => {
    expect(read('- { id: A-1, guard: CHG-02 }\n').problems.map(({ code, value }) => `${code} ${value}`).sort()).toEqual(['target', 'reason', 'by', 'ticket', 'expires'].map((key) => `CHAMP1121 ${key}`).sort());
    expect(read(row() + row({ target: 'other' })).problems).toMatchObject([{ code: 'CHAMP9102', where: 'environments/linyi/approvals.yaml:2:9', first: 'environments/linyi/approvals.yaml:1:9' }]);
    expect(read(row() + row({ id: 'A-2' })).problems).toMatchObject([{ code: 'CHAMP9103', guard: 'CHG-02', first: 'environments/linyi/approvals.yaml:1:3' }]);
  });

  it.each(['just words\n', 'a: 1\n', '- 1\n', '- [\n', '--- \n- a\n---\n- b\n', '- &a { id: *a }\n'])('are a problem and no crash as %j', (text) => {
    const { approvals, problems } = read(text);
    expect(approvals).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
  });

  it('are none where there is no file, which is told', () => {
    const folder = mkdtempSync(join(tmpdir(), 'champ-approvals-'));
    try {
      const problems = new Problems();
      expect(readApprovals(join(folder, 'approvals.yaml'), 'approvals.yaml', 'linyi', problems)).toEqual([]);
      expect(problems.all()).toMatchObject([{ code: 'CHAMP1101' }]);
      writeFileSync(join(folder, 'approvals.yaml'), row());
      expect(readApprovals(join(folder, 'approvals.yaml'), 'approvals.yaml', 'linyi', new Problems())).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
