import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { champ, ROOT, type Ended } from '../../fixtures/champ.ts';

const work = mkdtempSync(join(tmpdir(), 'champ-shipped-'));
const out = join(work, 'dist');
afterAll(() => rmSync(work, { recursive: true }));

/** Writes down every file of the project that the process opens, and whether the program was loaded. */
const TRACE = `
  const fs = require('node:fs');
  const opened = new Set();
  for (const name of ['readFileSync', 'openSync']) {
    const real = fs[name];
    fs[name] = function (path, ...rest) { opened.add(String(path)); return real.call(this, path, ...rest); };
  }
  process.on('exit', () => fs.writeFileSync(${JSON.stringify(join(work, 'opened.json'))}, JSON.stringify([...opened])));
`;

async function traced(...more: readonly string[]): Promise<{ readonly ended: Ended; readonly opened: readonly string[] }> {
  writeFileSync(join(work, 'trace.cjs'), TRACE);
  const ended = await champ(['synth', '--env', 'dev', '--out', out, ...more], { NODE_OPTIONS: `-r ${join(work, 'trace.cjs')}` });
  const opened = (JSON.parse(readFileSync(join(work, 'opened.json'), 'utf8')) as readonly string[]).filter((path) => path.startsWith(ROOT));
  return { ended, opened };
}

const cache = join(ROOT, 'node_modules', '.cache');
interface Snapshot { readonly folder: string; readonly files: string }
const records = () => readdirSync(join(cache, 'champ-synth')).map((name) => JSON.parse(readFileSync(join(cache, 'champ-synth', name)).subarray(64).toString()) as { readonly inputs: readonly Snapshot[]; readonly outputs: readonly Snapshot[] });

it('knows of every file that a run reads', async () => {
  const { ended, opened } = await traced();
  expect(ended.code).toBe(0);
  const record = records().find(({ outputs }) => outputs[0]!.folder.startsWith(out));
  const known = new Set(record!.inputs.flatMap(({ folder, files }) => files.split('\n').map((file) => join(folder, file))));
  const read = opened.filter((path) => !path.startsWith(cache));
  expect(read).toContain(join(ROOT, 'environments', 'dev', 'releases.yaml'));
  expect(read.filter((path) => !known.has(path))).toEqual([]);
});

it('loads no program when nothing changed', async () => {
  await traced();
  const { ended, opened } = await traced();
  expect(ended).toMatchObject({ code: 0, out: '', err: expect.stringMatching(/0 written, 0 removed, \d+ unchanged\ntook/) });
  expect(opened.filter((path) => path.endsWith('program.js') || path.endsWith('.ts'))).toEqual([]);
});

it.each([[[]], [['--json', '--lang', 'zh']], [['--quiet']]])('says %j what a run without a cache says', async (options) => {
  const run = async (...more: readonly string[]) => {
    const { code, out: data, err } = await champ(['synth', '--env', 'dev', '--out', out, ...options, ...more]);
    return { code, data, err: err.replace(/\d+\.\d\d/, 'N') };
  };
  const whole = await run('--no-cache');
  for (let round = 0; round < 3; round++) expect(await run()).toEqual(whole);
});
