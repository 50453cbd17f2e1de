import { figuresOf, growthOf, memoryGrowthOf, tableOf, type Result } from '../../../bench/race/table.ts';

const result = (tool: string, services: number, ...seconds: readonly number[]): Result => ({ tool, services, objects: services * 10, runs: seconds.map((each, index) => ({ seconds: each, peak: 100 + index, cpu: each * 1.5 })) });
const cells = (text: string, ...words: readonly string[]) => text.split('\n').map((line) => line.split('|').map((cell) => cell.trim())).find((row) => words.every((word) => row.includes(word)))!;

it('shows median, least and most, the ratios and the highest memory', () => {
  const table = tableOf([result('champ', 500, 2, 1, 3), result('helm', 500, 4, 4, 4)]);
  expect(cells(table, 'champ', '500')).toEqual(['', '500', '5000', 'champ', '2.00', '1.00', '3.00', '1.00', '0.50', '102', '3.00', '3', '']);
  expect(cells(table, 'helm', '500').slice(7, 9)).toEqual(['2.00', '1.00']);
});

it('compares only within one size', () => {
  const table = tableOf([result('champ', 500, 1), result('champ', 1000, 2), result('helm', 1000, 4)]);
  expect(cells(table, 'helm', '1000')[7]).toBe('2.00');
  expect(cells(table, 'champ', '500')[8]).toBe('');
});

it('says that a tool was cut, or not started after it was cut before, and gives it no figures', () => {
  const cut: Result = { tool: 'kustomize', services: 500, objects: 5000, runs: [], cutAt: 120 };
  const table = tableOf([result('champ', 500, 1), cut, { ...cut, services: 1000, isSkipped: true }]);
  expect(cells(table, 'kustomize', '500')).toEqual(expect.arrayContaining(['over 120', '0']));
  expect(cells(table, 'kustomize', '1000')).toContain('not run');
  expect(figuresOf(cut)).toBeUndefined();
});

it('has growth of the sizes that a tool finished', () => {
  const results = [result('champ', 500, 1), result('champ', 1000, 2), result('champ', 2000, 4), result('cdk8s', 500, 1), result('cdk8s', 1000, 4), { ...result('cdk8s', 2000), cutAt: 120 }];
  expect(growthOf(results, 'champ')).toBeCloseTo(1, 6);
  expect(growthOf(results, 'cdk8s')).toBeCloseTo(2, 6);
  expect(cells(tableOf(results), 'cdk8s', '2.00')).toBeDefined();
  expect(growthOf(results, 'helm')).toBeUndefined();
});

it('has the memory that each further object takes', () => {
  const at = (services: number, peak: number): Result => ({ tool: 'champ', services, objects: services * 10, runs: [{ seconds: 1, peak }] });
  expect(memoryGrowthOf([at(500, 100), at(1000, 150)], 'champ')).toBeCloseTo(50 * 1024 / 5000, 6);
  expect(memoryGrowthOf([result('helm', 500, 1)], 'helm')).toBeUndefined();
});

it('leaves memory out where it was not measured', () => {
  expect(figuresOf({ tool: 'champ', services: 1, objects: 1, runs: [{ seconds: 1 }] })).toEqual({ median: 1, min: 1, max: 1 });
});
