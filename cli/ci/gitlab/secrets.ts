import { COMMITTER, credentials, type GitSettings } from '../credentials.ts';
import type { Published } from '../published.ts';

/** GitLab replaces `$` in the values of variables; `$$` is one. */
const literal = (settings: GitSettings): GitSettings =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, name.startsWith('GIT_CONFIG_VALUE_') ? value.replaceAll('$', '$$$$') : value]));

/**
 * Git's settings for the config repository. Its token is a protected and masked variable of the project; where there is none, a job's own token may do, if the
 * config project lets it read.
 */
export const configRepository = ({ hosts }: Published): GitSettings => literal(credentials(hosts, 'gitlab-ci-token', '${CHAMP_CONFIG_TOKEN:-$CI_JOB_TOKEN}'));

/** To push a branch and open its merge request. */
export const forge = (): GitSettings => ({ CHAMP_FORGE: 'gitlab', CHAMP_FORGE_URL: '$CI_SERVER_URL', ...literal(credentials(['$CI_SERVER_URL'], 'oauth2', '$CHAMP_FORGE_TOKEN')), ...COMMITTER });
