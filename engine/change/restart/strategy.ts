import { at, text } from '../../inspect/plain.ts';
import type { Manifest } from '../../manifest.ts';
import type { Text } from '../../problem/index.ts';

/** How a controller replaces pods, in numbers. */
export interface Strategy {
  /** Pods that are made anew without anybody's doing. */
  readonly pods: number;
  /** Pods beside the wanted number while it lasts, and pods that may be missing. */
  readonly surge: number;
  readonly missing: number;
  readonly text: Text;
}

const number = (value: unknown, fallback: number): number => (typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : fallback);

/** A number, or a share of the pods: surge is rounded up, what may be missing is rounded down, as the controllers do. */
function portion(value: unknown, of: number, round: (share: number) => number, fallback: string | number): number {
  const given = value ?? fallback;
  const percent = typeof given === 'string' ? /^(\d+)%$/.exec(given) : null;
  return percent ? round((Number(percent[1]) * of) / 100) : number(given, 0);
}

/** What happens to `count` running pods of a workload whose template changed. */
export function strategyOf(manifest: Manifest, count: number): Strategy {
  const spec = manifest['spec'];
  switch (manifest.kind) {
    case 'Deployment': return deployment(spec, count);
    case 'StatefulSet': return statefulSet(spec, count);
    case 'DaemonSet': return daemonSet(spec, count);
    case 'CronJob': return { pods: 0, surge: 0, missing: 0, text: { zh: '下一次定时运行起生效,正在运行的不受影响', en: 'from its next run on; what runs goes on' } };
    case 'Job': return { pods: count, surge: 0, missing: 0, text: { zh: '重新运行一次', en: 'runs anew once' } };
    default: return { pods: count, surge: 0, missing: 0, text: { zh: 'Pod 整体重建', en: 'the pod is made anew' } };
  }
}

function deployment(spec: unknown, count: number): Strategy {
  if (at(spec, 'strategy', 'type') === 'Recreate') {
    return { pods: count, surge: 0, missing: count, text: { zh: `Recreate:先停全部 ${count} 个,再启动新的`, en: `Recreate: all ${count} stop before the first new one starts` } };
  }
  const rolling = at(spec, 'strategy', 'rollingUpdate');
  const surge = portion(at(rolling, 'maxSurge'), count, Math.ceil, '25%');
  const allowed = portion(at(rolling, 'maxUnavailable'), count, Math.floor, '25%');
  // with neither, the controller lets one go
  const missing = surge === 0 && allowed === 0 ? 1 : allowed;
  return { pods: count, surge, missing, text: { zh: `RollingUpdate:最多多 ${surge} 个、少 ${missing} 个`, en: `RollingUpdate: up to ${surge} more, ${missing} less` } };
}

function statefulSet(spec: unknown, count: number): Strategy {
  if (at(spec, 'updateStrategy', 'type') === 'OnDelete') return onDelete();
  const rolling = at(spec, 'updateStrategy', 'rollingUpdate');
  const partition = Math.min(count, number(at(rolling, 'partition'), 0));
  const pods = count - partition;
  const missing = Math.max(1, portion(at(rolling, 'maxUnavailable'), count, Math.floor, 1));
  const kept = partition > 0 ? { zh: `,序号小于 ${partition} 的保持原样(partition)`, en: `; those below ordinal ${partition} stay as they are (partition)` } : { zh: '', en: '' };
  return {
    pods, surge: 0, missing,
    text: { zh: `从最大序号起一次 ${missing} 个,等就绪再换下一个${kept.zh}`, en: `${missing} at a time from the highest ordinal, each must be ready before the next${kept.en}` },
  };
}

function daemonSet(spec: unknown, count: number): Strategy {
  if (at(spec, 'updateStrategy', 'type') === 'OnDelete') return onDelete();
  const rolling = at(spec, 'updateStrategy', 'rollingUpdate');
  const surge = portion(at(rolling, 'maxSurge'), count, Math.ceil, 0);
  const missing = surge > 0 ? portion(at(rolling, 'maxUnavailable'), count, Math.floor, 0) : Math.max(1, portion(at(rolling, 'maxUnavailable'), count, Math.ceil, 1));
  return {
    pods: count, surge, missing,
    text: { zh: `每个节点上依次替换:同时多 ${surge} 个、少 ${missing} 个`, en: `node by node: ${surge} more and ${missing} less at a time` },
  };
}

const onDelete = (): Strategy => ({ pods: 0, surge: 0, missing: 0, text: { zh: 'OnDelete:人工删除 Pod 之前不会更换', en: 'OnDelete: none is replaced until somebody deletes it' } });

/** True where no rollout starts. */
export const isPaused = (manifest: Manifest): boolean => manifest.kind === 'Deployment' && at(manifest, 'spec', 'paused') === true;

/** Kind of a claim's access, `ReadWriteOnce` and so on. */
export const accessModes = (claim: Manifest): readonly string[] => {
  const modes = at(claim, 'spec', 'accessModes');
  return Array.isArray(modes) ? modes.flatMap((each: unknown) => text(each) ?? []) : [];
};
