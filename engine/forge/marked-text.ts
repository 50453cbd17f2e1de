import type { Language, Text } from '../problem/index.ts';

/** Characters that GitHub takes in a description or comment; GitLab takes more, but nobody reads that. */
export const MOST_CHARACTERS = 65_536;

const CUT: Text = {
  zh: '报告太长,以下部分省略;完整报告:champ diff',
  en: 'The report is too long and was cut here; for all of it run champ diff.',
};

/** Hidden in the page: begins and ends what champ writes, so that it finds it again. */
export const marker = (name: string): string => `<!-- champ:${name} -->`;
const endMarker = (name: string): string => `<!-- /champ:${name} -->`;

/** A text of at most `most` characters, cut at the end of a line, with a note about it. An open code block or fold is closed. */
export function cutText(text: string, language: Language, most: number = MOST_CHARACTERS): string {
  if (text.length <= most) return text;
  // what may have to be closed stands before the note
  const room = most - CUT[language].length - 64;
  const rough = text.slice(0, room);
  const line = rough.lastIndexOf('\n');
  const kept = line > room / 2 ? rough.slice(0, line) : rough.replace(/[\ud800-\udbff]$/, '');
  return `${kept}${closing(kept)}\n\n*${CUT[language]}*\n`.slice(0, most);
}

function closing(text: string): string {
  let fence: string | undefined;
  let folds = 0;
  for (const line of text.split('\n')) {
    const [, ticks] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (ticks !== undefined && (fence === undefined || (ticks.startsWith(fence) && line.trim() === ticks))) fence = fence === undefined ? ticks : undefined;
    else if (fence === undefined) folds += (line.match(/<details\b/g)?.length ?? 0) - (line.match(/<\/details>/g)?.length ?? 0);
  }
  return `${fence === undefined ? '' : `\n${fence}`}${folds > 0 ? `\n${'</details>'.repeat(Math.min(folds, 4))}` : ''}`;
}

/** A text that GitLab takes for no command: a line such as `/merge` would be carried out. Markers of ours lose their meaning too. */
export function harmless(text: string): string {
  return text.replace(/^([ \t>]*)\/(?=[A-Za-z])/gm, '$1\\/').replace(/<!-- (\/?)champ:/g, '<!-- $1champ-');
}

/** A comment: the marker first, then the text, cut to what a forge takes. */
export function markedComment(name: string, text: string, language: Language): string {
  const head = `${marker(name)}\n`;
  return head + cutText(harmless(text), language, MOST_CHARACTERS - head.length);
}

/** Our part of a description. */
function section(name: string, text: string): string {
  return `${marker(name)}\n${text.trimEnd()}\n${endMarker(name)}`;
}

/**
 * A description in which our part is new and what people wrote around it stays, cut to what a forge takes. Without such a part it comes
 * after what is there.
 */
export function withSection(description: string, name: string, text: string, language: Language): string {
  const [start, end] = [description.indexOf(marker(name)), description.lastIndexOf(endMarker(name))];
  const isThere = start >= 0 && end > start;
  const before = isThere ? description.slice(0, start) : description.trim() === '' ? '' : `${description.trimEnd()}\n\n`;
  const after = isThere ? description.slice(end + endMarker(name).length) : '';
  const room = MOST_CHARACTERS - before.length - after.length - section(name, '').length;
  if (room < 1_000) return cutText(`${before}${after}`, language);
  return `${before}${section(name, cutText(harmless(text), language, room))}${after}`;
}
