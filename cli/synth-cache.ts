/** What one environment came to. */
export interface SynthResult {
  readonly name: string;
  /** Absolute path of the output. */
  readonly folder: string;
  /** The file that says who writes there. */
  readonly lock: string;
  /** All that is in the folder now, with `sha256:...` of each; paths below it. */
  readonly files: readonly { readonly file: string; readonly hash: string }[];
}

/** What a run of `champ synth` takes from the one before, and leaves for the next; see unchanged/. */
export interface SynthCache {
  /** Digest of a file below the output of an environment, an absolute path, that has not been touched since its content was known; undefined otherwise. */
  digestOf(folder: string, file: string): string | undefined;
  /** Keeps a result, and what the next run says if nothing changes; in `err`, a NUL stands where the seconds go. */
  remember(result: { readonly environments: readonly SynthResult[]; readonly out: string; readonly err: string }): void;
}
