import { createHash } from 'node:crypto';
import { budgetOf, dangers, guardName, type Danger, type PlacedObject } from '../../guard/index.ts';
import { keptBecause } from '../../guard/stateful.ts';
import type { GuardRow as DangerRow } from '../../guard/index.ts';
import type { Change } from '../change.ts';
import type { EnvironmentPair } from '../analysis/pair.ts';
import { followersElsewhere } from './applications.ts';
import type { Analysis, Stop } from './row.ts';

interface Destroyed {
  readonly row: DangerRow;
  readonly change: Change;
}

const known = new WeakMap<EnvironmentPair, readonly Destroyed[]>();

/** Every danger among the changes of an environment, found once. Hooks, which ArgoCD makes anew at every sync, are none. */
function destroyedIn(pair: EnvironmentPair): readonly Destroyed[] {
  let found = known.get(pair);
  if (!found) known.set(pair, (found = compute(pair)));
  return found;
}

function compute(pair: EnvironmentPair): readonly Destroyed[] {
  const fileBefore = ({ file, from }: Change) => from?.file ?? file;
  const changed = pair.changes.filter(({ object }) => object.kind !== 'File');
  const before = changed.flatMap((each): readonly PlacedObject[] => (each.before ? [{ file: fileBefore(each), manifest: each.before }] : []));
  if (before.length === 0) return [];
  const after = changed.flatMap((each): readonly PlacedObject[] => (each.after ? [{ file: each.file, manifest: each.after }] : []));
  const byName = new Map(changed.flatMap((each) => (each.before ? [[`${fileBefore(each)} ${guardName(each.before)}`, each] as const] : [])));
  // an autoscaler that did not change sets the size of its workload all the same
  const scalers = changed.some(({ object }) => object.kind === 'StatefulSet') ? pair.after(({ kind }) => kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject') : [];
  return dangers(before, [...after, ...scalers]).flatMap((row) => {
    const change = byName.get(`${row.file} ${row.object}`);
    return change ? [{ row, change }] : [];
  });
}

const stop = (pair: EnvironmentPair, target: string, changes: readonly Change[], zh: string, en: string): Stop => ({ environment: pair.name, target, changes, zh, en });

const PLAIN: ReadonlySet<Danger> = new Set(['delete', 'move']);

/** Namespaces whose deletion the same change asks for: what is in them goes with them. */
export function namespacesGone(pair: EnvironmentPair): ReadonlySet<string> {
  return new Set(destroyedIn(pair).filter(({ row }) => row.danger === 'namespace').map(({ row, change }) => `${row.zone} ${change.before!.metadata.name}`));
}

/**
 * Plain objects that go beyond the budget, by Application. Renamed objects have a successor and do not count; nor does what goes with
 * a Namespace, which has a stop of its own. The target names the number and a digest of the names, so that it is for these alone.
 */
export function overBudget({ pair }: Analysis): readonly Stop[] {
  const gone = namespacesGone(pair);
  const plain = destroyedIn(pair).filter(({ row, change }) => PLAIN.has(row.danger) && change.class !== 'renamed' && !gone.has(`${row.zone} ${change.before!.metadata.namespace ?? ''}`));
  const budget = budgetOf(pair.total);
  if (plain.length <= budget) return [];
  const byFolder = new Map<string, Destroyed[]>();
  for (const each of plain) {
    const folder = each.row.file.slice(0, each.row.file.lastIndexOf('/'));
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), each]);
  }
  return [...byFolder].map(([folder, of]) => {
    const names = of.map(({ row }) => row.object).sort();
    const digest = createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 8);
    const few = names.slice(0, 5).join(', ') + (names.length > 5 ? ' ...' : '');
    return stop(pair, `${folder}/${names.length}-${digest}`, of.map(({ change }) => change),
      `删除或移走 ${names.length} 个对象(共 ${plain.length} 个,预算 ${budget} 个):${few}`,
      `${names.length} objects are deleted or moved away (${plain.length} in all, budget ${budget}): ${few}`);
  });
}

/** State that is lost: deleted, renamed, replaced, moved to another Application, or with fewer members or less storage. */
export function lostState({ pair }: Analysis): readonly Stop[] {
  return [...goneState(pair), ...givenUpStorage(pair)];
}

