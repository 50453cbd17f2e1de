import { VERSIONS } from './github/actions.ts';
import { comment } from './github/comment.ts';
import { configRepositoryCheck } from './github/config-repository.ts';
import { deliver } from './github/deliver.ts';
import { pullRequest } from './github/pull-request.ts';
import { flat, pipeline } from './gitlab/pipeline.ts';
import { ownerGroups } from './owners/rows.ts';
import { tenantSources } from './owners/tenants.ts';
import { codeOwners } from './owners/text.ts';
import { generated, printPipeline } from './print.ts';
import { ciOf } from './published.ts';
import type { CiSettings } from './settings.ts';

/** Text of every generated file, by its path. */
export function ciFiles(settings: CiSettings): ReadonlyMap<string, string> {
  const ci = ciOf(settings);
  const workflow = (model: object) => printPipeline(model, VERSIONS);
  return new Map([
    ['.github/workflows/pull-request.yml', workflow(pullRequest(ci))],
    ['.github/workflows/comment.yml', workflow(comment())],
    ['.github/workflows/deliver.yml', workflow(deliver(ci))],
    ['.github/workflows/config-repository.yml', workflow(configRepositoryCheck(ci))],
    ['.gitlab-ci.yml', printPipeline(flat(pipeline(ci)))],
    ['CODEOWNERS', generated(codeOwners(ownerGroups(tenantSources()), settings.organisation))],
  ]);
}
