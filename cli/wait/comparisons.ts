import type { Landing } from '../../engine/argocd/index.ts';

/** A closed sync window opens at any moment; ArgoCD looks by itself every few minutes only. In ms. */
const HELD_AGAIN_MS = 60_000;

/** Which Applications ArgoCD is to compare now: each once a state, those that a sync window holds once a minute. */
export class Comparisons {
  private readonly asked = new Map<string, number>();

  /** `now` in ms of a clock that only goes forward. What is returned counts as asked. */
  due(landings: ReadonlyMap<string, Landing>, now: number): readonly (readonly [name: string, landing: Landing])[] {
    const due = [...landings].filter(([name, landing]) => {
      const last = this.asked.get(`${name} ${landing.state}`);
      return last === undefined ? isBehind(landing) || isHeld(landing) : isHeld(landing) && now - last >= HELD_AGAIN_MS;
    });
    for (const [name, { state }] of due) this.asked.set(`${name} ${state}`, now);
    return due;
  }
}

const isBehind = ({ state, causes }: Landing): boolean => state === 'unapplied' || causes.some(({ kind }) => kind === 'behind' || kind === 'unreconciled');
const isHeld = ({ causes }: Landing): boolean => causes.some(({ kind }) => kind === 'window');
