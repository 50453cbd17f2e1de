import { isRecord } from '../inspect/plain.ts';
import type { Manifest } from '../manifest.ts';
import { valueAt } from './values.ts';

/** A place that an Application follows. */
interface Followed {
  /** Address and revision; of a chart its name, since versions of it are no other place. */
  readonly repository: string;
  readonly path: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function followed(manifest: Manifest): readonly Followed[] {
  const several = valueAt(manifest, 'spec.sources');
  return [valueAt(manifest, 'spec.source'), ...(Array.isArray(several) ? several : [])].filter(isRecord)
    .map((each) => ({ repository: `${text(each['repoURL'])}@${text(each['chart']) || text(each['targetRevision'])}`, path: text(each['path']) }));
}

/** Says when an Application follows another place than before: what it applied so far is pruned. `repository` is absent where only the path is another. */
export function followsElsewhere(before: Manifest, after: Manifest): { readonly before: string; readonly after: string; readonly repository?: string } | undefined {
  if (after.kind !== 'Application' || !after.apiVersion.startsWith('argoproj.io/')) return undefined;
  const [was, is] = [followed(before), followed(after)];
  const repository = is.find((each) => !was.some((former) => former.repository === each.repository))?.repository;
  const isKept = repository === undefined && is.length >= was.length && is.every(({ path }) => was.some((former) => former.path === path));
  const shown = (places: readonly Followed[]) => places.map((each) => `${each.repository} ${each.path}`.trim()).join(', ');
  return isKept ? undefined : { before: shown(was), after: shown(is), ...(repository === undefined ? {} : { repository }) };
}
