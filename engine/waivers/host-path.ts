import { at, isRecord, text } from '../inspect/plain.ts';
import type { Finding } from '../policy/index.ts';

const VOLUME = /(?:^|\.)volumes\[\d+\]/;
const STORAGE = /^spec\.(?:hostPath|local)(?=\.|$)/;

/** The folder of the host that a finding is about: of its hostPath volume or of its PersistentVolume; admission reads the same. */
export function hostPathOf({ at: found, field }: Finding): string | undefined {
  if (!('manifest' in found)) return undefined;
  const volume = VOLUME.exec(field);
  const [storage] = STORAGE.exec(field) ?? [];
  const source = volume ? [...steps(field.slice(0, volume.index + volume[0].length)), 'hostPath'] : storage?.split('.');
  return source && text(at(valueAt(found.manifest, source), 'path'));
}

const steps = (field: string): readonly string[] => field.split(/[.[\]]+/).filter((step) => step !== '');

function valueAt(root: unknown, path: readonly string[]): unknown {
  return path.reduce((value: unknown, step) => (Array.isArray(value) ? value[Number(step)] : isRecord(value) ? value[step] : undefined), root);
}
