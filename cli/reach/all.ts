import type { Problem } from '../../engine/problem/index.ts';
import type { ReachCommandOptions } from '../commands/reach.ts';
import { buildEnvironment, chosenEnvironments, renderEnvironment } from '../estate/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { EXIT } from '../run.ts';
import { verdicts } from './answer.ts';
import { reachOf } from './facts.ts';
import { markdownReach } from './markdown.ts';
import { peerNamed } from './names.ts';
import { differs, reportOf, type Ends, type EnvironmentReach } from './report.ts';
import { textReach } from './text.ts';
import { reachWords } from './words.ts';

/** Everything that the command was asked, written; returns its exit code. A name that nothing has is wrong usage. */
export function reachAll(options: ReachCommandOptions, console_: Console, folder?: string): number {
  const { language } = console_;
  const reached = chosenEnvironments(options.env, folder).map((environment): EnvironmentReach => {
    console_.progress(say(reachWords.reading, language, { name: environment }));
    return { environment, zones: reachOf(renderEnvironment(buildEnvironment(environment, folder))) };
  });
  console_.done();
  const { ends, problems } = endsOf(options, reached);
  if (problems.length > 0) {
    console_.problems(problems);
    return EXIT.usage;
  }
  const report = reportOf(reached, ends);
  switch (console_.json ? 'json' : options.format) {
    case 'json': console_.document({ ...report, ...(ends.from === undefined || ends.to === undefined ? {} : { answers: verdicts(reached, ends) }) }); break;
    case 'markdown': console_.data(markdownReach(report, reached, ends, language)); break;
    default: console_.data(textReach(report, reached, ends, language));
  }
  return differs(report) ? EXIT.findings : EXIT.ok;
}

function endsOf(options: ReachCommandOptions, reached: readonly EnvironmentReach[]): { readonly ends: Ends; readonly problems: readonly Problem[] } {
  const named = (['from', 'to'] as const).flatMap((end) => {
    const name = options[end];
    return name === undefined ? [] : [[end, peerNamed(name, `--${end}`, reached)] as const];
  });
  return {
    ends: Object.fromEntries(named.filter(([, found]) => typeof found === 'string')),
    problems: named.flatMap(([, found]) => (typeof found === 'string' ? [] : [found])),
  };
}
