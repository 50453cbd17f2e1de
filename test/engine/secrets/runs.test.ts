import { nextRun } from '../../../engine/secrets/runs.ts';

const all = (text: string) => {
  const found: string[] = [];
  for (let run = nextRun(text, 0); run; run = nextRun(text, run.end)) found.push(text.slice(run.start, run.end));
  return found;
};

it('finds what is twenty characters or longer, with its padding', () => {
  const run = 'Ab0+/_-'.repeat(4);
  expect(all(`x ${run}==, ${'a'.repeat(19)} ${run}=x`)).toEqual([`${run}==`, `${run}=`]);
  expect(all('')).toEqual([]);
});

it.each([4095, 4096, 4097, 8192, 8193, 12_288, 100_000])('finds a run of %d as one, whatever follows', (length) => {
  const run = 'aB3-'.repeat(length).slice(0, length);
  const next = 'c'.repeat(20);
  for (const [end, gap] of [['', '.'], ['=', '.'], ['==', ''], ['==', '='], ['==', '.']]) expect(all(`.${run}${end}${gap}${next}.`)).toEqual([`${run}${end}`, next]);
});
