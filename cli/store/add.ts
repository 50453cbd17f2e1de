import { ENVIRONMENTS } from '../estate/index.ts';
import { checkName, writeEnvironment } from '../new/environment.ts';
import type { Title } from '../new/index-text.ts';
import type { Console } from '../output/console.ts';
import { make } from './definition.ts';
import { addMiddleware } from './middleware.ts';
import { baseName, presetOf, servicesOf } from './preset.ts';
import { newWords } from '../new/words.ts';
import { storeWords as words } from './words.ts';

export interface StoreAddOptions {
  readonly name: string;
  readonly from?: string;
  readonly zh?: string;
  readonly en?: string;
  readonly admdvs?: string;
  readonly schema?: string;
  readonly dryRun?: boolean;
}

/** Writes the few lines that a row of the store comes to. */
export function addFromStore(id: string, options: StoreAddOptions, console_: Console, folder: string = ENVIRONMENTS): number {
  const { name, schema, dryRun = false } = options;
  const preset = presetOf(id, 'champ store add');
  if (preset.kind === 'middleware') return addMiddleware(preset, name, { schema, dryRun }, console_, folder);
  checkName(name, [options.zh, options.en], 'champ store add', folder);
  const from = options.from ?? baseName(folder, servicesOf(preset));
  const title: Title = { name, zh: options.zh ?? name, en: options.en ?? name, ...(preset.kind === 'city' ? { admdvs: options.admdvs } : {}) };
  const { base, definition, profile, index } = make(preset, title, from, folder);
  return writeEnvironment({ definition, base, from, folder, index: index(), profile, dryRun, next: preset.kind === 'city' ? words.nextCity : newWords.nextEnvironment }, console_);
}
