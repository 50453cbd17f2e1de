import type { Chart, Repository } from './delivery.ts';
import { repositoryNames } from './objects.ts';

/** Values of a shell's command line: nothing but what is safe without quotes stays without. */
export const shell = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`);

/** Renders the chart and applies it; a release of Helm's own would compete with ArgoCD later. */
export function chartCommands({ release, repository, chart, version, namespace }: Chart, file: string, manager: string): readonly string[] {
  const from = repository.includes('://') && !repository.startsWith('oci://') ? `${chart} --repo ${shell(repository)}` : shell(`${repository.includes('://') ? '' : 'oci://'}${repository}/${chart}`);
  return [
    'set -o pipefail',
    `helm template ${release} ${from} --version ${version} --namespace ${namespace} --values ${file} | kubectl apply --server-side --field-manager=${manager} -f -`,
    'kubectl wait --for condition=established --timeout 60s crd/applications.argoproj.io crd/appprojects.argoproj.io',
    `kubectl -n ${namespace} rollout status deployment/argocd-repo-server --timeout 10m`,
    `kubectl -n ${namespace} rollout status deployment/argocd-server --timeout 10m`,
    `kubectl -n ${namespace} rollout status statefulset/argocd-application-controller --timeout 10m`,
  ];
}

const isSsh = (url: string): boolean => url.startsWith('ssh://') || /^[\w.-]+@[\w.-]+:/.test(url);

/** `printf` of the shell itself: what is typed in is on no command line and in no history. */
function credentialOf({ url }: Repository): readonly string[] {
  if (isSsh(url)) return ['--from-file=sshPrivateKey=/path/to/private-key'];
  return ['--from-file=username=<(printf %s "$user")', '--from-file=password=<(printf %s "$password")'];
}

/** Adds the credential of each repository to its Secret, for bash. */
export function credentialCommands(repositories: readonly Repository[], namespace: string): readonly string[] {
  return repositoryNames(repositories).flatMap(([name, repository]) => [
    `# ${repository.url}`,
    ...(isSsh(repository.url) ? [] : ["read -r -p 'user: ' user", "read -r -s -p 'password or token: ' password"]),
    `kubectl -n ${namespace} create secret generic ${name} ${credentialOf(repository).join(' ')} --dry-run=client -o yaml | kubectl apply --server-side --field-manager=credentials -f -`,
    ...(isSsh(repository.url) ? [] : ['unset user password']),
  ]);
}
