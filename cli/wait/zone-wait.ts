import {
  absent, details, eachOf, follow, getApplication, landing, passes, refOf, type Application, type ArgoCd, type DeepPartial, type Evidence, type Landing, type Target,
} from '../../engine/argocd/index.ts';
import { ProblemError } from '../../engine/problem/index.ts';
import { belongsTo, isNamed, selectorOf } from '../status/zones.ts';
import { Comparisons } from './comparisons.ts';
import type { Expected } from './expected.ts';

export interface ZoneWait {
  readonly environment: string;
  readonly zone: string;
  readonly argo: ArgoCd;
  readonly target: Target;
  readonly expected: readonly Expected[];
  readonly subsystems?: readonly string[];
  readonly skip: readonly string[];
  readonly refresh: boolean;
  /** Looks up revisions that the target does not know. */
  readonly learn: (revisions: readonly string[]) => Promise<void>;
  /** Told after every change; true ends the wait. */
  readonly onChange: (landings: ReadonlyMap<string, Landing>) => boolean;
  readonly onOutage: (error: ProblemError) => void;
  readonly signal: AbortSignal;
}

/** Between two questions about the details of one Application, in ms. */
const DETAILS_MS = 10_000;

/** Follows one zone until `onChange` says so or the signal; then returns what it knows, with the details of what is blocked. */
export async function waitZone(input: ZoneWait): Promise<ReadonlyMap<string, Landing>> {
  const { argo, zone, environment, signal, target } = input;
  const mine = belongsTo(environment, zone);
  const known = new Map<string, DeepPartial<Application>>();
  const evidence = new Map<string, { readonly at: number; readonly of: Evidence }>();
  const unapplied = new Map<string, string>();
  const comparisons = new Comparisons();
  let landings: ReadonlyMap<string, Landing> = new Map();

  const evidenceOf = (name: string, application: DeepPartial<Application>): Evidence => {
    const more = evidence.get(name)?.of;
    return more ? { ...more, application } : { application };
  };
  const judge = async (): Promise<void> => {
    const revisions = [...known.values()].flatMap(({ status }) => [status?.sync?.revision ?? '', status?.operationState?.syncResult?.revision ?? '']);
    await input.learn(revisions);
    const found = new Map<string, Landing>();
    for (const name of wanted(input, known)) {
      const application = known.get(name);
      found.set(name, application ? settled(name, application, landing(evidenceOf(name, application), target)) : absent);
    }
    landings = found;
  };
  /** No sync is needed where a second comparison finds no difference either. */
  const settled = (name: string, { status }: DeepPartial<Application>, found: Landing): Landing => {
    if (found.state !== 'unapplied') {
      unapplied.delete(name);
      return found;
    }
    const at = status?.reconciledAt ?? '';
    const first = unapplied.get(name);
    if (first === undefined) unapplied.set(name, at);
    return first !== undefined && at > first ? { state: 'landed', causes: [] } : found;
  };
  const explain = async (now: boolean): Promise<void> => {
    const blocked = [...landings].filter(([name, { state }]) => state !== 'landed' && known.has(name) && (now || performance.now() - (evidence.get(name)?.at ?? -Infinity) > DETAILS_MS));
    if (blocked.length === 0) return;
    await eachOf(blocked, async ([name]) => {
      try {
        evidence.set(name, { at: performance.now(), of: await details(argo, known.get(name)!, false) });
      } catch (error) {
        // a server that restarts tells the cause later
        if (!passes(error)) throw error;
        input.onOutage(error);
      }
    });
    await judge();
  };
  /** Comparisons come every few minutes by themselves; each answer may take long, so nobody waits for it. */
  const compare = (): void => {
    if (!input.refresh) return;
    const due = comparisons.due(new Map([...landings].filter(([name]) => known.has(name))), performance.now());
    void eachOf(due, async ([name, { state }]) => {
      // two comparisons in one second have one time
      if (state === 'unapplied') await new Promise((go) => setTimeout(go, 1100));
      // it may have been deleted meanwhile
      const ref = refOf(known.get(name) ?? {});
      if (ref) await getApplication(argo, ref, { refresh: 'normal', signal: AbortSignal.any([signal, AbortSignal.timeout(60_000)]) }).catch(() => {});
    });
  };

  try {
    for await (const change of follow(argo, { selector: selectorOf(zone) }, { signal, onOutage: input.onOutage })) {
      if (change.kind === 'all') {
        known.clear();
        for (const each of change.applications) if (mine(each)) known.set(each.metadata?.name ?? '', each);
      } else if (mine(change.application)) {
        if (change.kind === 'put') known.set(change.application.metadata?.name ?? '', change.application);
        else known.delete(change.application.metadata?.name ?? '');
      }
      await judge();
      await explain(false);
      compare();
      if (input.onChange(landings)) break;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return landings;
}

/** The Applications that count: those of the commit whose root is there, without those that were left out. */
export function wanted({ expected, subsystems, skip }: Pick<ZoneWait, 'expected' | 'subsystems' | 'skip'>, known: ReadonlyMap<string, DeepPartial<Application>>): readonly string[] {
  const roots = new Set(expected.map(({ root }) => root));
  // the estate is waited for in any case; a cluster may get its operators from elsewhere
  const present = (root: string) => root === 'estate' || known.has(root);
  return expected.filter(({ name, root }) => present(root) && !skip.includes(name) && !skip.includes(root === name ? name : '') && !(skip.includes(root) && root !== 'estate'))
    .map(({ name }) => name)
    .filter((name) => roots.size > 0 && isNamed(known.get(name) ?? { metadata: { name } }, subsystems));
}
