import type { Text } from '../../problem/index.ts';
import type { WaiverState } from '../../waivers/index.ts';
import { rowsById } from '../phrases.ts';
import type { CheckReport, CoverageRow } from '../report.ts';
import { stateAdvice, stateNames } from '../words.ts';
import { LEVELS, WAIVER_RULES } from './levels.ts';
import type { Json } from './location.ts';

/** Every control of the list, then rules that only findings name, then those of waivers. */
export function rulesOf(report: CheckReport): readonly Json[] {
  const found = [...report.findings, ...report.waived];
  const rows = rowsById(report);
  const first = new Map(found.toReversed().map((each) => [each.rule, each]));
  const unknown = [...new Set(found.map(({ rule }) => rule))].filter((id) => !rows.has(id));
  return [
    ...report.coverage.map((row) => controlRule(row, row.fix ?? first.get(row.id)?.fix)),
    ...unknown.map((id) => ({ id, ...described(first.get(id)!.message, first.get(id)!.fix), defaultConfiguration: { level: LEVELS[first.get(id)!.severity].level } })),
    ...Object.entries(WAIVER_RULES).map(([state, { id, level }]) => {
      const name = stateNames[state as WaiverState];
      const title = { zh: `豁免${name.zh}`, en: `Waiver: ${name.en}` };
      return { id, ...described(title, stateAdvice[state as WaiverState]!), defaultConfiguration: { level } };
    }),
  ];
}

function controlRule(row: CoverageRow, fix: Text | undefined): Json {
  const { id, title, section, origin, decided, severity, level, rationale, elsewhere, admission } = row;
  const help = (language: 'zh' | 'en') => [rationale, ...(fix ? [fix] : []), ...(elsewhere ? [elsewhere] : [])].map((text) => text[language]);
  return {
    id,
    shortDescription: { text: title.en },
    fullDescription: { text: rationale.en },
    help: { text: help('en').join('\n'), markdown: [`**${escaped(title.en)}**`, ...help('en').map(escaped)].join('\n\n') },
    defaultConfiguration: { level: LEVELS[severity].level },
    properties: {
      'security-severity': LEVELS[severity].security, tags: ['security', 'kubernetes', origin, ...(level ? [`pss-${level}`] : [])],
      section, decided, admission, zh: { title: title.zh, rationale: rationale.zh, help: help('zh').join('\n') },
    },
  };
}

const described = (title: Text, help: Text): Json => ({
  shortDescription: { text: title.en }, fullDescription: { text: help.en }, help: { text: help.en, markdown: escaped(help.en) }, properties: { tags: ['security'], zh: { title: title.zh, help: help.zh } },
});

/** Plain text as Markdown. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');