/** What keeps its name and its size, but not its volumes. */
function givenUpStorage(pair: EnvironmentPair): readonly Stop[] {
  return grouped(pair, ({ row }) => row.danger === 'storage').map(([object, of]) => {
    const fields = of.flatMap(({ row }) => row.change?.field ?? []).join(', ');
    return stop(pair, object, of.map(({ change }) => change), `有状态对象放弃原有存储:${fields}`, `an object with state gives up its storage: ${fields}`);
  });
}

function goneState(pair: EnvironmentPair): readonly Stop[] {
  return grouped(pair, ({ row, change }) => row.danger === 'state' || row.danger === 'shrink' || (row.danger === 'replace' && keptBecause(change.before!) === 'state'))
    .map(([object, of]) => {
      const [{ row, change }] = of as readonly [Destroyed, ...Destroyed[]];
      const fields = of.flatMap((each) => each.row.change?.field ?? []).join(', ');
      const changes = of.map((each) => each.change);
      if (row.danger === 'replace') return stop(pair, object, changes, `有状态对象的 ${fields} 不可原地修改,须删除重建,数据可能丢失`, `${fields} of an object with state cannot change in place: it would be deleted and made anew, and its data with it`);
      if (row.danger === 'shrink') return stop(pair, object, changes, `有状态对象缩减:${fields}`, `an object with state shrinks: ${fields}`);
      if (row.to !== undefined) return stop(pair, object, changes, `有状态对象移到应用 ${row.to}:原应用会清理它`, `an object with state moves to ${row.to}: the Application that had it prunes it`);
      if (change.class === 'renamed') return stop(pair, object, changes, `有状态对象改名为 ${change.object.name}:新名字从空数据开始`, `an object with state becomes ${change.object.name}: the new one starts without its data`);
      return stop(pair, object, changes, '删除有状态对象,其数据可能随之丢失', 'an object with state is deleted, and its data may go with it');
    });
}

export function lostNamespaces({ pair }: Analysis): readonly Stop[] {
  return grouped(pair, ({ row }) => row.danger === 'namespace').map(([object, of]) => {
    const { name } = of[0]!.change.before!.metadata;
    const inside = pair.before((row) => row.namespace === name && row.file.startsWith(`${of[0]!.row.zone}/`)).length;
    return stop(pair, object, of.map(({ change }) => change), `删除命名空间,连同其中 ${inside} 个对象`, `a Namespace is deleted, with ${inside} objects in it`);
  });
}

/** A definition that goes, or a stored version of it: all custom resources of the kind go with it. */
export function lostDefinitions({ pair }: Analysis): readonly Stop[] {
  return grouped(pair, ({ row, change }) => row.danger === 'definition' || (row.danger === 'replace' && change.object.kind === 'CustomResourceDefinition'))
    .map(([object, of]) => stop(pair, object, of.map(({ change }) => change), '删除或重建 CRD,该类资源会全部随之删除', 'a definition is deleted or made anew: all resources of its kind go with it'));
}

/** An Application or its project: what they apply is pruned. */
export function lostApplications({ pair }: Analysis): readonly Stop[] {
  const gone = grouped(pair, ({ row }) => row.danger === 'application').map(([object, of]) => stop(pair, object, of.map(({ change }) => change),
    '删除 ArgoCD 的 Application 或 AppProject,其管理的对象会被清理',
    'an Application or AppProject of ArgoCD is deleted: what it applies is pruned'));
  return [...gone, ...followersElsewhere(pair)];
}

/** Fields of other objects that the API server refuses to change, such as a selector. */
export function immutable({ pair }: Analysis): readonly Stop[] {
  return grouped(pair, ({ row, change }) => row.danger === 'replace' && keptBecause(change.before!) !== 'state' && change.object.kind !== 'CustomResourceDefinition').map(([object, of]) => {
    const fields = of.flatMap((each) => each.row.change?.field ?? []).join(', ');
    return stop(pair, object, of.map(({ change }) => change), `${fields} 不可原地修改:API server 会拒绝,须先删除该对象`, `${fields} cannot change in place: the API server refuses it until the object is deleted`);
  });
}

function grouped(pair: EnvironmentPair, of: (each: Destroyed) => boolean): readonly (readonly [object: string, rows: readonly Destroyed[]])[] {
  const found = new Map<string, Destroyed[]>();
  for (const each of destroyedIn(pair)) if (of(each)) found.set(each.row.object, [...(found.get(each.row.object) ?? []), each]);
  return [...found];
}
