import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const ROOT = join(__dirname, '..', '..', '..');

/** What one job runs, one command after the other. */
export interface PipelineJob {
  readonly commands: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

type Env = Readonly<Record<string, string>>;
interface GitHubJob { readonly env?: Env; readonly steps: readonly { readonly run?: string }[] }
interface GitLabJob { readonly variables?: Env; readonly rules: readonly { readonly if: string }[]; readonly before_script?: readonly string[]; readonly script: readonly string[] }

const read = (path: string): Readonly<Record<string, unknown>> => parse(readFileSync(join(ROOT, path), 'utf8')) as Readonly<Record<string, unknown>>;

/** Commands of each job of a workflow, as GitHub's file has them. */
export function gitHubCommands(name: string): ReadonlyMap<string, PipelineJob> {
  const { jobs } = read(`.github/workflows/${name}.yml`) as { readonly jobs: Readonly<Record<string, GitHubJob>> };
  return new Map(Object.entries(jobs).map(([name, { env = {}, steps }]) => [name, { commands: steps.flatMap(({ run }) => run ?? []), env }]));
}

/** The same of a merge request, as GitLab's file has them; the jobs of a merge train need a config repository and are not among them. */
export function gitLabCommands(): ReadonlyMap<string, PipelineJob> {
  const jobs = Object.entries(read('.gitlab-ci.yml') as Readonly<Record<string, GitLabJob>>).filter(([, job]) => Array.isArray(job.script));
  const asked = jobs.filter(([, { rules }]) => rules.some((rule) => rule.if.includes('merge_request_event') && !rule.if.includes('merge_train')));
  return new Map(asked.map(([name, { before_script: before = [], script, variables: env = {} }]) => [name, { commands: [...before, ...script], env }]));
}
