export { htmlReport } from './html/html.ts';
export { jsonReport, type JsonReport } from './json.ts';
export { junitReport } from './junit.ts';
export { markdownReport } from './markdown.ts';
export type { CheckReport, ControlStatus, CoverageRow, NotJudged, ReportFinding } from './report.ts';
export { sarifReport } from './sarif/sarif.ts';
export { summaryOf, verdictOf, type Summary, type Verdict } from './summary.ts';
export { textReport, type TextOptions } from './text.ts';
