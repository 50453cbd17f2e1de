import type { Language } from '../../problem/index.ts';
import { escaped } from './markup.ts';

export interface Page {
  readonly title: string;
  /** Content policy and style, which belong together: the one allows the other by its hash. */
  readonly policy: string;
  readonly style: string;
  /** Parts of the body, in markup. */
  readonly main: readonly string[];
}

/** One self-contained page in both languages; `language` is the one it opens in. It has no script and loads nothing. */
export function page(language: Language, { title, policy, style, main }: Page): string {
  const choice = (of: Language, name: string) => `<input type="radio" name="language" id="${of}"${of === language ? ' checked' : ''}><label class="choice" for="${of}" lang="${of}">${name}</label>`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${choice('zh', '中文')}
${choice('en', 'English')}
<main>
${main.join('\n')}
</main>
</body>
</html>
`;
}
