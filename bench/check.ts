/** `npx tsx bench/check.ts [environment]`: how long judging takes, rule by rule, and how it grows with the number of objects. */
import { environmentInput } from '../cli/check/environments.ts';
import { buildEnvironment, renderEnvironment } from '../cli/estate/index.ts';
import { reachOf } from '../cli/reach/facts.ts';
import { judge, PolicyEstate, type EstateObject } from '../engine/policy/index.ts';
import { controls, estateRules, objectRules } from '../policies/index.ts';

const RUNS = 5;
const name = process.argv[2] ?? 'linyi';
const rendered = renderEnvironment(buildEnvironment(name));
const { zones } = environmentInput(rendered);

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

function time(work: () => void, runs = RUNS): { readonly first: number; readonly median: number } {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return { first: times[0]!, median: median(times) };
}

/** The same objects again under other names, `core-mbs` as `core2-mbs`. */
const copies = (objects: readonly EstateObject[], count: number): readonly EstateObject[] => Array.from({ length: count }, (_, copy) => (copy === 0 ? objects
  : objects.map((object) => ({ ...object, manifest: JSON.parse(JSON.stringify(object.manifest).replaceAll(/"(core|pub)-/g, `"$1${copy + 1}-`)) as EstateObject['manifest'] })))).flat();

function all(factor: number): void {
  for (const { objects, files, facts, params } of zones) judge(new PolicyEstate(copies(objects, factor), files, facts), { controls, objectRules, estateRules, params });
}

const row = (what: string, { first, median: usual }: { readonly first: number; readonly median: number }) => console.log(`${what.padEnd(44)} first ${first.toFixed(0).padStart(6)} ms  median ${usual.toFixed(0).padStart(6)} ms`);

console.log(`${name}: ${zones.reduce((sum, { objects }) => sum + objects.length, 0)} objects, ${objectRules.length} object rules, ${estateRules.length} estate rules`);
row('all rules', time(() => all(1)));
row('reachability, with what is declared', time(() => void reachOf(rendered)));
for (const factor of [2, 4]) row(`all rules, ${factor} times the objects (copying included)`, time(() => all(factor), 3));
const perRule = [...objectRules, ...estateRules].map((rule) => ({
  id: rule.id,
  ms: time(() => {
    for (const { objects, files, facts, params } of zones) {
      judge(new PolicyEstate(objects, files, facts), { controls, objectRules: 'checks' in rule ? [rule] : [], estateRules: 'find' in rule ? [rule] : [], params });
    }
  }, 3).median,
}));
for (const { id, ms } of perRule.sort((a, b) => b.ms - a.ms).slice(0, 12)) console.log(`  ${id.padEnd(14)} ${ms.toFixed(0).padStart(5)} ms alone`);
