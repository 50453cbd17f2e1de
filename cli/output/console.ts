import pico from 'picocolors';
import type { Language, Problem } from '../../engine/problem/index.ts';
import { problemsAsJson, report } from './report.ts';

/** Where a command writes: data on stdout, everything for people on stderr; colours and redrawn lines on a terminal alone. */
export interface Console {
  readonly language: Language;
  readonly json: boolean;
  /** The same console, writing elsewhere. */
  to(streams: Streams): Console;
  data(text: string): void;
  /** Versioned JSON, the only thing on stdout under `--json`. */
  document(content: Readonly<Record<string, unknown>>): void;
  /** A line for people. */
  note(text: string): void;
  /** A line that `--quiet` does not silence. */
  alert(text: string): void;
  /** Says what is going on: redrawn on a terminal, left out elsewhere. */
  progress(text: string): void;
  /** Ends the redrawn line. */
  done(): void;
  /** For people; stdout is not touched. */
  warn(found: readonly Problem[]): void;
  /** The end of a command that found problems: for people, and as the document under `--json`. */
  problems(found: readonly Problem[]): void;
}

export interface ConsoleOptions {
  readonly language: Language;
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** False for `--no-color`. */
  readonly color?: boolean;
}

export interface Streams {
  readonly out: { write(text: string): unknown };
  readonly err: { write(text: string): unknown; readonly isTTY?: boolean };
}

export const PROCESS_STREAMS: Streams = { out: process.stdout, err: process.stderr };

/** `--no-color`, then FORCE_COLOR, then NO_COLOR, then whether it is a terminal that can: the order of Node itself. */
export function usesColor(isTerminal: boolean, option: boolean | undefined, env: NodeJS.ProcessEnv): boolean {
  if (option === false) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb' && !env['CI'];
}

export function createConsole(options: ConsoleOptions, streams: Streams = PROCESS_STREAMS, env: NodeJS.ProcessEnv = process.env): Console {
  const { language, json = false, quiet = false } = options;
  const { out, err } = streams;
  const redraws = err.isTTY === true && env['TERM'] !== 'dumb' && !env['CI'];
  const colours = pico.createColors(usesColor(err.isTTY === true, options.color, env));
  let open = false;
  const done = () => {
    if (open) err.write('\r\x1b[2K');
    open = false;
  };
  const alert = (text: string) => {
    done();
    err.write(`${text}\n`);
  };
  const data = (text: string) => void out.write(text.endsWith('\n') ? text : `${text}\n`);
  const document = (content: Readonly<Record<string, unknown>>) => data(JSON.stringify({ version: 1, ...content }, null, 2));
  const warn = (found: readonly Problem[]) => alert(report(found, language, colours));
  return {
    language, json, data, document, alert, done, warn,
    to: (other) => createConsole(options, other, env),
    note: (text) => (quiet ? undefined : alert(text)),
    progress(text) {
      if (!redraws || quiet) return;
      err.write(`\r\x1b[2K${colours.dim(text)}`);
      open = true;
    },
    problems(found) {
      warn(found);
      if (json) document({ problems: problemsAsJson(found) });
    },
  };
}
