import { Argument, type Command } from 'commander';
import * as lazy from '../lazy.ts';
import { help } from '../output/help.ts';
import { words } from '../output/words.ts';
import type { Declare } from '../program.ts';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'];

/** `completion SHELL` writes a script; the script calls the hidden `complete -- WORDS...` at every key. The library is loaded for these two alone. */
export function completionCommand(program: Command, { text, language, run, again }: Declare): void {
  program.command('completion')
    .description(text(words.completion))
    .addArgument(new Argument('<shell>', text(words.shell)).choices(SHELLS))
    .addHelpText('after', `\n${text(help.completion)}`)
    .action((shell: string) => run(async () => {
      const { script } = await import('@bomb.sh/tab');
      script(shell, 'champ', 'champ');
      return 0;
    }));
  program.command('complete [words...]', { hidden: true }).action((typed: readonly string[]) => run(async (_, folder) => {
    const { default: tab } = await import('@bomb.sh/tab/commander');
    const { environmentNames } = lazy.environments();
    const described = again();
    // the library adds its own command of this name
    (described.commands as Command[]).splice(described.commands.findIndex((each) => each.name() === 'completion'), 2);
    const root = tab(described, { completionCommandName: 'completion' });
    for (const [path, command] of root.commands) {
      // what stands above a command is an option of it too
      const above = root.commands.get(path.split(' ').slice(0, -1).join(' '));
      for (const [name, option] of [...root.options, ...(above?.options ?? [])]) if (!command.options.has(name)) command.options.set(name, option);
      const env = command.options.get('env');
      if (env) env.handler = (complete) => environmentNames(folder).forEach((name) => complete(name, ''));
      for (const end of path === 'reach' ? ['from', 'to'] : []) {
        const option = command.options.get(end);
        if (option) option.handler = (complete) => lazy.names().explainableNames(language).forEach((each) => complete(each.name, each.text));
      }
    }
    const itself = root.commands.get('completion');
    if (itself) itself.description = text(words.completion);
    const [argument] = root.commands.get('explain')?.arguments.values() ?? [];
    if (argument) {
      argument.handler = (complete) => {
        const { explainableNames } = lazy.names();
        for (const each of explainableNames(language)) complete(each.name, each.text);
      };
    }
    root.parse([...typed]);
    return 0;
  }));
}
