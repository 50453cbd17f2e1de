export { htmlReport } from './html/html.ts';
export { jsonReport, type JsonChange, type JsonChangeReport } from './json.ts';
export { markdownReport, MARKER } from './markdown.ts';
export { headline, summaryOf, type ChangeSummary } from './summary.ts';
export { textReport, type Colours, type TextOptions } from './text.ts';
