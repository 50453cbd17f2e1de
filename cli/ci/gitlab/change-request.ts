import { CHANGE_REQUEST } from '../commands.ts';
import type { Ci } from '../published.ts';
import { MAIN } from '../settings.ts';
import type { Job } from './model.ts';
import { IF_CHANGE_REQUEST } from './rules.ts';

/** The target branch, which a pipeline of a merge request does not fetch. */
export const FETCH_MAIN = `git fetch --quiet --no-tags origin +refs/heads/${MAIN}:refs/remotes/origin/${MAIN}`;

/**
 * They run what other people wrote, and the file of the merge request says how: every secret is a protected variable, which their pipelines do
 * not get. The comment is therefore no job of theirs, see `scheduledJobs`.
 */
export const changeRequestJobs = ({ language }: Ci): Readonly<Record<string, Job>> => Object.fromEntries(CHANGE_REQUEST.map(({ id, commands, reports, timeout }) => [id, {
  stage: 'change', rules: [IF_CHANGE_REQUEST], timeout: `${timeout}m`,
  ...(reports.length > 0 ? { variables: { CHAMP_LANG: language } } : {}), ...(id === 'diff' ? { before_script: [FETCH_MAIN] } : {}),
  script: commands,
  ...(reports.length > 0 ? { artifacts: artifacts(reports) } : {}),
}]));

function artifacts(paths: readonly string[]): NonNullable<Job['artifacts']> {
  const junit = paths.find((path) => path.endsWith('.xml'));
  return { when: 'always', expire_in: '30 days', paths, ...(junit === undefined ? {} : { reports: { junit } }) };
}
