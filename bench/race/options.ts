import { parseArgs } from 'node:util';
import { PEERS, type PeerId } from './peers/index.ts';

export interface RaceOptions {
  /** Services of each estate. */
  readonly sizes: readonly number[];
  /** Runs of each; default: 5 up to 1,000 services, 3 above. */
  readonly rounds?: number;
  readonly peers: readonly PeerId[];
  /** Peers make only objects of these kinds that belong to a service; champ always makes all. Default: everything. */
  readonly kinds?: readonly string[];
  /** Seconds after which a run is cut. */
  readonly limit: number;
  readonly json?: string;
  /** Keeps the folder with all inputs and outputs. */
  readonly keep: boolean;
  /** Only build the peers' programs. */
  readonly tools: boolean;
}

export const USAGE = `usage: npx projen bench -- [--sizes 500,1000,2000,4000] [--rounds N] [--peers ${PEERS.join(',')}] [--kinds Deployment,...]
       [--limit SECONDS] [--json FILE] [--keep]    (--tools builds the peers' programs and ends)`;

/** Throws an Error that says what is wrong with the arguments. */
export function readOptions(argv: readonly string[]): RaceOptions {
  const { values } = parseArgs({
    // projen hands the separator on
    args: argv.filter((each) => each !== '--'),
    options: {
      sizes: { type: 'string', default: '500,1000,2000,4000' }, rounds: { type: 'string' }, peers: { type: 'string', default: PEERS.join(',') },
      kinds: { type: 'string' }, limit: { type: 'string', default: '120' }, json: { type: 'string' }, keep: { type: 'boolean', default: false }, tools: { type: 'boolean', default: false },
    },
  });
  const whole = (name: string, text: string, most: number) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < 1 || value > most) throw new Error(`--${name}: ${JSON.stringify(text)} is no whole number from 1 to ${most}`);
    return value;
  };
  const peers = values.peers === 'none' ? [] : values.peers.split(',');
  for (const each of peers) if (!(PEERS as readonly string[]).includes(each)) throw new Error(`--peers: ${JSON.stringify(each)} is none of ${PEERS.join(', ')}, none`);
  return {
    sizes: [...new Set(values.sizes.split(',').map((each) => whole('sizes', each, 40_000)))].sort((a, b) => a - b),
    rounds: values.rounds === undefined ? undefined : whole('rounds', values.rounds, 100),
    peers: peers as readonly PeerId[], kinds: values.kinds?.split(','),
    limit: whole('limit', values.limit, 3600), json: values.json, keep: values.keep, tools: values.tools,
  };
}

/** Small estates are noisy and quick. */
export const roundsFor = (services: number, asked?: number): number => asked ?? (services <= 1000 ? 5 : 3);
