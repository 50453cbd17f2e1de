import type { Rule } from './model.ts';

export const IF_CHANGE_REQUEST: Rule = { if: '$CI_PIPELINE_SOURCE == "merge_request_event"' };
export const IF_MERGED: Rule = { if: '$CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' };
export const IF_SCHEDULED: Rule = { if: '$CI_PIPELINE_SOURCE == "schedule" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' };

/** All of several conditions. */
export const every = (rule: Rule, ...conditions: readonly string[]): Rule => ({ ...rule, if: [rule.if, ...conditions].join(' && ') });
export const IS_TRAIN = '$CI_MERGE_REQUEST_EVENT_TYPE == "merge_train"';
export const publishes = '$CHAMP_PUBLISH == "true"';
export const builds = '$CHAMP_BUILD == "true"';
/** A schedule says which of the two it is for. */
export const scheduledFor = (work: 'comment' | 'check'): string => `$CHAMP_SCHEDULE == "${work}"`;
