import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { verifyTree } from '../../engine/emit/index.ts';
import { locate, readManifests } from '../../engine/manifests/index.ts';
import type { CheckInput } from './input.ts';

/** A manifest, or a folder of somebody's own, which the reader looks through. */
const MANIFEST = /^[^/]+\/(?!control-plane\/).+(?:\.ya?ml|\.json|\/)$/;

export interface Edited {
  readonly input: CheckInput;
  /** Files of the output that are not as synth wrote them, as shown to people. */
  readonly files: readonly string[];
}

/**
 * Output that somebody edited after synth is judged as it stands there: it may be what gets published. `folder` is
 * `dist/<environment>`; without it only the source is judged.
 */
export function withEdits(input: CheckInput, folder: string): Edited {
  if (!existsSync(folder)) return { input, files: [] };
  const { changed, foreign } = verifyTree(folder);
  const files = [...changed, ...foreign].filter((file) => MANIFEST.test(file)).sort().map((file) => join(folder, file).split('\\').join('/'));
  if (files.length === 0) return { input, files };
  const found = readManifests(files);
  const replaced = new Set(found.objects.map(({ file }) => file));
  return {
    files,
    input: {
      ...input,
      problems: [...input.problems, ...found.problems],
      locate: (at, field) => (replaced.has(at.file) ? locate(at, field) : input.locate(at, field)),
      zones: input.zones.map((zone) => ({
        ...zone, objects: [...zone.objects.filter(({ file }) => !replaced.has(file)), ...found.objects.filter((each) => each.zone === zone.zone)],
      })),
    },
  };
}
