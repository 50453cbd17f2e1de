import { REVIEWED, VERDICTS, type Reviewed } from './reviewed.ts';

type Language = 'zh' | 'en';

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  en: ['tool', 'check', 'what it says', 'objects', 'ours', 'verdict', 'why we differ'],
  zh: ['工具', '检查', '它说什么', '对象数', '我方', '结论', '为何不同'],
};

/** The reviewed list as a Markdown table, as it stands in the documents. */
export function tableOf(language: Language, rows: readonly Reviewed[] = REVIEWED): string {
  const cells = rows.map((row) => [row.tool, row.id, row.says[language], String(row.objects), row.ours, VERDICTS[row.verdict][language], row.why[language]]);
  const line = (values: readonly string[]): string => `| ${values.map((value) => value.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(HEADS[language]), line(HEADS[language].map(() => '---')), ...cells.map(line)].join('\n');
}
