import { join } from 'node:path';
import { htmlReport, jsonReport, junitReport, markdownReport, sarifReport, textReport } from '../../engine/report/index.ts';
import type { CheckReport } from '../../engine/report/report.ts';
import type { CheckCommandOptions, Format } from '../commands/check.ts';
import { buildEnvironment, chosenEnvironments, renderEnvironment } from '../estate/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { writeReportFile } from '../output/report-file.ts';
import { today } from '../output/moment.ts';
import { contextInput } from './context.ts';
import { withEdits } from './edited.ts';
import { environmentInput } from './environments.ts';
import type { CheckInput } from './input.ts';
import { pathInputs } from './paths.ts';
import { check, exitCode } from './run.ts';
import { checkWords } from './words.ts';

export { exitCode };

/** Everything that the command was asked to judge, as one report. */
export function checkAll(paths: readonly string[], options: CheckCommandOptions, console_: Console, folder?: string): CheckReport {
  const { language } = console_;
  const inputs = ((): readonly CheckInput[] => {
    if (options.context !== undefined) return [contextInput(options.context, { environment: options.env?.map((name) => buildEnvironment(name, folder))[0], onKind: (name) => console_.progress(say(checkWords.reading, language, { name })) })];
    if (paths.length > 0) {
      console_.progress(say(checkWords.reading, language, { name: paths.join(' ') }));
      return pathInputs(paths, folder);
    }
    return chosenEnvironments(options.env, folder).map((name) => {
      console_.progress(say(checkWords.judging, language, { name }));
      const { input, files } = withEdits(environmentInput(renderEnvironment(buildEnvironment(name, folder))), join('dist', name));
      if (files.length > 0) console_.alert(say(checkWords.edited, language, { count: files.length, files: files.slice(0, 3).join(', ') + (files.length > 3 ? ' ...' : '') }));
      return input;
    });
  })();
  const report = check(inputs, { profile: options.profile, kubernetes: options.kubernetes, date: options.date ?? today() });
  console_.done();
  return report;
}

/** The report in its format, to standard output or into a file. */
export function writeReport(report: CheckReport, format: Format, file: string | undefined, console_: Console): void {
  const content = print(report, format, console_);
  if (file === undefined) {
    console_.data(content);
    return;
  }
  writeReportFile(file, content);
  console_.note(say(checkWords.written, console_.language, { file }));
}

function print(report: CheckReport, format: Format, { language }: Console): string {
  switch (format) {
    case 'json': return JSON.stringify(jsonReport(report), null, 2);
    case 'sarif': return JSON.stringify(sarifReport(report, (require('../../package.json') as { readonly version: string }).version), null, 2);
    case 'junit': return junitReport(report, language);
    case 'markdown': return markdownReport(report, language);
    case 'html': return htmlReport(report, language);
    default: return textReport(report, language);
  }
}
