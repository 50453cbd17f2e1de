import { guardName, type PlacedObject } from '../../guard/index.ts';

/** A workload whose schema migration a change would go back over. */
export interface MigrationChange {
  /** `Kind/namespace/name`. */
  readonly object: string;
  /** `namespace/name`, as `--allow-migration` has it. */
  readonly name: string;
  readonly file: string;
  /** Ids of the migrations; empty where the workload names none. */
  readonly before: string;
  readonly after: string;
}

/** Workloads of both states whose declared migrations differ: schemas go forward only, so the older release may not work with what is there. */
export function migrationChanges(before: readonly PlacedObject[], after: readonly PlacedObject[], annotation: string): readonly MigrationChange[] {
  const key = ({ file, manifest }: PlacedObject) => `${file.split('/').at(-3)} ${guardName(manifest)}`;
  const valueOf = ({ manifest }: PlacedObject) => manifest.metadata.annotations?.[annotation] ?? '';
  const next = new Map(after.map((each) => [key(each), each]));
  return before.flatMap((each) => {
    const then = next.get(key(each));
    if (then === undefined || then.manifest === each.manifest || valueOf(then) === valueOf(each)) return [];
    const { namespace = '', name } = each.manifest.metadata;
    return [{ object: guardName(each.manifest), name: `${namespace}/${name}`, file: each.file, before: valueOf(each), after: valueOf(then) }];
  });
}
