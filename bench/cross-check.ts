import { existsSync } from 'node:fs';
import { compare } from './cross-check/compare.ts';
import { REVIEWED, VERDICTS } from './cross-check/reviewed.ts';
import { champ, checkov, INSTALL, kubeScore, ToolError, zonesOf, type Complaint } from './cross-check/tools.ts';
import { tableOf } from './cross-check/table.ts';

const EXAMPLES = 5;

async function main(folder: string): Promise<number> {
  const zones = zonesOf(folder);
  const missing: string[] = [];
  const asked = async (tool: keyof typeof INSTALL, ask: (zone: string, below: string) => Promise<readonly Complaint[]>): Promise<readonly Complaint[]> => {
    const complaints: Complaint[] = [];
    try {
      for (const each of zones) complaints.push(...await ask(each.zone, each.folder));
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      missing.push(`${error.message}\n  install it with: ${INSTALL[tool]}`);
    }
    return complaints;
  };
  const complaints = (await Promise.all([champ(folder), asked('checkov', checkov), asked('kube-score', kubeScore)])).flat();
  const { rows, stale } = compare(complaints, REVIEWED);
  for (const { tool, id, objects, review, unread } of rows) {
    const count = review && review.objects !== objects.length ? `${objects.length} (reviewed: ${review.objects})` : String(objects.length);
    process.stdout.write(`${tool.padEnd(11)}${id.padEnd(50)}${count.padStart(5)}  ${review ? VERDICTS[review.verdict].en : 'NOT REVIEWED'}\n`);
    for (const object of unread.slice(0, EXAMPLES)) process.stdout.write(`  not reviewed: ${object}\n`);
    if (unread.length > EXAMPLES) process.stdout.write(`  and ${unread.length - EXAMPLES} more\n`);
  }
  if (missing.length === 0) for (const { tool, id } of stale) process.stdout.write(`${tool.padEnd(11)}${id.padEnd(50)}    0  reviewed, but nothing says it any more\n`);
  for (const each of missing) process.stderr.write(`${each}\n`);
  const unreviewed = rows.filter(({ unread }) => unread.length > 0);
  process.stdout.write(`${rows.length} checks complain, ${unreviewed.length} of them about objects that nobody has reviewed\n`);
  return missing.length > 0 ? 2 : unreviewed.length > 0 ? 1 : 0;
}

const [argument] = process.argv.slice(2);
if (argument === '--table') {
  process.stdout.write(`${tableOf(process.argv[3] === 'zh' ? 'zh' : 'en')}\n`);
} else if (argument === undefined || !existsSync(argument)) {
  process.stderr.write('usage: npx tsx bench/cross-check.ts FOLDER    (a folder that champ synth wrote, or any manifests)\n       npx tsx bench/cross-check.ts --table zh|en\n');
  process.exitCode = 2;
} else {
  void main(argument).then((code) => { process.exitCode = code; });
}
