import type { ConfigRepo } from './remote.ts';
import { pushCommit } from './push.ts';

const REF = 'refs/notes/champ';
const TRIES = 5;

/** The source commits that a note names: those whose output is what its commit has. */
export function sourcesIn(note: string): readonly string[] {
  return [...note.matchAll(/^Source-commit: ([0-9a-f]{7,64})$/gm)].map(([, sha]) => sha!);
}

/** Records that a source commit gives what `commit` has. False when it was recorded before; throws what the remote refuses. */
export async function noteSource(repo: ConfigRepo, commit: string, source: string): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    const note = (await repo.notesOf([commit])).get(commit) ?? '';
    if (sourcesIn(note).includes(source)) return false;
    const lines = [...sourcesIn(note).map((sha) => `Source-commit: ${sha}`), `Source-commit: ${source}`];
    await repo.git.run(['notes', `--ref=${REF}`, 'add', '--force', '--file=-', commit], {
      input: `${lines.join('\n')}\n`, env: { GIT_AUTHOR_NAME: 'champ', GIT_AUTHOR_EMAIL: 'champ@localhost', GIT_COMMITTER_NAME: 'champ', GIT_COMMITTER_EMAIL: 'champ@localhost' },
    });
    const built = (await repo.git.run(['rev-parse', '--verify', REF])).trim();
    if (await pushCommit(repo, built, REF) || attempt === TRIES) return true;
    await repo.fetch();
  }
}
