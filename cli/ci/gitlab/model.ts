/** GitLab's pipeline, as far as this project uses it: keywords of the file, and jobs by name. */
export interface Pipeline {
  readonly workflow: { readonly rules: readonly Rule[] };
  readonly stages: readonly string[];
  readonly default: { readonly image: string; readonly interruptible: boolean };
  readonly variables: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Rule {
  readonly if: string;
  readonly when?: 'never' | 'on_success' | 'always';
}

export interface Job {
  readonly stage: string;
  readonly needs?: readonly string[];
  readonly rules: readonly Rule[];
  readonly image?: string;
  /** e.g. `30m`. */
  readonly timeout: string;
  readonly interruptible?: boolean;
  /** Jobs of one group run one at a time. */
  readonly resource_group?: string;
  /** Its variables are given to the job; `verify` is no deployment. */
  readonly environment?: { readonly name: string; readonly action?: 'verify' | 'access' };
  readonly variables?: Readonly<Record<string, string>>;
  readonly before_script?: readonly string[];
  readonly script: readonly string[];
  readonly artifacts?: {
    readonly when: 'always';
    readonly expire_in: string;
    readonly paths: readonly string[];
    readonly reports?: Readonly<Record<'junit', string>>;
  };
}
