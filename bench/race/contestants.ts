import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandLine } from './measure.ts';
import { ENVIRONMENT } from './rows.ts';

/** Who runs, in every round. */
export interface Contestant {
  readonly id: string;
  readonly command: CommandLine;
  readonly out: string;
  /** The output folder is left as it is before a run, and not emptied. */
  readonly keepsOutput?: boolean;
  /** Changes the input before a run, outside the time. */
  before?(round: number): void;
}

/** The shipped command: cold, with one service changed, and with nothing changed. */
export function champContestants(checkout: string, outputs: string): readonly Contestant[] {
  const command = (out: string, ...more: string[]): CommandLine => ({ program: process.execPath, args: [join('cli', 'champ.js'), 'synth', '--out', out, ...more], cwd: checkout });
  const [cold, warm] = [join(outputs, 'champ'), join(outputs, 'champ-again')];
  return [
    { id: 'champ', out: cold, command: command(cold, '--no-cache') },
    { id: 'champ, one service changed', out: warm, keepsOutput: true, command: command(warm), before: (round) => changeOne(checkout, round) },
    { id: 'champ, nothing changed', out: warm, keepsOutput: true, command: command(warm) },
  ];
}

/** Another tag for the first service, another one in every round. */
function changeOne(checkout: string, round: number): void {
  const file = join(checkout, 'environments', ENVIRONMENT, 'releases.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/tag: "[^"]*"/, `tag: "V1.2.3-${round}"`));
}
