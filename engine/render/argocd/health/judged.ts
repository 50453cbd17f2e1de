/** What ArgoCD judges by itself, of the kinds that the estate has; the end-to-end test asks the program of that version for each. */
export const ARGOCD_VERSION = 'v3.5.7';

export interface JudgedKind {
  readonly group: string;
  readonly kind: string;
}

const of = (group: string, ...kinds: readonly string[]): readonly JudgedKind[] => kinds.map((kind) => ({ group, kind }));

export const JUDGED_BY_ARGOCD: readonly JudgedKind[] = [
  ...of('', 'Service'),
  ...of('apps', 'DaemonSet', 'Deployment', 'StatefulSet'),
  ...of('autoscaling', 'HorizontalPodAutoscaler'),
  ...of('batch', 'CronJob', 'Job'),
  ...of('cert-manager.io', 'Certificate', 'Issuer'),
  ...of('elasticsearch.k8s.elastic.co', 'Elasticsearch'),
  ...of('external-secrets.io', 'ExternalSecret', 'SecretStore'),
  ...of('flink.apache.org', 'FlinkDeployment'),
  ...of('gateway.networking.k8s.io', 'Gateway', 'GatewayClass', 'HTTPRoute'),
  ...of('k8s.keycloak.org', 'Keycloak'),
  ...of('kafka.strimzi.io', 'Kafka', 'KafkaTopic', 'KafkaUser'),
  ...of('monitoring.coreos.com', 'Prometheus'),
  ...of('policy', 'PodDisruptionBudget'),
];
