import { parse } from 'yaml';
import { CITY } from '../../../cli/ci/city.ts';
import { ciFiles } from '../../../cli/ci/files.ts';
import type { Workflow } from '../../../cli/ci/github/model.ts';
import type { Job as GitLabJob } from '../../../cli/ci/gitlab/model.ts';

/** What projen writes, once for all tests of a file. */
export const FILES = ciFiles(CITY);

export const WORKFLOWS: readonly (readonly [name: string, workflow: Workflow])[] = [...FILES].flatMap(([path, text]) => {
  const name = /^\.github\/workflows\/(.+)\.yml$/.exec(path)?.[1];
  return name === undefined ? [] : [[name, parse(text) as Workflow] as const];
});

export const workflow = (name: string): Workflow => WORKFLOWS.find(([each]) => each === name)![1];

/** Jobs of GitLab's file by name. */
export const GITLAB_JOBS: readonly (readonly [name: string, job: GitLabJob])[] =
  Object.entries(parse(FILES.get('.gitlab-ci.yml')!) as Readonly<Record<string, GitLabJob>>).filter(([, job]) => Array.isArray(job.script));
