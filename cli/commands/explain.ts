import type { Command } from 'commander';
import { nearest, problem, ProblemError } from '../../engine/problem/index.ts';
import type { Explanation } from '../estate/index.ts';
import * as lazy from '../lazy.ts';
import type { Console } from '../output/console.ts';
import { help } from '../output/help.ts';
import { say } from '../output/language.ts';
import { table } from '../output/table.ts';
import { words } from '../output/words.ts';
import type { Declare } from '../program.ts';
import { environmentOption, type EnvironmentOptions } from './environment-option.ts';

export function explainCommand(program: Command, declare: Declare): void {
  const { text, run } = declare;
  program.command('explain')
    .argument('<name>', text(words.name))
    .description(text(words.explain))
    .addOption(environmentOption(declare))
    .addHelpText('after', `\n${text(help.explain)}`)
    .action((name: string, options: EnvironmentOptions) => run((console_, folder) => {
      const { buildEnvironment, chosenEnvironments, explain, explainable, renderEnvironment } = lazy.estate();
      const rendered = chosenEnvironments(options.env, folder).map((each) => renderEnvironment(buildEnvironment(each, folder)));
      const found = rendered.flatMap((each) => explain(each, name));
      if (found.length === 0) {
        const known = [...new Set(rendered.flatMap((each) => explainable(each, name)))];
        throw new ProblemError([problem('CHAMP5003', 'champ explain', { value: name, near: nearest(name, known) })]);
      }
      if (console_.json) console_.document({ found });
      else found.forEach((each) => print(each, console_));
      return 0;
    }));
}

function print(found: Explanation, console_: Console): void {
  const { language } = console_;
  console_.data([found.name, found[language], `(${found.environment})`].filter(Boolean).join('  '));
  console_.data(table([[say(words.construct, language), `${found.what}  ${found.path}`], [say(words.source, language), found.source]], '  '));
  if (found.facts.length > 0) console_.data(`\n${table(found.facts.map((fact) => [fact.name, fact.value, `<- ${fact.from}`]), '  ')}`);
  if (found.traffic.length > 0) console_.data(`\n  ${say(words.traffic, language)}\n${found.traffic.map((line) => `    ${line}`).join('\n')}`);
  if (found.files.length > 0) console_.data(`\n  ${say(words.files, language)}\n${found.files.map((file) => `    ${file}`).join('\n')}`);
  console_.data('');
}
