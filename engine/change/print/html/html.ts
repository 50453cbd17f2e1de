import type { Language } from '../../../problem/index.ts';
import { escaped } from '../../../report/html/markup.ts';
import { page } from '../../../report/html/page.ts';
import type { ChangeReport } from '../../report.ts';
import type { Section } from '../line.ts';
import { outlineOf, type Outline } from '../outline.ts';
import { words } from '../words.ts';
import { lines, pair, riskBadge, spansHtml } from './markup.ts';
import { POLICY, STYLE } from './style.ts';

/** One self-contained page in both languages, light and dark; `language` is the one it opens in. It has no script and loads nothing. */
export function htmlReport(report: ChangeReport, language: Language): string {
  const outline = outlineOf(report);
  return page(language, {
    title: `${words.title[language]}: ${report.base.label} → ${report.head.label}`, policy: POLICY, style: STYLE,
    main: [header(outline), ...sectionsOf(outline).map(section), ...(outline.same ? [] : [changes(outline)])],
  });
}

const sectionsOf = ({ blocked, sections }: Outline): readonly Section[] => [...(blocked ? [blocked] : []), ...sections];

function header(outline: Outline): string {
  const { risk, same, headline, sides, applications } = outline;
  const links = [...sectionsOf(outline), ...(same ? [] : [applications])].map(({ id, title, count, lines: all }) => `<a href="#${id}">${pair(title)} ${count ?? all.length}</a>`);
  return [
    `<h1>${pair(words.title)}</h1>`,
    `<p>${spansHtml(sides)}</p>`,
    same ? `<p class="verdict same">${pair(headline)}</p>` : `<p class="verdict ${risk}"><span class="label">${pair(words.risk)}</span> ${riskBadge(risk)} ${pair(headline)}</p>`,
    ...(links.length > 1 ? [`<nav>${links.join(' ')}</nav>`] : []),
  ].join('\n');
}

const heading = (name: string, { title, place, count, lines: all, spans = [] }: Section): string => (
  `<${name}>${place === undefined ? pair(title) : `<code>${escaped(place)}</code>`} <span class="count">(${count ?? all.length})</span> ${spansHtml(spans)}</${name}>`
);

const section = (each: Section): string => `<section id="${each.id}">\n${heading('h2', each)}\n${lines(each.lines)}\n</section>`;

function changes({ changes: all, applications }: Outline): string {
  return `<section id="${applications.id}">\n${heading('h2', applications)}\n${all.map((each) => `<section id="${each.id}">\n${heading('h3', each)}\n${lines(each.lines)}\n</section>`).join('\n')}\n</section>`;
}
