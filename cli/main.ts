import { CommanderError } from 'commander';
import { createConsole, PROCESS_STREAMS, type Console, type Streams } from './output/console.ts';
import { trees } from './lazy.ts';
import { languageArgument, languageOf, say } from './output/language.ts';
import { words } from './output/words.ts';
import { createProgram, type GlobalOptions } from './program.ts';
import { EXIT, type Run } from './run.ts';
import { settle } from './settle.ts';
import type { SynthCache } from './synth-cache.ts';
import { calledCommand, pathOf, usageProblem } from './usage.ts';

/** Runs one command line; returns the exit code. Never ends the process itself, so that what was written is also read. */
export async function main(argv: readonly string[], streams: Streams = PROCESS_STREAMS, cache?: SynthCache): Promise<number> {
  let exit: number = EXIT.ok;
  const language = languageOf(languageArgument(argv));
  const consoleOf = (): Console => createConsole({ ...program.opts<GlobalOptions>(), language }, streams);
  const run: Run = async (body, after) => {
    const { environments: folder } = program.opts<GlobalOptions>();
    exit = await settle(body, consoleOf(), { command: pathOf(calledCommand(program, argv)), folder, after });
  };
  const program = createProgram(language, run, streams, cache);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.ok;
    // without a command the help was shown already
    if (error.code !== 'commander.help') {
      const console_ = consoleOf();
      console_.problems([usageProblem(error, program, argv)]);
      console_.note(say(words.tryHelp, language, { command: pathOf(calledCommand(program, argv)) }));
    }
    return EXIT.usage;
  }
  return exit;
}

/** A reader that goes away, as in `champ list | head`, is no failure; a full disk behind the output is one. */
export function guardStreams(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      if (stream === process.stdout) process.stderr.write(`champ: ${error.message}\n`);
      process.exit(EXIT.failure);
    });
  }
}

/** What a thread beside the main one does; see synth/thread.js. */
export const prepareNext: typeof import('./synth/trees.ts').prepareNext = (...args) => trees().prepareNext(...args);
