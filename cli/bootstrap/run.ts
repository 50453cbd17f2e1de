import { join, resolve } from 'node:path';
import { bootstrap, type Bootstrap } from '../../engine/bootstrap/index.ts';
import { nearest, problem, ProblemError } from '../../engine/problem/index.ts';
import type { BootstrapOptions } from '../commands/bootstrap.ts';
import { buildEnvironment, renderEnvironment } from '../estate/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { EXIT } from '../run.ts';
import { judged } from './judged.ts';
import { bootstrapWords as words } from './words.ts';
import { filesOf, writeFiles } from './write.ts';

/** Writes the files of one zone, shows them, or has a cluster judge them. Returns the exit code; throws a ProblemError. */
export function bootstrapZone(options: BootstrapOptions, console_: Console, folder?: string): number {
  const out = options.out ?? join('dist', 'bootstrap', `${options.env}-${options.zone}`);
  const writes = !options.dryRun && options.context === undefined;
  const plan = planOf(options, console_, folder);
  if (options.context !== undefined) return judged(plan, options.context, console_);
  const files = filesOf(plan);
  if (writes) writeFiles(resolve(out), out, files);
  if (console_.json) console_.document(report(plan, writes ? out : undefined));
  else if (!writes) console_.data(plan.steps.map(({ file, content }) => `# ${file}\n${content}`).join('---\n'));
  if (writes) console_.note(say(words.wrote, console_.language, { count: files.size, out, readme: console_.language === 'zh' ? 'README.zh.md' : 'README.md' }));
  return EXIT.ok;
}

function planOf({ env, zone }: BootstrapOptions, console_: Console, folder?: string): Bootstrap {
  const environment = buildEnvironment(env, folder);
  const zones = environment.zones.map(({ id }) => id as string);
  if (!zones.includes(zone)) throw new ProblemError([problem('CHAMP8201', 'champ bootstrap --zone', { value: zone, environment: env, allowed: zones, near: nearest(zone, zones) })]);
  console_.progress(say(words.rendering, console_.language, { name: env }));
  const { output } = renderEnvironment(environment);
  console_.done();
  return bootstrap({ environment: env, zone, objects: output.objects });
}

const report = ({ environment, zone, steps }: Bootstrap, out: string | undefined) => ({
  environment, zone, ...(out === undefined ? {} : { out }),
  steps: steps.map(({ file, title, commands, manifests }) => ({ file, title, commands, objects: manifests })),
});
