import type { Command, CommanderError } from 'commander';
import { nearest, problem, type Code, type Problem } from '../engine/problem/index.ts';

/** Codes of the parser's library, and ours; its message holds the words in quotes. */
const CODES: Readonly<Record<string, Code>> = {
  'commander.unknownCommand': 'CHAMP5020',
  'commander.unknownOption': 'CHAMP5021',
  'commander.missingArgument': 'CHAMP5022',
  'commander.optionMissingArgument': 'CHAMP5023',
  'commander.invalidArgument': 'CHAMP5024',
  'commander.excessArguments': 'CHAMP5025',
  'commander.missingMandatoryOptionValue': 'CHAMP5026',
  'commander.conflictingOption': 'CHAMP5028',
};

/** The command that the arguments name, as far as there is one: `champ images lock`. */
export function calledCommand(program: Command, argv: readonly string[]): Command {
  return argv.filter((each) => !each.startsWith('-')).reduce<Command>((command, name) => command.commands.find((each) => each.name() === name) ?? command, program);
}

export const pathOf = (command: Command): string => (command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name());

/** What the parser found wrong, as a problem with a code, so that it has both languages and a form under `--json`. */
export function usageProblem(error: CommanderError, program: Command, argv: readonly string[]): Problem {
  const command = calledCommand(program, argv);
  const where = pathOf(command);
  const message = error.message.replace(/^error: /, '');
  const [quoted = message, second] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1]!);
  // what an option's own reader asks for stands at the end as it is
  const allowed = (/Allowed choices are (.*)\.$/m.exec(message) ?? / is invalid\. (.+)$/m.exec(message))?.[1];
  const near = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1];
  const code = CODES[error.code] ?? 'CHAMP5029';
  if (code === 'CHAMP5024') {
    const isOption = message.startsWith('option ');
    return problem(code, where, { value: isOption ? second : quoted, name: isOption ? quoted : second, allowed });
  }
  if (code === 'CHAMP5025') {
    const extra = command.args[command.registeredArguments.length] ?? '';
    const subcommands = command.commands.map((each) => each.name());
    return problem(code, where, { value: extra, near: nearest(extra, subcommands) });
  }
  if (code === 'CHAMP5028') return problem(code, where, { value: quoted, name: second });
  return problem(code, where, { value: code === 'CHAMP5029' ? message : quoted, near });
}
