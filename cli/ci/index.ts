import { TextFile, type Project } from 'projen';
import { CITY } from './city.ts';
import { ciFiles } from './files.ts';
import type { CiSettings } from './settings.ts';

export { CITY };

/** Adds the pipelines of both forges and CODEOWNERS to the files that projen writes. */
export function ci(project: Project, settings: CiSettings): void {
  for (const [path, text] of ciFiles(settings)) new TextFile(project, path, { lines: text.split('\n'), marker: false });
}
