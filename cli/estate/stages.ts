/** Stages of a synth, in their order; `load` is everything before the command itself. */
export const STAGES = ['load', 'construct', 'render', 'inspect', 'print', 'write'] as const;

export type Stage = (typeof STAGES)[number];

/** Runs a stage; whoever measures adds its time up. */
export type InStage = <T>(stage: Stage, work: () => T) => T;

export const unmeasured: InStage = (_, work) => work();

/** Seconds of the wall clock by stage, of all environments together. */
export class Stopwatch {
  private readonly seconds = new Map<Stage, number>();

  /** `load` counts from the start of the process. */
  constructor() {
    this.seconds.set('load', performance.now() / 1000);
  }

  readonly run: InStage = (stage, work) => {
    const from = performance.now();
    try {
      return work();
    } finally {
      this.seconds.set(stage, (this.seconds.get(stage) ?? 0) + (performance.now() - from) / 1000);
    }
  };

  rows(): readonly { readonly stage: Stage; readonly seconds: number }[] {
    return STAGES.map((stage) => ({ stage, seconds: Math.round((this.seconds.get(stage) ?? 0) * 1000) / 1000 }));
  }
}
