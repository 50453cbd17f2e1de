import { languageArgument, languageOf } from '../../../cli/output/language.ts';

it.each([
  ['zh', {}, 'zh'],
  ['en', { CHAMP_LANG: 'zh' }, 'en'],
  [undefined, { CHAMP_LANG: 'zh', LC_ALL: 'en_US.UTF-8' }, 'zh'],
  [undefined, { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
  [undefined, { LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en_US' }, 'zh'],
  [undefined, { LANG: 'de_DE.UTF-8' }, 'en'],
  [undefined, {}, 'en'],
])('--lang %s and %j give %s', (option, env, language) => {
  expect(languageOf(option, env as NodeJS.ProcessEnv)).toBe(language);
});

it.each([
  [['list', '--lang', 'zh'], 'zh'],
  [['--lang=zh', 'list'], 'zh'],
  [['--lang', 'en', 'list', '--lang', 'zh'], 'zh'],
  [['list', '--lang', 'fr'], undefined],
  [['complete', '--', '--lang', 'zh'], undefined],
  [['list', '--lang'], undefined],
])('finds the language of %j before parsing', (argv, language) => {
  expect(languageArgument(argv)).toBe(language);
});
