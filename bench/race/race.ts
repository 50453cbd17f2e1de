import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLedger } from '../../engine/emit/index.ts';
import { checkout } from './checkout.ts';
import { champContestants, type Contestant } from './contestants.ts';
import { difference, objectSet, type ObjectSet } from './equal.ts';
import { factor, ofServices, type Clusters } from './factor.ts';
import { measure, type Run } from './measure.ts';
import { roundsFor, type RaceOptions } from './options.ts';
import { PEER_ROWS, type PeerId } from './peers/index.ts';
import { readManifests } from './read.ts';
import { ENVIRONMENT } from './rows.ts';
import type { Result } from './table.ts';

/** Something that makes the whole race worthless: a command that fails, or objects that differ. */
export class RaceError extends Error {}

export interface Racing extends Pick<RaceOptions, 'sizes' | 'rounds' | 'kinds' | 'limit' | 'keep'> {
  /** Programs of the peers that are there. */
  readonly programs: Readonly<Partial<Record<PeerId, string>>>;
  say(text: string): void;
}

/** All sizes, from the smallest; who is cut at one is not started at the next. */
export async function race(racing: Racing): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const services of racing.sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'champ-race-'));
    try {
      const cut = new Set(results.filter(({ runs }) => runs.length === 0).map(({ tool }) => tool));
      results.push(...await raceOne(racing, services, folder, cut));
    } finally {
      if (racing.keep) racing.say(`kept: ${folder}`);
      else rmSync(folder, { recursive: true, force: true });
    }
  }
  return results;
}

async function raceOne(racing: Racing, services: number, folder: string, cut: ReadonlySet<string>): Promise<readonly Result[]> {
  const { say, limit } = racing;
  const outputs = join(folder, 'out');
  const champ = champContestants(checkout(folder, services), outputs);
  const [cold, ...again] = champ;
  say(`${services} services: champ renders them, the peers show that they make the same`);
  const first = await runOnce(cold!, limit, folder);
  if (first.isCut) return [{ tool: cold!.id, services, objects: 0, runs: [], cutAt: limit }];
  const objects = countOf(cold!.out);
  const results: Result[] = [];
  const racers: Contestant[] = [cold!];
  const hasPeers = Object.keys(racing.programs).length > 0;
  // alone, champ may make more than can be read back here
  const all = hasPeers ? clustersOf(cold!.out) : {};
  const wanted = racing.kinds ? ofServices(all, racing.kinds) : all;
  const expected = objectSet(Object.values(wanted).flat());
  const peers = hasPeers ? peersOf(racing, wanted, folder, outputs) : [];
  for (const peer of peers) {
    const skipped = { tool: peer.id, services, objects: expected.objects.size, runs: [], cutAt: limit };
    if (cut.has(peer.id)) results.push({ ...skipped, isSkipped: true });
    else if (await isEqual(peer, expected, racing, folder)) racers.push(peer);
    else results.push(skipped);
  }
  // their first run fills what the next ones go by
  for (const each of again) await runOnce({ ...each, before: undefined }, limit, folder);
  const runs = await rounds([...racers, ...again], racing, services, folder);
  const ran = [...runs].map(([tool, list]): Result => ({
    tool, services, objects: tool.startsWith('champ') ? objects : expected.objects.size, runs: list, ...(list.length === 0 ? { cutAt: limit } : {}),
  }));
  const order = [...champ.map(({ id }) => id), ...peers.map(({ id }) => id)];
  return [...ran, ...results].sort((a, b) => order.indexOf(a.tool) - order.indexOf(b.tool));
}

/** Objects that champ wrote, by its ledger. */
const countOf = (out: string): number => readLedger(join(out, ENVIRONMENT))!.objects.length;

/** Objects that champ wrote, by zone: each is a cluster of its own. */
function clustersOf(out: string): Clusters {
  const root = join(out, ENVIRONMENT);
  const zones = readdirSync(root, { withFileTypes: true }).filter((each) => each.isDirectory()).map(({ name }) => name).sort();
  return Object.fromEntries(zones.map((zone) => [zone, readManifests(join(root, zone))]));
}

function peersOf({ programs }: Racing, clusters: Clusters, folder: string, outputs: string): readonly Contestant[] {
  const material = { clusters, model: factor(clusters) };
  return (Object.entries(programs) as [PeerId, string][]).map(([id, program]) => {
    const input = join(folder, id);
    mkdirSync(input, { recursive: true });
    const out = join(outputs, id);
    return { id, out, command: PEER_ROWS[id].prepare(material, input, out, program) };
  });
}

/** Whether a peer makes the same objects; false where it was cut. Throws a RaceError that shows the first difference. */
async function isEqual(peer: Contestant, expected: ObjectSet, { say, limit }: Racing, scratch: string): Promise<boolean> {
  const run = await runOnce(peer, limit, scratch);
  if (run.isCut) {
    say(`  ${peer.id}: cut at ${limit} s`);
    return false;
  }
  const found = difference(expected, objectSet(readManifests(peer.out)));
  if (found !== undefined) throw new RaceError(`${peer.id} does not make the same objects: ${found}`);
  say(`  ${peer.id}: the same ${expected.objects.size} objects (first run ${run.seconds.toFixed(2)} s)`);
  return true;
}

/** Rounds of A B C A B C, so that the machine's moods meet all. */
async function rounds(racers: readonly Contestant[], { say, limit, ...racing }: Racing, services: number, scratch: string): Promise<ReadonlyMap<string, readonly Run[]>> {
  const runs = new Map<string, readonly Run[]>(racers.map(({ id }) => [id, []]));
  const count = roundsFor(services, racing.rounds);
  for (let round = 1; round <= count; round++) {
    say(`  round ${round} of ${count}`);
    for (const racer of racers) {
      const run = await runOnce(racer, limit, scratch, round);
      if (!run.isCut) runs.set(racer.id, [...runs.get(racer.id)!, run]);
    }
  }
  return runs;
}

/** One run into an empty folder. Throws a RaceError where the command fails. */
async function runOnce(racer: Contestant, limit: number, scratch: string, round = 0): Promise<Run> {
  if (!racer.keepsOutput) rmSync(racer.out, { recursive: true, force: true });
  mkdirSync(racer.out, { recursive: true });
  racer.before?.(round);
  // what the one before has written is not paid by the next
  spawnSync('sync');
  const run = await measure(racer.command, limit, scratch);
  if (!run.isCut && run.code !== 0) throw new RaceError(`${racer.id} failed with ${run.code}:\n${run.errors.split('\n').slice(0, 20).join('\n')}`);
  return run;
}
