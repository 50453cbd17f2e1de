import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { withRepos } from '../../engine/publish/index.ts';
import { makeBundle } from '../../engine/publish/bundle/bundle.ts';
import type { BundleCommandOptions } from '../commands/bundle.ts';
import { buildEnvironment } from '../estate/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { zoneRepositories } from '../publish/repositories.ts';
import { publishWords } from '../publish/words.ts';
import { EXIT } from '../run.ts';
import { bundleWords as words } from './words.ts';

const short = (commit: string | null): string => commit?.slice(0, 12) ?? '-';

/** `champ bundle`: the file appears whole or not at all. */
export async function writeBundle(options: BundleCommandOptions, console_: Console, folder?: string): Promise<number> {
  const tell = (text: Parameters<typeof say>[0], args?: Parameters<typeof say>[2]) => say(text, console_.language, args);
  const environment = buildEnvironment(options.env, folder);
  const zones = zoneRepositories(environment, options.repo, [options.zone]);
  const authorization = process.env['CHAMP_REGISTRY_AUTHORIZATION'];
  console_.progress(tell(publishWords.remote));
  const { content, manifest, images } = await withRepos(zones, { branch: options.branch, onWait: () => console_.progress(tell(publishWords.waiting)) }, async (repos) => {
    const [repo] = [...repos.keys()];
    await repo!.fetch();
    repo!.assertBranch();
    console_.progress(tell(words.bundling));
    return makeBundle({
      repo: repo!, environment: environment.name, zone: options.zone, key: options.key, ...(options.since === undefined ? {} : { since: options.since }),
      ...(options.registry ? { registry: authorization ? { authorization } : {} } : {}), onProgress: (done, total) => { if (options.registry) console_.progress(tell(words.asking, { done, total })); },
    });
  });
  if (content) writeWhole(options.out, content);
  console_.done();
  if (console_.json) console_.document({ file: content ? options.out : null, bytes: content?.length ?? 0, manifest, images });
  if (!content) {
    console_.note(tell(words.nothing, { environment: manifest.environment, zone: manifest.zone, from: short(manifest.configFrom) }));
    return EXIT.ok;
  }
  console_.note(tell(words.made, { file: options.out, environment: manifest.environment, zone: manifest.zone, commits: manifest.commits, to: short(manifest.to), bytes: content.length }));
  console_.note(manifest.from === null ? tell(words.history) : tell(words.starts, { from: short(manifest.from) }));
  const fresh = (list: readonly { readonly new: boolean }[]) => list.filter((each) => each.new).length;
  console_.note(tell(words.images, { count: images.images.length, new: fresh(images.images), charts: images.charts.length, newCharts: fresh(images.charts) }));
  if (!options.registry && images.images.length > 0) console_.note(tell(words.platforms));
  return EXIT.ok;
}

function writeWhole(file: string, content: Buffer): void {
  const part = `${file}.part`;
  try {
    writeFileSync(part, content);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
