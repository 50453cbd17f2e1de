import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Git } from './git.ts';

/** Runs work with a bare repository of its own that sees every object of `lender` and leaves nothing there; it is gone afterwards. */
export async function borrowing<T>(lender: Git, work: (git: Git, folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'champ-bundle-'));
  try {
    const repository = join(folder, 'repository');
    const format = (await lender.run(['rev-parse', '--show-object-format'])).trim();
    const objects = (await lender.run(['rev-parse', '--path-format=absolute', '--git-path', 'objects'])).trim();
    await Git.open(folder).run(['init', '--quiet', '--bare', '--template=', `--object-format=${format}`, '--', repository]);
    writeFileSync(join(repository, 'objects', 'info', 'alternates'), `${objects}\n`);
    return await work(Git.open(repository, { bare: true }), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
