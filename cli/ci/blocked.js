// Ends with 1 when a report of `champ diff --format json` is blocked, and says by what. Plain JavaScript: it needs no transpiler.
const { existsSync, readFileSync } = require('node:fs');

const [file = 'reports/diff.json'] = process.argv.slice(2);
const say = (text) => process.stderr.write(`${text}\n`);

if (!existsSync(file)) {
  say(`${file}: champ diff has written no report / champ diff 没有写出报告`);
  process.exitCode = 1;
} else {
  const { risk, guards } = JSON.parse(readFileSync(file, 'utf8'));
  if (risk === 'blocked') {
    for (const { guard, environment, target, state, en, zh } of guards) if (state === 'blocked') say(`${guard} ${environment} ${target}: ${en} / ${zh}`);
    say('blocked: mend it, or have it approved in environments/<name>/approvals.yaml / 已阻止:修正,或在 environments/<name>/approvals.yaml 中获得批准');
    process.exitCode = 1;
  }
}
