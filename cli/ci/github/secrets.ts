import { COMMITTER, credentials } from '../credentials.ts';
import type { Published } from '../published.ts';

type Env = Readonly<Record<string, string>>;

/** Git's settings for the config repository; its token is a secret of the job's environment. */
export const configRepository = ({ hosts }: Published): Env => ({ CHAMP_CONFIG_TOKEN: '${{ secrets.CHAMP_CONFIG_TOKEN }}', ...credentials(hosts, 'champ', '$CHAMP_CONFIG_TOKEN') });

/** To push a branch and open its pull request: GitHub's own token would open one for which nothing runs. */
export const forge = (): Env => ({
  CHAMP_FORGE: 'github', CHAMP_FORGE_TOKEN: '${{ secrets.CHAMP_FORGE_TOKEN }}', ...credentials(['${{ github.server_url }}'], 'x-access-token', '$CHAMP_FORGE_TOKEN'), ...COMMITTER,
});

export const registry = (): Env => ({ CHAMP_REGISTRY_USER: '${{ secrets.CHAMP_REGISTRY_USER }}', CHAMP_REGISTRY_PASSWORD: '${{ secrets.CHAMP_REGISTRY_PASSWORD }}' });

/** `CHAMP_ARGOCD_TOKEN_<ZONE>`: each zone has its own ArgoCD. */
export const argocdTokens = ({ zones }: Published): Env =>
  Object.fromEntries(zones.map((zone) => `CHAMP_ARGOCD_TOKEN_${zone.toUpperCase().replaceAll('-', '_')}`).map((name) => [name, `\${{ secrets.${name} }}`]));
