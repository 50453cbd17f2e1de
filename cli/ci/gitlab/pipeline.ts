import type { Ci } from '../published.ts';
import { NODE } from '../settings.ts';
import { changeRequestJobs } from './change-request.ts';
import { deliveryJobs } from './delivery.ts';
import type { Pipeline } from './model.ts';
import { IF_CHANGE_REQUEST, IF_MERGED, IF_SCHEDULED } from './rules.ts';
import { scheduledJobs } from './scheduled.ts';

/** One file for all that runs; by whom a pipeline is started decides which of its jobs are in it. */
export function pipeline(ci: Ci): Pipeline {
  return {
    workflow: { rules: [IF_CHANGE_REQUEST, IF_MERGED, IF_SCHEDULED] },
    stages: ['change', 'build', 'publish', 'wait', 'scheduled'],
    default: { image: `node:${NODE}-bookworm`, interruptible: true },
    // the base of a comparison is in the history
    variables: { GIT_DEPTH: '0' },
    jobs: { ...changeRequestJobs(ci), ...deliveryJobs(ci), ...scheduledJobs(ci) },
  };
}

/** As the file has it: jobs stand beside the keywords. */
export const flat = ({ jobs, ...keywords }: Pipeline): object => ({ ...keywords, ...jobs });

