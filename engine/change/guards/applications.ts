import { followsElsewhere, guardName } from '../../guard/index.ts';
import { at, text } from '../../inspect/plain.ts';
import { zoneOfFile, type EnvironmentPair } from '../analysis/pair.ts';
import type { Change } from '../change.ts';
import type { Stop } from './row.ts';

const TENANT = 'champ.hsa/tenant';

/** Applications that follow another place: what they applied so far is pruned. Those that go to the same repository are one. */
export function followersElsewhere(pair: EnvironmentPair): readonly Stop[] {
  const found = new Map<string, Change[]>();
  for (const change of pair.changes) {
    const { before, after, zone } = change;
    if (!before || !after) continue;
    const elsewhere = followsElsewhere(before, after);
    if (!elsewhere) continue;
    const target = elsewhere.repository === undefined ? guardName(after) : `${zone}/${elsewhere.repository}`;
    found.set(target, [...(found.get(target) ?? []), change]);
  }
  return [...found].map(([target, changes]) => ({
    environment: pair.name, target: target.replace(/[\s*?]/g, '_'), changes,
    zh: `${changes.length} 个 Application 改为跟随另一处:原来的对象会被清理`, en: `Applications follow another place (${changes.length}): what they applied so far is pruned`,
  }));
}

/** A project of another tenant than that of the namespace: it may deploy what the former could not. */
export function strangeProject(pair: EnvironmentPair, { zone, before, after, object }: Change): readonly string[] {
  const name = text(at(after, 'spec', 'project'));
  if (object.kind !== 'Application' || !before || name === at(before, 'spec', 'project')) return [];
  const tenantOf = (kind: string, wanted: string) => pair.after((row) => row.kind === kind && row.name === wanted && zoneOfFile(row.file) === zone)[0]?.manifest.metadata.labels?.[TENANT];
  const tenant = tenantOf('AppProject', name ?? '');
  return tenant !== undefined && tenant === tenantOf('Namespace', text(at(after, 'spec', 'destination', 'namespace')) ?? '') ? [] : ['spec.project'];
}
