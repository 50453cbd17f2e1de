import { isHook } from '../guard/placed.ts';
import { guardName } from '../guard/index.ts';
import type { InspectFacts } from '../inspect/facts.ts';
import { at, text } from '../inspect/plain.ts';
import type { Manifest } from '../manifest.ts';
import type { Text } from '../problem/index.ts';
import { canonical } from '../guard/values.ts';
import type { EnvironmentPair } from './analysis/pair.ts';
import type { Belonging } from './analysis/services.ts';
import type { Change, Meaning } from './change.ts';
import type { Restart } from './report.ts';
import { isOperated, operatedReasons, operatedStrategy } from './restart/operated.ts';
import { stallOf } from './restart/stalls.ts';
import { strategyOf } from './restart/strategy.ts';
import { Surroundings } from './restart/surroundings.ts';
import { configOf, isSameTemplate, reasonsOf, templateOf } from './restart/template.ts';

export interface Restarts {
  /** In the order in which they come: by the wave of the Application, then by its name and the object's. */
  readonly rows: readonly Restart[];
  /** Changes whose pods are made anew, with why. */
  readonly because: ReadonlyMap<Change, readonly string[]>;
  /** Configuration that changed and that nobody restarts for, told at the change. */
  readonly unread: ReadonlyMap<Change, Meaning>;
}

interface Placed {
  readonly application: string;
  readonly row: Restart;
}

const CONFIG: ReadonlySet<string> = new Set(['ConfigMap', 'Secret', 'ExternalSecret']);
const RELOADED = 'reloader.stakater.com/auto';

