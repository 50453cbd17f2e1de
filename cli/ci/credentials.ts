/** Settings of git as variables. */
export type GitSettings = Readonly<Record<string, string>>;

/**
 * Lets git read a password from a variable, for these hosts alone: it stands in no file and in no argument. `password` is what a shell makes of it,
 * e.g. `$CHAMP_CONFIG_TOKEN`.
 */
export function credentials(hosts: readonly string[], user: string, password: string): GitSettings {
  const helper = `!f() { test "$1" = get && echo username=${user} && echo "password=${password}"; }; f`;
  return {
    GIT_CONFIG_COUNT: String(hosts.length),
    ...Object.fromEntries(hosts.flatMap((host, index) => [[`GIT_CONFIG_KEY_${index}`, `credential.${host}.helper`], [`GIT_CONFIG_VALUE_${index}`, helper]])),
  };
}

/** Who a commit of a pipeline is by. */
export const COMMITTER: GitSettings = { GIT_AUTHOR_NAME: 'champ', GIT_AUTHOR_EMAIL: 'champ@localhost', GIT_COMMITTER_NAME: 'champ', GIT_COMMITTER_EMAIL: 'champ@localhost' };
