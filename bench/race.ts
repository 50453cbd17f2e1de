/** `npx projen bench`: races the shipped command against its peers on the same estates. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { TIME, TIME_INSTALL } from './race/measure.ts';
import { readOptions, USAGE, type RaceOptions } from './race/options.ts';
import { PEER_ROWS, type PeerId } from './race/peers/index.ts';
import { race, RaceError } from './race/race.ts';
import { figuresOf, growthOf, memoryGrowthOf, tableOf, type Result } from './race/table.ts';
import { buildTools, findTool, installCommand, type ToolId } from './race/tools.ts';

const say = (text: string) => process.stderr.write(`${text}\n`);

interface Found {
  readonly programs: Partial<Record<PeerId, string>>;
  readonly versions: Partial<Record<PeerId, string>>;
  readonly missing: readonly string[];
}

function findPeers(peers: readonly PeerId[]): Found {
  const found = { programs: {} as Partial<Record<PeerId, string>>, versions: {} as Partial<Record<PeerId, string>>, missing: [] as string[] };
  for (const id of peers) {
    // the library that the project has anyway
    const tool = id === 'cdk8s' ? { path: process.execPath, version: versionOf('cdk8s') } : findTool(id satisfies ToolId);
    if (tool) {
      found.programs[id] = tool.path;
      found.versions[id] = tool.version;
    } else found.missing.push(`${id} is not here and is left out; install it: ${installCommand(id as ToolId)}`);
  }
  return found;
}

const versionOf = (name: string): string => (JSON.parse(readFileSync(join(__dirname, '..', 'node_modules', name, 'package.json'), 'utf8')) as { readonly version: string }).version;

const machine = (): string => `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()} ${arch()}, Node ${process.version}`;

function document(options: RaceOptions, versions: Found['versions'], missing: readonly string[], results: readonly Result[]): object {
  const tools = [...new Set(results.map(({ tool }) => tool))];
  return {
    date: new Date().toISOString(), machine: machine(), kinds: options.kinds ?? 'all', limit: options.limit, versions, missing,
    inputs: Object.fromEntries((Object.keys(versions) as PeerId[]).map((id) => [id, PEER_ROWS[id].input])),
    growth: Object.fromEntries(tools.map((tool) => [tool, { exponent: growthOf(results, tool), kilobytesAnObject: memoryGrowthOf(results, tool) }])),
    results: results.map((each) => ({ ...each, figures: figuresOf(each) })),
  };
}

async function main(argv: readonly string[]): Promise<number> {
  let options: RaceOptions;
  try {
    options = readOptions(argv);
  } catch (error) {
    say(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  if (options.tools) {
    await buildTools(say);
    return 0;
  }
  const { programs, versions, missing } = findPeers(options.peers);
  missing.forEach(say);
  if (!existsSync(TIME)) say(`peak memory is not measured: ${TIME} is missing; install it: ${TIME_INSTALL}`);
  const results = await race({ ...options, programs, say });
  const kinds = options.kinds ? `peers make ${options.kinds.join(', ')} of the services only; champ makes and checks all its objects in its time` : 'all make the same objects, proved before the race';
  process.stdout.write(`${machine()}, ${new Date().toISOString().slice(0, 10)}\n${Object.entries(versions).map((each) => each.join(' ')).join(', ')}\n${kinds}\n\n${tableOf(results)}\n`);
  if (options.json !== undefined) {
    mkdirSync(dirname(options.json), { recursive: true });
    writeFileSync(options.json, `${JSON.stringify(document(options, versions, missing, results), undefined, 2)}\n`);
  }
  return 0;
}

main(process.argv.slice(2)).then((code) => { process.exitCode = code; }, (error: unknown) => {
  say(error instanceof RaceError ? error.message : String((error as Error).stack));
  process.exitCode = 3;
});
