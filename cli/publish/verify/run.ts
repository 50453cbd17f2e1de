import type { Tree } from '../../../engine/emit/index.ts';
import { Git, readSource, sourceName, verify, type VerifiedZone } from '../../../engine/publish/index.ts';
import { oneLine } from '../../../engine/text/one-line.ts';
import type { PublishCommandOptions } from '../../commands/publish.ts';
import { buildEnvironment, renderEnvironment, ROOT } from '../../estate/index.ts';
import type { Console } from '../../output/console.ts';
import { say } from '../../output/language.ts';
import { EXIT } from '../../run.ts';
import { zoneRepositories } from '../repositories.ts';
import { publishWords } from '../words.ts';
import { treeOfPublished } from './published.ts';
import { verifyWords as words } from './words.ts';

/** `champ publish --check`: whether the config repository holds what a commit renders. 0 where it does, else 1 and each path. Writes nothing. */
export async function checkPublished(options: PublishCommandOptions, console_: Console, folder?: string): Promise<number> {
  const { env: name, branch, published: isPublished = false } = options;
  const { language } = console_;
  console_.progress(say(publishWords.rendering, language, { name }));
  const environment = buildEnvironment(name, folder);
  const sourceGit = Git.open(folder ?? ROOT);
  const source = await readSource(sourceGit);
  const own = isPublished ? undefined : renderEnvironment(environment).tree;
  const renders = new Map<string | undefined, Promise<Tree>>();
  console_.progress(say(publishWords.remote, language));
  const zones = await verify({
    environment: environment.name, zones: zoneRepositories(environment, options.repo), source: source.sha, sourceGit,
    async treeOf(zone, published) {
      if (own) return own;
      // zones are published together, so that most of them share a commit
      const known = renders.get(published) ?? treeOfPublished(environment.name, `${environment.name}/${zone}`, published, folder);
      console_.progress(say(words.rendering, language, { name: (published ?? '-').slice(0, 12) }));
      renders.set(published, known);
      return known;
    },
  }, { branch, onWait: () => console_.progress(say(publishWords.waiting, language)) });
  console_.done();
  const isEqual = zones.every(({ deviations }) => deviations.length === 0);
  const compared = (zone: VerifiedZone) => (isPublished ? zone.published! : sourceName(source));
  if (console_.json) console_.document({ environment: environment.name, equal: isEqual, zones: zones.map((zone) => ({ ...zone, source: compared(zone) })) });
  for (const zone of zones) tell(zone, compared(zone), isPublished, console_);
  return isEqual ? EXIT.ok : EXIT.findings;
}

/** Paths are what was asked for, so they are the data. */
function tell({ zone, repository, branch, deviations, rolledBack, published, age }: VerifiedZone, source: string, isPublished: boolean, console_: Console): void {
  const { language } = console_;
  const shown = source.replace(/^([0-9a-f]{12})[0-9a-f]+/, '$1');
  console_.note(say(deviations.length === 0 ? words.equal : words.differs, language, { repository, branch, zone, source: shown, count: deviations.length }));
  if (!isPublished && published !== undefined && (age === 'newer' || age === 'older')) console_.note(say(age === 'newer' ? words.behind : words.ahead, language, { published: published.slice(0, 12) }));
  for (const { commit, author, paths } of rolledBack) console_.note(say(words.rolledBack, language, { count: paths.length, commit: commit.slice(0, 12), author: oneLine(author) }));
  if (console_.json) return;
  for (const { path, how, author, commit } of deviations) console_.data(`${path}  ${say(words[how], language)}${author === undefined ? '' : `  ${oneLine(author)} ${commit?.slice(0, 12)}`}`);
}
