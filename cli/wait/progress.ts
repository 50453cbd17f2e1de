import { sentence, type Landing } from '../../engine/argocd/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { waitWords } from './words.ts';

const WIDTH = 24;

export type Landings = ReadonlyMap<string, Landing>;

export const landedIn = (landings: Landings): number => [...landings.values()].filter(({ state }) => state === 'landed').length;

/** Tells what goes on: a bar that is redrawn on a terminal, elsewhere a line for each change; what is held or failed always has its line. */
export class Progress {
  private readonly console_: Console;
  private readonly isTerminal: boolean;
  private readonly zones = new Map<string, Landings>();
  private readonly told = new Map<string, string>();

  constructor(console_: Console, isTerminal: boolean = process.stderr.isTTY === true && process.env['TERM'] !== 'dumb' && !process.env['CI']) {
    this.console_ = console_;
    this.isTerminal = isTerminal;
  }

  update(zone: string, landings: Landings): void {
    this.zones.set(zone, landings);
    const { language } = this.console_;
    for (const [name, { state, causes }] of landings) {
      const cause = causes[0];
      const key = `${state} ${cause?.kind ?? ''}`;
      const id = `${zone} ${name}`;
      if (this.told.get(id) === key) continue;
      this.told.set(id, key);
      if (this.isTerminal && state !== 'held' && state !== 'failed') continue;
      this.console_.note(say(waitWords.line, language, { zone, name, state: say(waitWords[state], language), cause: cause ? ` - ${sentence(cause, language)}` : '' }));
    }
    if (this.isTerminal) this.console_.progress(this.bar());
  }

  get done(): number {
    return [...this.zones.values()].reduce((sum, each) => sum + landedIn(each), 0);
  }

  get total(): number {
    return [...this.zones.values()].reduce((sum, each) => sum + each.size, 0);
  }

  private bar(): string {
    const share = this.total === 0 ? 0 : this.done / this.total;
    const full = Math.floor(share * WIDTH);
    const waiting = [...this.zones.values()].flatMap((each) => [...each].filter(([, { state }]) => state !== 'landed').map(([name]) => name));
    const shown = waiting.slice(0, 3).join(', ') + (waiting.length > 3 ? ' ...' : '');
    return say(waitWords.progress, this.console_.language, {
      bar: '#'.repeat(full) + '-'.repeat(WIDTH - full), done: this.done, total: this.total,
      zones: [...this.zones].map(([zone, each]) => `${zone} ${landedIn(each)}/${each.size}`).join(', '), waiting: shown,
    });
  }
}