/** Pods that the change makes anew, and configuration that changes without a restart. What is created or deleted as a whole is no restart. */
export function restartsOf(pair: EnvironmentPair, belonging: Belonging, facts: InspectFacts = {}): Restarts {
  const rows: Placed[] = [];
  const because = new Map<Change, readonly string[]>();
  const unread = new Map<Change, Meaning>();
  for (const zone of pair.zones) {
    const changes = pair.changes.filter((each) => each.zone === zone);
    const config = changes.filter(hasNewContent);
    const found = changes.flatMap((change) => {
      const reasons = reasonsFor(change, config);
      return reasons.length === 0 ? [] : [{ change, reasons }];
    });
    if (found.length === 0 && config.length === 0) continue;
    const around = new Surroundings(pair, zone, facts);
    const restarting = new Set(found.flatMap(({ change: { after } }) => (after ? [after] : [])));
    for (const { change, reasons } of found) {
      because.set(change, reasons);
      rows.push({ application: change.application, row: rowOf(change, reasons, around, restarting, belonging) });
    }
    for (const change of config) {
      const meaning = unreadBy(change, around, restarting);
      if (meaning) unread.set(change, meaning);
    }
  }
  const sorted = rows.sort((a, b) => a.row.wave - b.row.wave || compare(a.row.zone, b.row.zone) || compare(a.application, b.application) || compare(a.row.object, b.row.object));
  return { rows: sorted.map(({ row }) => row), because, unread };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Configuration that was there and says something else now. */
function hasNewContent({ object, before, after }: Change): boolean {
  if (!CONFIG.has(object.kind) || !before || !after) return false;
  return (['data', 'binaryData', 'stringData', 'spec'] as const).some((field) => canonical(before[field]) !== canonical(after[field]));
}

/** Why the pods of a change are made anew; none when they are not. */
function reasonsFor({ class: of, before, after, object, fields }: Change, config: readonly Change[]): readonly string[] {
  if (!before || !after || isHook(after)) return [];
  if (of !== 'renamed' && !fields.some(({ field }) => field.startsWith('spec'))) return [];
  if (isOperated(after)) return of === 'replaced' ? ['replaced'] : operatedReasons(before, after);
  const [was, is] = [templateOf(before), templateOf(after)];
  if (!was || !is) return [];
  const anew = of === 'replaced' || of === 'renamed' ? [of] : [];
  if (anew.length === 0 && isSameTemplate(was, is)) return [];
  const reasons = reasonsOf(was, is);
  const read = configOf(is);
  const files = config.filter((each) => each.object.namespace === object.namespace && read.has(secretKey(each))).flatMap(keysOf);
  return [...anew, ...(reasons.includes('config') ? [...reasons.filter((each) => each !== 'config'), ...(files.length > 0 ? files : ['config'])] : reasons)];
}

/** A Secret that an ExternalSecret makes is read by the Secret's name. */
function secretKey({ object, after }: Change): string {
  return object.kind === 'ExternalSecret' ? `Secret/${text(at(after, 'spec', 'target', 'name')) ?? object.name}` : `${object.kind}/${object.name}`;
}

/** `config hsa-mbs-config/application.yml` for each key that differs; of what holds secrets the name alone. */
function keysOf({ object, before, after }: Change): readonly string[] {
  if (object.kind !== 'ConfigMap') return [`secret ${object.name}`];
  const keys = (['data', 'binaryData'] as const).flatMap((field) => {
    const [was, is] = [before?.[field], after?.[field]].map((each) => (typeof each === 'object' && each !== null ? (each as Readonly<Record<string, unknown>>) : {}));
    return [...new Set([...Object.keys(was!), ...Object.keys(is!)])].filter((key) => was![key] !== is![key]);
  });
  return keys.sort().map((key) => `config ${object.name}/${key}`);
}

function rowOf(change: Change, because: readonly string[], around: Surroundings, restarting: ReadonlySet<Manifest>, belonging: Belonging): Restart {
  const manifest = change.after!;
  const template = templateOf(manifest);
  const { rest } = around.countOf(manifest);
  const strategy = isOperated(manifest) ? operatedStrategy(manifest) : strategyOf(manifest, rest);
  const namespace = manifest.metadata.namespace ?? '';
  const quota = around.quotaFor(namespace, restarting);
  const stalls = template && stallOf({ manifest, template, strategy, pods: rest, claims: around.claims.get(namespace) ?? new Map(), ...(quota ? { quota } : {}), ...(around.nodes ? { nodes: around.nodes } : {}) });
  const [service] = belonging.servicesOf(change);
  return {
    environment: change.environment, zone: change.zone, object: guardName(manifest), ...(service ? { service } : {}), pods: strategy.pods,
    wave: around.waveOf(change.application), strategy: anew(change) ?? strategy.text, ...(stalls ? { stalls } : {}), because,
  };
}

const anew = ({ class: of }: Change): Text | undefined =>
  of === 'replaced' ? { zh: '先删除再新建:全部 Pod 同时中断', en: 'deleted and made anew: all pods are away for a while' } : of === 'renamed' ? { zh: '按新名字新建,旧的删除', en: 'made under the new name, the old ones go' } : undefined;

/** Who mounts the configuration and goes on with what it read when it started. */
function unreadBy(change: Change, around: Surroundings, restarting: ReadonlySet<Manifest>): Meaning | undefined {
  const key = secretKey(change);
  const readers = around.workloads.filter(({ manifest, namespace, template }) => (
    namespace === change.object.namespace && !restarting.has(manifest) && manifest.kind !== 'CronJob' && manifest.kind !== 'Job' && manifest.metadata.annotations?.[RELOADED] !== 'true' && configOf(template).has(key)
  ));
  if (readers.length === 0) return undefined;
  const live = readers.filter(({ template }) => configOf(template).get(key)!.live);
  const names = readers.map(({ manifest }) => guardName(manifest)).sort();
  const list = names.slice(0, 5).join(', ') + (names.length > 5 ? ' ...' : '');
  return {
    kind: 'restart', data: { restarts: false, readers: names },
    ...(live.length === readers.length
      ? { zh: `不会重启读取它的 ${list}:文件约一分钟后更新,进程须自己重新加载`, en: `does not restart ${list}, which read it: the files follow within a minute or so, the process must load them again by itself` }
      : { zh: `不会重启读取它的 ${list}:重启之前仍用旧值`, en: `does not restart ${list}, which read it: they keep the old values until they restart` }),
  };
}
