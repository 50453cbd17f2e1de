import { guardName } from '../../guard/index.ts';
import { at, records, text } from '../../inspect/plain.ts';
import type { Manifest } from '../../manifest.ts';
import { zoneOfFile, type EnvironmentPair } from '../analysis/pair.ts';
import type { Change } from '../change.ts';
import type { Stop } from './row.ts';

const TENANT = 'champ.hsa/tenant';

/** Folders of Git that an Application follows: a chart has versions, which are no other place. */
function placesOf(manifest: Manifest): readonly { readonly repository: string; readonly path: string }[] {
  const [one, several] = [at(manifest, 'spec', 'source'), at(manifest, 'spec', 'sources')];
  return records([one, ...(Array.isArray(several) ? several : [])]).map((each) => ({
    repository: [text(each['repoURL']), text(each['chart']) === undefined ? text(each['targetRevision']) : text(each['chart'])].join('@'), path: text(each['path']) ?? '',
  }));
}

/** Applications that follow another place: what they applied so far is pruned. Those that go to the same repository are one. */
export function followersElsewhere(pair: EnvironmentPair): readonly Stop[] {
  const found = new Map<string, Change[]>();
  for (const change of pair.changes) {
    const { before, after, zone, object: { kind } } = change;
    if (kind !== 'Application' || !before || !after) continue;
    const [was, is] = [placesOf(before), placesOf(after)];
    const strange = is.find(({ repository }) => !was.some((each) => each.repository === repository));
    const isMoved = !is.every(({ path }) => was.some((each) => each.path === path)) || is.length < was.length;
    const target = strange ? `${zone}/${strange.repository}` : isMoved ? guardName(after) : undefined;
    if (target !== undefined) found.set(target, [...(found.get(target) ?? []), change]);
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
