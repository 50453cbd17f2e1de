import { createHash } from 'node:crypto';

/** The whole style of the page; it has no script, so the language is chosen by two radio buttons. */
export const STYLE = `
:root { color-scheme: light; --line: #c9ced6; --soft: #f4f6f8; --ink: #1b222c; --dim: #525c69; --link: #0b4f9e; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 84rem; padding: 1.5rem 2rem 4rem; color: var(--ink); background: #fff;
  font: 15px/1.55 "Segoe UI", "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
#zh:checked ~ main [lang="en"], #en:checked ~ main [lang="zh"] { display: none; }
.choice { margin-right: 1rem; cursor: pointer; }
h1 { font-size: 1.7rem; margin: .6rem 0 .4rem; }
h2 { font-size: 1.3rem; margin: 2.4rem 0 .7rem; padding-bottom: .3rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; }
p { margin: .4rem 0; max-width: 65rem; }
a { color: var(--link); }
code { font: .86em/1.45 "Cascadia Mono", Consolas, "Liberation Mono", Menlo, monospace; overflow-wrap: anywhere; }
small, .dim { color: var(--dim); font-size: .88em; }
.verdict { font-size: 1.15rem; font-weight: 600; padding: .7rem 1rem; border: 2px solid; border-left-width: .7rem; margin: 1rem 0; max-width: none; }
.verdict.passed { border-color: #1a6b35; } .verdict.failed { border-color: #a3131b; }
.verdict.incomplete, .verdict.empty { border-color: #8a5200; }
nav { margin: .8rem 0; } nav a { margin-right: 1.1rem; white-space: nowrap; }
dl.stamp { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; margin: .8rem 0; }
dl.stamp dt { color: var(--dim); } dl.stamp dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
th, td { border: 1px solid var(--line); padding: .35rem .55rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
th { background: var(--soft); font-weight: 600; } th::first-letter, dt::first-letter { text-transform: uppercase; }
.beside { display: flex; flex-wrap: wrap; gap: 0 1.6rem; align-items: flex-start; }
table.numbers { width: auto; min-width: 14rem; } table.numbers td:nth-child(2) { text-align: right; font-variant-numeric: tabular-nums; }
table.coverage td:nth-child(1), .nowrap { white-space: nowrap; }
table.coverage td:nth-child(2) { width: 34%; } table.coverage td:nth-child(7) { width: 22%; }
table.findings { table-layout: fixed; } table.findings th:nth-child(1) { width: 26%; } table.findings th:nth-child(3) { width: 34%; }
tr.group th { background: #e6eaef; }
.badge { display: inline-block; white-space: nowrap; padding: 0 .45rem; border: 1px solid; border-radius: .25rem; font-weight: 600; font-size: .9em; }
.passed { color: #14532b; } .badge.passed { background: #e9f6ed; }
.failed, .critical, .high { color: #8c0f16; } .badge.failed, .badge.high { background: #fdeced; }
.badge.critical { background: #8c0f16; color: #fff; border-color: #8c0f16; }
.waived, .medium { color: #6b4000; } .badge.waived, .badge.medium { background: #fff4de; }
.partly { color: #123f73; } .badge.partly { background: #e8f1fb; }
.elsewhere, .absent, .unasked, .low { color: #3d4652; } .badge.elsewhere, .badge.absent, .badge.unasked, .badge.low { background: #f0f2f4; }
.verdict { color: var(--ink); }
.more { font-weight: 600; padding: .4rem .7rem; border: 1px dashed var(--dim); background: var(--soft); }
.fix { border-left: .25rem solid var(--link); padding-left: .7rem; }
@page { size: A4 landscape; margin: 14mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  body > input, .choice, nav { display: none; }
  a { color: inherit; text-decoration: none; }
  th, td { padding: .2rem .45rem; }
  h2, h3, p, tr.group { break-after: avoid; } tr { break-inside: avoid; } thead { display: table-header-group; }
  .badge, th, tr.group th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

/** Nothing is loaded, run or sent; the one style is named by its hash. */
export const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;
