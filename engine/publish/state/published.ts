import { ledgerText, type PlannedFile, type Tree } from '../../emit/index.ts';

export const LEDGER = 'ledger.json';
export const METADATA = 'hydrator.metadata';

/** Files of one zone, as synth names them: `core/core-mbs/deployment.hsa-mbs.yaml`. */
export function filesOfZone(tree: Tree, zone: string): readonly PlannedFile[] {
  return [...tree.files.values()].filter(({ file }) => file.startsWith(`${zone}/`));
}

/** What a config repository holds of these zones, by path in it; `hydrator.metadata` is not among it, since it names the commit. */
export function publishedTree(tree: Tree, zones: readonly string[]): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const zone of zones) {
    const files = filesOfZone(tree, zone);
    for (const { file, content } of files) found.set(`${tree.environment}/${file}`, Buffer.from(content));
    found.set(`${tree.environment}/${zone}/${LEDGER}`, Buffer.from(ledgerText(tree.environment, files)));
  }
  return found;
}
