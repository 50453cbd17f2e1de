/** GitHub's workflow, as far as this project uses it. */
export interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  /** Of jobs that name none: nothing. */
  readonly permissions: Readonly<Record<string, never>>;
  readonly concurrency?: Concurrency;
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Concurrency {
  readonly group: string;
  readonly 'cancel-in-progress': boolean | string;
}

export type Permissions = Readonly<Partial<Record<'actions' | 'contents' | 'pull-requests' | 'security-events', 'read' | 'write'>>>;

export interface Job {
  readonly name?: string;
  readonly if?: string;
  readonly needs?: readonly string[];
  readonly 'runs-on': string;
  /** Minutes. */
  readonly 'timeout-minutes': number;
  readonly permissions: Permissions;
  /** Holds secrets that only its own rules give out. */
  readonly environment?: string;
  readonly concurrency?: Concurrency;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
