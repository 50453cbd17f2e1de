import { unbundle } from '../../engine/publish/bundle/unbundle.ts';
import type { UnbundleCommandOptions } from '../commands/unbundle.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { EXIT } from '../run.ts';
import { bundleWords as words } from './words.ts';

const short = (commit: string | undefined): string => commit?.slice(0, 12) ?? '-';

/** `champ unbundle`: needs no environment of this project. */
export async function applyBundle(file: string, options: UnbundleCommandOptions, console_: Console): Promise<number> {
  const tell = (text: Parameters<typeof say>[0], args?: Parameters<typeof say>[2]) => say(text, console_.language, args);
  console_.progress(tell(words.verifying));
  const { repo, env, allowedSigners, branch, zone, dryRun } = options;
  const report = await unbundle({
    file, repository: repo, allowedSigners, ...(branch === undefined ? {} : { branch }), ...(env === undefined ? {} : { environment: env }), ...(zone === undefined ? {} : { zone }), dryRun: dryRun === true,
  });
  console_.done();
  const { manifest, signer, before, applied } = report;
  if (console_.json) console_.document({ file, dryRun: dryRun === true, applied, signer, before: before ?? null, manifest, images: report.images });
  const args = { environment: manifest.environment, zone: manifest.zone, commits: manifest.commits, to: short(manifest.to), before: short(before), branch: branch ?? manifest.branch };
  console_.note(tell(words.signed, { signer }));
  console_.note(tell(applied ? words.applied : before === manifest.to ? words.same : words.verified, args));
  return EXIT.ok;
}
