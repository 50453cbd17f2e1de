/**
 * Settings of ArgoCD, hardened and sized for some 60 Applications a cluster; keys as of v3.5. The one source: the chart gets them as
 * values, and `champ bootstrap` makes its ConfigMaps of these values.
 */

/** Kinds that are never declared and change all the time: watching them costs, and nobody looks. */
const EXCLUDED: readonly { readonly groups: readonly string[]; readonly kinds: readonly string[] }[] = [
  { groups: ['', 'discovery.k8s.io'], kinds: ['Endpoints', 'EndpointSlice'] },
  { groups: ['coordination.k8s.io'], kinds: ['Lease'] },
  { groups: ['authentication.k8s.io', 'authorization.k8s.io'], kinds: ['LocalSubjectAccessReview', 'SelfSubjectAccessReview', 'SelfSubjectReview', 'SelfSubjectRulesReview', 'SubjectAccessReview', 'TokenReview'] },
  { groups: ['certificates.k8s.io'], kinds: ['CertificateSigningRequest'] },
  { groups: ['cert-manager.io'], kinds: ['CertificateRequest'] },
];

const lines = (texts: readonly string[], indent: string): string => texts.map((text) => `${indent}- ${JSON.stringify(text)}\n`).join('');

const exclusions = EXCLUDED.map(({ groups, kinds }) => `- apiGroups:\n${lines(groups, '  ')}  kinds:\n${lines(kinds, '  ')}`).join('');

/** A change of such a field alone is not looked at; one of the status still is where it changes the health. */
const ignored = (field: 'jsonPointers' | 'jqPathExpressions', ...paths: readonly string[]): string => `${field}:\n${lines(paths, '')}`;

/** ConfigMap argocd-cm, but for the health checks. */
export const ARGOCD_CM: Readonly<Record<string, string>> = {
  // nobody signs in by password: people come through the identity provider, and who owns the cluster uses `argocd --core`
  'admin.enabled': 'false',
  // for `champ status` and `champ wait`: tokens only, no password
  'accounts.champ': 'apiKey',
  'users.anonymous.enabled': 'false',
  'users.session.duration': '8h',
  'exec.enabled': 'false',
  'statusbadge.enabled': 'false',
  // what is followed is plain files and charts of operators
  'kustomize.enable': 'false',
  'jsonnet.enable': 'false',
  'helm.enable': 'true',
  // no scheme at all: a chart's values stand in its Application and are fetched from nowhere
  'helm.valuesFileSchemes': 'none',
  'application.resourceTrackingMethod': 'annotation',
  // a right to sync is none to bring another revision
  'application.sync.requireOverridePrivilegeForRevisionSync': 'true',
  // a right on an Application is none on the objects that it holds
  'server.rbac.disableApplicationFineGrainedRBACInheritance': 'true',
  'timeout.reconciliation': '120s',
  'timeout.reconciliation.jitter': '60s',
  'timeout.hard.reconciliation': '0s',
  'webhook.maxPayloadSizeMB': '5',
  'resource.exclusions': exclusions,
  'resource.ignoreResourceUpdatesEnabled': 'true',
  'resource.customizations.ignoreResourceUpdates.all': ignored('jsonPointers', '/status'),
  'resource.customizations.ignoreResourceUpdates.argoproj.io_Application': ignored('jqPathExpressions', '.metadata.annotations."argocd.argoproj.io/refresh"', '.metadata.annotations."argocd.argoproj.io/hydrate"', '.operation'),
  'resource.customizations.ignoreResourceUpdates.apps_ReplicaSet': ignored('jqPathExpressions', '.metadata.annotations."deployment.kubernetes.io/desired-replicas"', '.metadata.annotations."deployment.kubernetes.io/max-replicas"'),
  'resource.customizations.ignoreResourceUpdates.ConfigMap': ignored('jqPathExpressions', '.metadata.annotations."control-plane.alpha.kubernetes.io/leader"'),
};

export interface ArgoCdParam {
  readonly value: string;
  /** How the process reads it: the ConfigMap comes to it as this variable of its environment. */
  readonly variable: string;
}

const param = (value: string, variable: string): ArgoCdParam => ({ value, variable });

/** ConfigMap argocd-cmd-params-cm. Addresses of its parts are the chart's. */
export const ARGOCD_PARAMS: Readonly<Record<string, ArgoCdParam>> = {
  'server.insecure': param('false', 'ARGOCD_SERVER_INSECURE'),
  'server.disable.auth': param('false', 'ARGOCD_SERVER_DISABLE_AUTH'),
  'server.tls.minversion': param('1.2', 'ARGOCD_TLS_MIN_VERSION'),
  'server.x.frame.options': param('deny', 'ARGOCD_SERVER_X_FRAME_OPTIONS'),
  'server.content.security.policy': param("frame-ancestors 'none';", 'ARGOCD_SERVER_CONTENT_SECURITY_POLICY'),
  // another type would let a form of a foreign page call the API
  'server.api.content.types': param('application/json', 'ARGOCD_API_CONTENT_TYPES'),
  'server.sync.replace.allowed': param('false', 'ARGOCD_SYNC_WITH_REPLACE_ALLOWED'),
  'server.enable.proxy.extension': param('false', 'ARGOCD_SERVER_ENABLE_PROXY_EXTENSION'),
  'server.webhook.parallelism.limit': param('10', 'ARGOCD_SERVER_WEBHOOK_PARALLELISM_LIMIT'),
  'server.log.format': param('json', 'ARGOCD_SERVER_LOGFORMAT'),
  'hydrator.enabled': param('false', 'ARGOCD_HYDRATOR_ENABLED'),
  'controller.diff.server.side': param('true', 'ARGOCD_APPLICATION_CONTROLLER_SERVER_SIDE_DIFF'),
  'controller.status.processors': param('20', 'ARGOCD_APPLICATION_CONTROLLER_STATUS_PROCESSORS'),
  'controller.operation.processors': param('10', 'ARGOCD_APPLICATION_CONTROLLER_OPERATION_PROCESSORS'),
  // at the first sync all Applications ask at once
  'controller.repo.server.timeout.seconds': param('180', 'ARGOCD_APPLICATION_CONTROLLER_REPO_SERVER_TIMEOUT_SECONDS'),
  'controller.resource.health.persist': param('false', 'ARGOCD_APPLICATION_CONTROLLER_PERSIST_RESOURCE_HEALTH'),
  'controller.log.format': param('json', 'ARGOCD_APPLICATION_CONTROLLER_LOGFORMAT'),
  'reposerver.disable.tls': param('false', 'ARGOCD_REPO_SERVER_DISABLE_TLS'),
  'reposerver.tls.minversion': param('1.2', 'ARGOCD_TLS_MIN_VERSION'),
  'reposerver.parallelism.limit': param('4', 'ARGOCD_REPO_SERVER_PARALLELISM_LIMIT'),
  'reposerver.max.combined.directory.manifests.size': param('10M', 'ARGOCD_REPO_SERVER_MAX_COMBINED_DIRECTORY_MANIFESTS_SIZE'),
  'reposerver.allow.oob.symlinks': param('false', 'ARGOCD_REPO_SERVER_ALLOW_OUT_OF_BOUNDS_SYMLINKS'),
  'reposerver.include.hidden.directories': param('false', 'ARGOCD_REPO_SERVER_INCLUDE_HIDDEN_DIRECTORIES'),
  'reposerver.enable.git.submodule': param('false', 'ARGOCD_GIT_MODULES_ENABLED'),
  'reposerver.log.format': param('json', 'ARGOCD_REPO_SERVER_LOGFORMAT'),
};
