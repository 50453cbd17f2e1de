/** `npx projen bench:cities`: a hundred cities of Linyi's size, rendered by one process and by many; time, memory and growth. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkoutOf } from './race/checkout.ts';
import { measure, type Run } from './race/measure.ts';
import { growthExponent, median } from './race/statistics.ts';

const USAGE = 'usage: npx projen bench:cities -- [--cities 10,25,50,100] [--rounds 3] [--json FILE] [--keep]';
/** Seconds after which a run is cut. */
const LIMIT = 900;

const say = (text: string) => process.stderr.write(`${text}\n`);
const nameOf = (index: number) => `c${String(index + 1).padStart(3, '0')}`;

/** A checkout with copies of Linyi beside it, each a folder as a team would have it. */
function cities(folder: string, count: number): string {
  const root = checkoutOf(folder);
  const from = join(__dirname, '..', 'environments', 'linyi');
  cpSync(from, join(root, 'environments', 'linyi'), { recursive: true });
  for (let index = 0; index < count; index++) {
    const to = join(root, 'environments', nameOf(index));
    mkdirSync(to);
    for (const file of ['releases.yaml', 'sizes.yaml', 'waivers.yaml', 'config']) cpSync(join(from, file), join(to, file), { recursive: true });
    writeFileSync(join(to, 'index.ts'), [
      'import { city } from \'../../apps/medical-insurance/index.ts\';', 'import linyi from \'../linyi/index.ts\';', '',
      `export default city({ ...linyi.props, name: '${nameOf(index)}' });`, '',
    ].join('\n'));
  }
  return root;
}

interface Way {
  readonly id: string;
  /** One run over the names, into an empty folder. */
  readonly run: (names: readonly string[], out: string) => Promise<Run>;
}

function ways(root: string, scratch: string): readonly Way[] {
  const synth = (names: readonly string[], out: string, ...more: readonly string[]) => measure({
    program: process.execPath, args: [join('cli', 'champ.js'), 'synth', '--no-cache', '--quiet', '--out', out, ...names.flatMap((name) => ['--env', name]), ...more], cwd: root,
  }, LIMIT, mkdtempSync(join(scratch, 'run-')));
  return [
    { id: 'one process, one thread', run: (names, out) => synth(names, out, '--threads', '1') },
    { id: 'one process, all cores', run: (names, out) => synth(names, out) },
    { id: 'a process for each city', run: (names, out) => many(names, (name) => synth([name], out)) },
  ];
}

/** As many at once as there are cores; the peak is that of those that run together. */
async function many(names: readonly string[], one: (name: string) => Promise<Run>): Promise<Run> {
  const started = process.hrtime.bigint();
  const left = [...names];
  const lanes = await Promise.all(Array.from({ length: availableParallelism() }, async () => {
    const runs: Run[] = [];
    for (let name = left.shift(); name !== undefined; name = left.shift()) runs.push(await one(name));
    return runs;
  }));
  const runs = lanes.flat();
  const sum = (of: (run: Run) => number | undefined) => runs.reduce((total, run) => total + (of(run) ?? 0), 0);
  return {
    seconds: Number(process.hrtime.bigint() - started) / 1e9, cpu: sum(({ cpu }) => cpu), peak: lanes.reduce((total, lane) => total + Math.max(0, ...lane.map(({ peak }) => peak ?? 0)), 0),
    isCut: runs.some(({ isCut }) => isCut), code: runs.find(({ code }) => code !== 0)?.code ?? 0, errors: runs.map(({ errors }) => errors).join(''),
  };
}

interface Row {
  readonly way: string;
  readonly cities: number;
  readonly runs: readonly Run[];
}

async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv.filter((each) => each !== '--'),
    options: { cities: { type: 'string', default: '10,25,50,100' }, rounds: { type: 'string', default: '3' }, json: { type: 'string' }, keep: { type: 'boolean', default: false } },
  });
  const counts = values.cities.split(',').map(Number);
  const rounds = Number(values.rounds);
  if (![...counts, rounds].every((each) => Number.isInteger(each) && each > 0 && each < 1000)) throw new Error(USAGE);
  const folder = mkdtempSync(join(tmpdir(), 'champ-cities-'));
  try {
    const root = cities(folder, Math.max(...counts));
    const racers = ways(root, folder);
    const rows = counts.flatMap((count) => racers.map(({ id }): Row & { readonly runs: Run[] } => ({ way: id, cities: count, runs: [] })));
    for (let round = 0; round <= rounds; round++) {
      // the first round makes the bundle and counts for nothing
      for (const row of round === 0 ? rows.slice(0, racers.length) : rows) {
        say(`round ${round} of ${rounds}: ${row.cities} cities, ${row.way}`);
        const out = join(folder, 'out');
        rmSync(out, { recursive: true, force: true });
        const run = await racers.find(({ id }) => id === row.way)!.run(Array.from({ length: row.cities }, (_, index) => nameOf(index)), out);
        if (run.code !== 0 || run.isCut) throw new Error(run.isCut ? `cut after ${LIMIT} s` : run.errors.slice(0, 2000));
        if (round > 0) row.runs.push(run);
      }
    }
    process.stdout.write(`${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}\n\n${table(rows)}\n`);
    if (values.json !== undefined) {
      mkdirSync(dirname(values.json), { recursive: true });
      writeFileSync(values.json, `${JSON.stringify({ date: new Date().toISOString(), rows }, undefined, 2)}\n`);
    }
    return 0;
  } finally {
    if (values.keep) say(`kept: ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

function table(rows: readonly Row[]): string {
  const fixed = (value: number) => value.toFixed(2);
  const lines = rows.map(({ way, cities: count, runs }) => {
    const seconds = runs.map((run) => run.seconds);
    return `| ${[way, count, fixed(median(seconds)), fixed(Math.min(...seconds)), fixed(Math.max(...seconds)), fixed(median(seconds) / count), Math.round(median(runs.map(({ peak }) => peak ?? NaN))), fixed(median(runs.map(({ cpu }) => cpu ?? NaN)))].join(' | ')} |`;
  });
  const growth = [...new Set(rows.map(({ way }) => way))].map((way) => {
    const exponent = growthExponent(rows.filter((row) => row.way === way).map(({ cities: size, runs }) => ({ size, seconds: median(runs.map(({ seconds }) => seconds)) })));
    return `| ${way} | ${exponent?.toFixed(2) ?? ''} |`;
  });
  return ['| way | cities | median s | min | max | s a city | peak MB | CPU s |', '|---|---:|---:|---:|---:|---:|---:|---:|', ...lines, '', '| way | growth exponent |', '|---|---:|', ...growth].join('\n');
}

main(process.argv.slice(2)).then((code) => { process.exitCode = code; }, (error: unknown) => {
  say((error as Error).message);
  process.exitCode = 3;
});
