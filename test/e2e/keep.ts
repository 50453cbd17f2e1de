/** `npx projen e2e -- --keep`: all of Linyi, delivered and left running until Ctrl-C. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linyi, ZONES } from './rig/linyi.ts';

const started = Date.now();
const say = (text: string) => process.stderr.write(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${text}\n`);

async function main(): Promise<void> {
  const linyi = await Linyi.start(say);
  await linyi.mustPublish('first publish');
  say('published');
  await linyi.applyRoots();
  say('waiting for the first sync ...');
  await linyi.landed().then(() => say('landed'), (error: Error) => say(error.message));
  for (const line of linyi.simulated()) say(`simulated: ${line}`);
  const token = (zone: string, value: string) => {
    const file = join(linyi.scratch('tokens'), zone);
    writeFileSync(file, value, { mode: 0o600 });
    return file;
  };
  for (const zone of ZONES) {
    const { plane, argocd } = linyi.clusters[zone];
    say(`${zone}: KUBECONFIG=${plane.kubeconfig}`);
    say(`${zone}: ArgoCD ${argocd.url}, token in ${token(zone, argocd.token)}`);
  }
  say(`source ${linyi.estate.source}, config repository ${linyi.estate.url}; Ctrl-C ends and removes all of it`);
}

void main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
