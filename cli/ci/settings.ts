/** What a city says about its pipelines; names of hosts, variables and secrets are the forge's. */
export interface CiSettings {
  /** Organisation of GitHub or group of GitLab that has a team for each tenant: `@<organisation>/vendor-01`. */
  readonly organisation: string;
  /** Language of reports and comments. */
  readonly language: 'zh' | 'en';
  /** Environments that are published after a merge. */
  readonly environments: readonly string[];
}

/** Branch that is published; what is merged to it runs. */
export const MAIN = 'main';

/** Oldest line that the project supports, see `engines` of package.json. */
export const NODE = '20';

/** Folder of the reports of a pipeline, ignored by git. */
export const REPORTS = 'reports';
