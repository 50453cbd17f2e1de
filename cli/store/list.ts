import { PRESETS } from '../../apps/medical-insurance/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { table } from '../output/table.ts';
import { EXIT } from '../run.ts';
import { storeWords as words } from './words.ts';

export function listStore(console_: Console): number {
  const { language } = console_;
  if (console_.json) console_.document({ presets: PRESETS.map(({ id, kind, zh, en, about }) => ({ id, kind, zh, en, about })) });
  else console_.data(table(PRESETS.map(({ id, kind, about, ...title }) => [id, say(words[kind], language), title[language], about[language]])));
  return EXIT.ok;
}
