import type { ChangeReport } from '../../engine/change/index.ts';
import { htmlReport, jsonReport, markdownReport, textReport } from '../../engine/change/print/index.ts';
import type { DiffCommandOptions, DiffFormat } from '../commands/diff.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { writeReportFile } from '../output/report-file.ts';
import { diffWords as words } from './words.ts';

/** The report in the format that was asked for, on standard output or in a file. */
export function writeDiff(report: ChangeReport, { format, output }: DiffCommandOptions, console_: Console): void {
  const content = printed(report, console_.json ? 'json' : format, console_);
  if (output === undefined) {
    console_.data(content);
    return;
  }
  writeReportFile(output, content);
  console_.note(say(words.written, console_.language, { file: output }));
}

function printed(report: ChangeReport, format: DiffFormat, { language }: Console): string {
  switch (format) {
    case 'text': return textReport(report, language);
    case 'json': return JSON.stringify(jsonReport(report), null, 2);
    case 'markdown': return markdownReport(report, language);
    case 'html': return htmlReport(report, language);
  }
}
