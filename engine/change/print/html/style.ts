import { createHash } from 'node:crypto';

/** The whole style of the page, in light and dark and for paper; it has no script, so the language is chosen by two radio buttons. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b222c; --dim: #525c69; --page: #fff; --soft: #f4f6f8; --line: #c9ced6; --link: #0b4f9e;
  --good: #14532b; --warn: #6b4000; --bad: #8c0f16; --good-soft: #e9f6ed; --warn-soft: #fff4de; --bad-soft: #fdeced; --full: #8c0f16; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e8ee; --dim: #a3adba; --page: #14181e; --soft: #1e242c; --line: #3a4350; --link: #8ab8f2;
  --good: #84d6a1; --warn: #f0c070; --bad: #ff9a9f; --good-soft: #16301f; --warn-soft: #372a10; --bad-soft: #3d181b; --full: #a3131b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 80rem; padding: 1.5rem 2rem 4rem; color: var(--ink); background: var(--page);
  font: 15px/1.6 "Segoe UI", "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
#zh:checked ~ main [lang="en"], #en:checked ~ main [lang="zh"] { display: none; }
.choice { margin-right: 1rem; cursor: pointer; }
h1 { font-size: 1.6rem; margin: .6rem 0 .4rem; }
h2 { font-size: 1.2rem; margin: 1.5rem 0 .3rem; padding-bottom: .25rem; border-bottom: 2px solid var(--dim); }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .3rem; } h3 .count, h2 .count { color: var(--dim); font-weight: 400; }
a { color: var(--link); }
code, pre, td.value { font: .88em/1.5 "Cascadia Mono", Consolas, "Liberation Mono", Menlo, "Noto Sans Mono CJK SC", monospace; }
code { unicode-bidi: isolate; overflow-wrap: anywhere; padding: .05em .3em; border-radius: .2rem; background: var(--soft); }
td code { background: none; padding: 0; }
pre { margin: .4rem 0; padding: .6rem .8rem; background: var(--page); border: 1px solid var(--line); border-radius: .25rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.verdict { font-size: 1.1rem; padding: .7rem 1rem; border: 2px solid var(--line); border-left-width: .7rem; margin: 1rem 0; }
.verdict .badge { font-size: 1rem; margin-right: .4rem; }
.verdict.low, .verdict.same { border-color: var(--good); } .verdict.medium { border-color: var(--warn); } .verdict.high, .verdict.blocked { border-color: var(--bad); }
nav { margin: .8rem 0; } nav a { margin-right: 1.1rem; white-space: nowrap; }
ul { list-style: none; margin: .3rem 0; padding: 0; }
ul.lines > li { padding: .35rem .5rem .35rem 1.9rem; position: relative; border-top: 1px solid var(--line); }
ul.lines > li:first-child { border-top: 0; }
ul.under { color: var(--ink); } ul.under > li { margin-top: .1rem; }
.mark { position: absolute; left: .4rem; width: 1.1rem; text-align: center; font-weight: 700; }
.mark.added { color: var(--good); } .mark.removed, .mark.warning { color: var(--bad); }
.label { color: var(--dim); }
.badge { display: inline-block; white-space: nowrap; padding: 0 .45rem; border: 1px solid; border-radius: .25rem; font-weight: 600; font-size: .88em; }
.badge.low { color: var(--good); background: var(--good-soft); } .badge.medium { color: var(--warn); background: var(--warn-soft); }
.badge.high { color: var(--bad); background: var(--bad-soft); } .badge.blocked { color: #fff; background: var(--full); border-color: var(--full); }
#blocked ul.lines > li { background: var(--bad-soft); border: 1px solid var(--bad); border-radius: .25rem; margin: .5rem 0; }
details { margin-top: .2rem; } summary { cursor: pointer; color: var(--dim); }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: .3rem 0 .6rem; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: var(--soft); font-weight: 600; } td.value { white-space: pre-wrap; }
td.value.gone { background: var(--bad-soft); } td.value.new { background: var(--good-soft); }
.more { color: var(--dim); }
@page { size: A4; margin: 14mm; }
@media print {
  :root { color-scheme: light; --ink: #000; --dim: #444; --page: #fff; --soft: #f4f6f8; --line: #bbb; --link: #000;
    --good: #14532b; --warn: #6b4000; --bad: #8c0f16; --good-soft: #e9f6ed; --warn-soft: #fff4de; --bad-soft: #fdeced; --full: #8c0f16; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  body > input, .choice, nav { display: none; }
  h2, h3, summary { break-after: avoid; } tr { break-inside: avoid; } thead { display: table-header-group; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .badge, th, td, .verdict, #blocked li { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

/** Nothing is loaded, run or sent; the one style is named by its hash. */
export const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;
