import { canonical } from '../../guard/values.ts';
import { at, records } from '../../inspect/plain.ts';
import type { Manifest } from '../../manifest.ts';
import { groupOf, hasPods, podsIn } from '../../pods/index.ts';
import type { Strategy } from './strategy.ts';

const BUILT_IN: ReadonlySet<string> = new Set(['', 'apps', 'batch']);
const COUNTS = ['replicas', 'instances', 'clusterSize', 'size'] as const;

/** True for a custom resource whose pods an operator makes. */
export const isOperated = (manifest: Manifest): boolean => !BUILT_IN.has(groupOf(manifest.apiVersion)) && hasPods(manifest);

/** Fields of a custom resource that its pods are made of: what it says of them, and the version of what they run. */
export function operatedReasons(before: Manifest, after: Manifest): readonly string[] {
  const [was, is] = [podsIn(before), podsIn(after)];
  const found: string[] = [];
  if (canonical(was.map(({ spec, metadata, containers }) => [spec, metadata, containers.map(({ name, container }) => [name, container])])) !== canonical(is.map(({ spec, metadata, containers }) => [spec, metadata, containers.map(({ name, container }) => [name, container])]))) found.push('pods');
  for (const field of ['version', 'image', 'imageRepository'] as const) if (canonical(at(before, 'spec', field)) !== canonical(at(after, 'spec', field))) found.push(field === 'version' ? 'version' : 'image');
  return [...new Set(found)].sort();
}

/** Its operator decides how; one after another is what all of ours do. */
export function operatedStrategy(manifest: Manifest): Strategy {
  const spec = manifest['spec'];
  const sets = records(at(spec, 'nodeSets')).reduce((sum, each) => sum + (typeof each['count'] === 'number' ? each['count'] : 0), 0);
  const stated = COUNTS.map((field) => at(spec, field)).find((value) => typeof value === 'number');
  const pods = sets || (typeof stated === 'number' ? stated : 1);
  return { pods, surge: 0, missing: 1, text: { zh: '由 operator 逐个替换', en: 'its operator replaces them one by one' } };
}
