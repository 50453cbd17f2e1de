import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { LockRow } from '../../engine/images/index.ts';
import { Problems } from '../../engine/problem/index.ts';
import * as lazy from '../lazy.ts';
import { writeFiles } from '../edit/files.ts';
import type { Console } from '../output/console.ts';
import { help } from '../output/help.ts';
import { say } from '../output/language.ts';
import { words } from '../output/words.ts';
import type { Declare } from '../program.ts';
import type { EnvironmentOptions } from './environment-option.ts';

/** Requests under way at once: a registry is shared with running clusters. */
const AT_ONCE = 8;

interface LockOptions {
  readonly registry?: string;
  readonly dryRun?: boolean;
}

/** `--env` is an option of `images` and so stands before and after `lock`. */
export function lockCommand(images: Command, { text, run }: Declare): void {
  images.command('lock')
    .description(text(words.lock))
    .option('--registry <host>', text(words.registry))
    .option('--dry-run', text(words.dryRun))
    .addHelpText('after', `\n${text(help.lock)}`)
    .action(async (options: LockOptions, command: Command) => {
      const [name, ...more] = new Set(images.opts<EnvironmentOptions>().env);
      if (!name || more.length > 0) command.error("error: required option '--env <name>' not specified", { code: 'commander.missingMandatoryOptionValue' });
      await run((console_, folder) => lock(name, options, console_, folder));
    });
}

/** Asks the registry for every digest first; the file changes only when all of them came. */
async function lock(name: string, options: LockOptions, console_: Console, folder?: string): Promise<number> {
  const { buildEnvironment, ENVIRONMENTS } = lazy.estate();
  const { lockReleases } = lazy.images();
  const { facts, props } = buildEnvironment(name, folder);
  const file = join(folder ?? ENVIRONMENTS, name, 'releases.yaml');
  const todo = (['products', 'services'] as const).flatMap((section) => Object.entries(facts.releases[section]).map(([key, row]) => ({ section, key, row })));
  const images = await resolveAll(options.registry ?? props.registry, todo, console_);
  const before = readFileSync(file, 'utf8');
  const after = lockReleases(before, images);
  const changed = after !== before;
  if (changed && !options.dryRun) {
    writeFiles([{ path: file, before, after }]);
  }
  console_.done();
  const message = !changed ? words.lockedSame : options.dryRun ? words.wouldLock : words.locked;
  console_.note(say(message, console_.language, { count: images.length, file: `environments/${name}/releases.yaml` }));
  if (console_.json) console_.document({ environment: name, changed, written: changed && !options.dryRun, images });
  return 0;
}

interface Wanted {
  readonly section: LockRow['section'];
  readonly key: string;
  readonly row: { readonly image: string; readonly tag: string };
}

async function resolveAll(registry: string, wanted: readonly Wanted[], console_: Console): Promise<readonly LockRow[]> {
  const { resolveDigest } = lazy.images();
  const authorization = process.env['CHAMP_REGISTRY_AUTHORIZATION'];
  const problems = new Problems();
  const rows: (LockRow | undefined)[] = wanted.map(() => undefined);
  let [next, done] = [0, 0];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (next < wanted.length) {
      const index = next++;
      const { section, key, row } = wanted[index]!;
      try {
        rows[index] = { section, key, digest: await resolveDigest(registry, row.image, row.tag, { authorization }) };
      } catch (error) {
        problems.gather(() => { throw error; });
      }
      console_.progress(say(words.resolving, console_.language, { done: ++done, total: wanted.length }));
    }
  }));
  problems.throwIfAny();
  return rows.flatMap((row) => row ?? []);
}
