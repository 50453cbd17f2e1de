import { Command, Option, type HelpConfiguration } from 'commander';
import type { Language, Text } from '../engine/problem/index.ts';
import { bootstrapCommand } from './commands/bootstrap.ts';
import { bundleCommand } from './commands/bundle.ts';
import { checkCommand } from './commands/check.ts';
import { completionCommand } from './commands/completion.ts';
import { configCommand } from './commands/config.ts';
import { diffCommand } from './commands/diff.ts';
import { explainCommand } from './commands/explain.ts';
import { historyCommand } from './commands/history.ts';
import { imagesCommand } from './commands/images.ts';
import { listCommand } from './commands/list.ts';
import { modelCommand } from './commands/model.ts';
import { newCommand } from './commands/new.ts';
import { prCommand } from './commands/pr.ts';
import { promoteCommand } from './commands/promote.ts';
import { publishCommand } from './commands/publish.ts';
import { reachCommand } from './commands/reach.ts';
import { releaseCommand } from './commands/release.ts';
import { rollbackCommand } from './commands/rollback.ts';
import { scaleCommand } from './commands/scale.ts';
import { statusCommand } from './commands/status.ts';
import { storeCommand } from './commands/store.ts';
import { synthCommand } from './commands/synth.ts';
import { unbundleCommand } from './commands/unbundle.ts';
import { waitCommand } from './commands/wait.ts';
import { PROCESS_STREAMS, type Streams } from './output/console.ts';
import { help, HEADINGS_ZH } from './output/help.ts';
import { LANGUAGES } from './output/language.ts';
import { width } from './output/table.ts';
import { words } from './output/words.ts';
import type { Run } from './run.ts';
import type { SynthCache } from './synth-cache.ts';

/** Options of every command; the parser takes them before and after its name. */
export interface GlobalOptions {
  readonly lang?: Language;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
  /** Folder of the environments; for tests and for trying things out. */
  readonly environments?: string;
}

/** What a command needs to declare itself. */
export interface Declare {
  /** A word of help in the language of this run. */
  readonly text: (text: Text) => string;
  readonly language: Language;
  readonly run: Run;
  /** The same program again: completion describes it. */
  readonly again: () => Command;
  /** Absent where nothing is kept between runs. */
  readonly cache?: SynthCache;
}

/** All commands, with help in `language`. Wrong usage is thrown as a CommanderError and not printed. */
export function createProgram(language: Language, run: Run, streams: Streams = PROCESS_STREAMS, cache?: SynthCache): Command {
  const text = (each: Text) => each[language];
  const { version } = require('../package.json') as { readonly version: string };
  const program = new Command('champ')
    .description(text(words.champ))
    .helpOption('-h, --help', text(words.help))
    .helpCommand('help [command]', text(words.helpCommand))
    .version(version, '-V, --version', text(words.version))
    .addOption(new Option('--lang <lang>', text(words.lang)).choices(LANGUAGES))
    .option('--json', text(words.json))
    .option('-q, --quiet', text(words.quiet))
    .option('--no-color', text(words.noColor))
    .addOption(new Option('--environments <dir>').hideHelp())
    .configureHelp({ showGlobalOptions: true, ...helpIn(language) })
    .configureOutput({ writeOut: (help_) => void streams.out.write(help_), writeErr: (help_) => void streams.err.write(help_), outputError: () => {} })
    .addHelpText('after', `\n${text(help.champ)}`)
    .addHelpText('afterAll', `\n${text(help.exitCodes)}`)
    .showSuggestionAfterError()
    .exitOverride();
  const declare: Declare = { text, language, run, again: () => createProgram(language, run), cache };
  for (const command of [synthCommand, checkCommand, reachCommand, listCommand, modelCommand, explainCommand, diffCommand, imagesCommand, publishCommand, rollbackCommand, historyCommand, bundleCommand, unbundleCommand, bootstrapCommand, statusCommand, waitCommand, releaseCommand, scaleCommand, newCommand, storeCommand, configCommand, promoteCommand, prCommand, completionCommand]) command(program, declare);
  return program;
}

/** The library writes help in English and counts a Chinese character as one column. */
function helpIn(language: Language): HelpConfiguration {
  const inChinese: HelpConfiguration = {
    styleTitle: (title) => HEADINGS_ZH[title] ?? title,
    optionDescription: ({ description, argChoices, defaultValue, required }) => {
      const more = [...(argChoices ? [`可选:${argChoices.join('、')}`] : []), ...(required && defaultValue !== undefined ? [`默认:${String(defaultValue)}`] : [])];
      return more.length > 0 ? `${description}(${more.join(';')})` : description;
    },
    argumentDescription: ({ description, argChoices }) => (argChoices ? `${description}(可选:${argChoices.join('、')})` : description),
  };
  // eslint-disable-next-line no-control-regex
  return { displayWidth: (text) => width(text.replace(/\x1b\[[\d;]*m/g, '')), ...(language === 'zh' ? inChinese : {}) };
}
