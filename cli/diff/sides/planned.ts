import { planTree, printYaml, type LedgerObject } from '../../../engine/emit/index.ts';
import { fileOf, type Manifest, type RenderedObject } from '../../../engine/manifest.ts';
import type { Given } from './contents.ts';
import { fingerprintOf, ledgerOf, type Printed } from './pack.ts';
import { plain } from './plain.ts';

/**
 * A rendered environment, where an object of which `former` has the same data is taken to print the same: few differ, and to print all of them
 * takes a third of a comparison. Throws a ProblemError with what cannot be a file.
 */
export function plannedAgain(name: string, rendered: Printed, former?: Given): Given {
  const { output } = rendered;
  const byFile = new Map<string, RenderedObject>(output.objects.map((object) => [fileOf(object), object]));
  // two objects of one file are told by whoever prints them all
  const hashes = former?.fingerprint && byFile.size === output.objects.length ? new Map(former.ledger.objects.map(({ file, hash }) => [file, hash])) : undefined;
  const [known, fresh]: [LedgerObject[], RenderedObject[]] = [[], []];
  for (const [file, object] of hashes ? byFile : []) {
    const hash = hashes!.get(file);
    if (hash === undefined || former!.fingerprint!(file) !== fingerprintOf(object.manifest)) fresh.push(object);
    else known.push(rowOf(file, hash, object));
  }
  const tree = hashes ? planTree({ environment: name, objects: fresh, files: output.files }) : rendered.tree;
  const planned = ledgerOf(tree);
  return {
    name,
    ledger: known.length === 0 ? planned : { ...planned, objects: [...planned.objects, ...known].sort((a, b) => (a.file < b.file ? -1 : 1)) },
    contentOf: (file) => Buffer.from(tree.files.get(file)?.content ?? printYaml(byFile.get(file)!.manifest)),
    made(file) {
      const object = byFile.get(file);
      return object && plain<Manifest>(object.manifest);
    },
  };
}

function rowOf(file: string, hash: string, { manifest: { apiVersion, kind, metadata: { name, namespace } }, path, source }: RenderedObject): LedgerObject {
  return { file, hash, path, source, apiVersion, kind, ...(namespace === undefined ? {} : { namespace }), name };
}
