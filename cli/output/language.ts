import type { Language, Text } from '../../engine/problem/index.ts';

export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** `--lang`, then CHAMP_LANG, then the locale of the terminal, then English. An empty variable counts as none. */
export function languageOf(option: string | undefined, env: NodeJS.ProcessEnv = process.env): Language {
  const wanted = option || env['CHAMP_LANG'] || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^zh/i.test(wanted) ? 'zh' : 'en';
}

/** The value of `--lang` before the arguments are parsed, since help has a language too; undefined unless it is one. */
export function languageArgument(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const own = end < 0 ? argv : argv.slice(0, end);
  const values = own.flatMap((argument, index) => (argument === '--lang' ? [own[index + 1] ?? ''] : argument.startsWith('--lang=') ? [argument.slice('--lang='.length)] : []));
  return values.findLast((value) => (LANGUAGES as readonly string[]).includes(value));
}

/** Fills `{name}` in a sentence of the chosen language. */
export function say(text: Text, language: Language, args: Readonly<Record<string, string | number>> = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(args, name) ? String(args[name] ?? whole) : whole));
}
