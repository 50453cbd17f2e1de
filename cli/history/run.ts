import { history, historyDiff, withRepos, type HistoryDiff, type HistoryEntry } from '../../engine/publish/index.ts';
import { oneLine } from '../../engine/text/one-line.ts';
import type { HistoryCommandOptions } from '../commands/history.ts';
import { buildEnvironment } from '../estate/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { table } from '../output/table.ts';
import { zoneRepositories } from '../publish/repositories.ts';
import { publishWords } from '../publish/words.ts';
import { changeLine } from '../rollback/text.ts';
import { EXIT } from '../run.ts';
import { meaningsByFile } from './meanings.ts';
import { historyWords as words } from './words.ts';

/** `champ history`: a list of what was deployed, or the difference of two points. Data goes to standard output. */
export async function showHistory(options: HistoryCommandOptions, console_: Console, folder?: string): Promise<number> {
  const environment = buildEnvironment(options.env, folder);
  const zones = zoneRepositories(environment, options.repo, options.zone);
  console_.progress(say(publishWords.remote, console_.language));
  return withRepos(zones, { branch: options.branch, onWait: () => console_.progress(say(publishWords.waiting, console_.language)) }, async (repos) => {
    const entries: (HistoryEntry & { readonly repository: string })[] = [];
    const diffs: HistoryDiff[] = [];
    for (const [repo, of] of repos) {
      await repo.fetch();
      repo.assertBranch();
      if (options.diff) diffs.push(await historyDiff(repo, environment.name, of, ...options.diff));
      else {
        const found = await history(repo, environment.name, of, options.limit);
        console_.done();
        if (found.length === 0) console_.note(say(words.none, console_.language, { repository: repo.shown, branch: repo.branch }));
        entries.push(...found.map((each) => ({ ...each, repository: repo.shown })));
      }
    }
    console_.done();
    if (options.diff) return tellDiff(environment.name, options.diff, diffs, console_);
    tellList(environment.name, entries, console_);
    return EXIT.ok;
  });
}

function tellDiff(environment: string, [from, to]: readonly [string, string], diffs: readonly HistoryDiff[], console_: Console): number {
  const { language } = console_;
  const meanings = meaningsByFile(environment, diffs);
  const changes = diffs.flatMap((each) => each.changes).map((change) => ({ ...change, meanings: meanings.get(change.file) ?? [] }));
  if (console_.json) console_.document({ environment, from, to, changes });
  else if (changes.length > 0) console_.data(changes.flatMap((each) => [changeLine(each), ...each.meanings.map((meaning) => `    ${oneLine(meaning[language])}`)]).join('\n'));
  console_.note(changes.length === 0 ? say(words.same, language) : say(words.total, language, { count: changes.length }));
  return changes.length === 0 ? EXIT.ok : EXIT.findings;
}

function tellList(environment: string, entries: readonly (HistoryEntry & { readonly repository: string })[], console_: Console): void {
  if (console_.json) return console_.document({ environment, entries });
  if (entries.length === 0) return;
  console_.data(table(entries.map((entry) => [
    entry.date, entry.commit.slice(0, 12), words[entry.kind][console_.language], oneLine((entry.source ?? '-').slice(0, 12)), oneLine(entry.author),
    Object.entries(entry.counts).map(([zone, { created, changed, removed }]) => `${zone} +${created} ~${changed} -${removed}`).join(', '), oneLine(entry.subject),
  ])));
}
