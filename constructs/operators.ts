/** Platform operators: Helm-sourced, pinned, in a project of their own; versions and registry are facts of the environment. */
import type { OperatorId } from './middleware/contract.ts';
import { argocd } from './operators/argocd.ts';
import { certManager } from './operators/cert-manager.ts';
import { eck } from './operators/eck.ts';
import { envoyGateway } from './operators/envoy-gateway.ts';
import { externalSecrets } from './operators/external-secrets.ts';
import { flinkOperator } from './operators/flink-operator.ts';
import { harbor } from './operators/harbor.ts';
import { istio, istioBase, istioCni } from './operators/istio.ts';
import { keycloakOperator } from './operators/keycloak-operator.ts';
import { metallb } from './operators/metallb.ts';
import { metricsServer } from './operators/metrics-server.ts';
import { mysqlOperator } from './operators/mysql-operator.ts';
import type { OperatorRow } from './operators/operator.ts';
import { prometheusOperator } from './operators/prometheus-operator.ts';
import { redisOperator } from './operators/redis-operator.ts';
import { sparkOperator } from './operators/spark-operator.ts';
import { strimzi } from './operators/strimzi.ts';
import { velero } from './operators/velero.ts';

export type { HelmValue, HelmValues, OperatorImage, OperatorRow, OperatorSite } from './operators/operator.ts';

/** In the order in which a new cluster needs them: ArgoCD, certificates and secrets before what uses them. */
export const OPERATORS: Readonly<Record<OperatorId, OperatorRow>> = {
  argocd,
  'cert-manager': certManager,
  'external-secrets': externalSecrets,
  'metrics-server': metricsServer,
  metallb,
  'istio-base': istioBase,
  istio,
  'istio-cni': istioCni,
  'envoy-gateway': envoyGateway,
  'prometheus-operator': prometheusOperator,
  velero,
  harbor,
  'redis-operator': redisOperator,
  'mysql-operator': mysqlOperator,
  strimzi,
  eck,
  'keycloak-operator': keycloakOperator,
  'flink-operator': flinkOperator,
  'spark-operator': sparkOperator,
};
