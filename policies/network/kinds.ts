import type { ResourceKind } from '../../engine/policy/rule.ts';

const kind = (group: string, version: string, name: string, resource: string): ResourceKind => ({ group, version, kind: name, resource });

const GATEWAY_API = 'gateway.networking.k8s.io';

/** Kinds that the rules on networks look at. */
export const NETWORK_POLICY = kind('networking.k8s.io', 'v1', 'NetworkPolicy', 'networkpolicies');
export const INGRESS = kind('networking.k8s.io', 'v1', 'Ingress', 'ingresses');
export const SERVICE = kind('', 'v1', 'Service', 'services');
export const NAMESPACE = kind('', 'v1', 'Namespace', 'namespaces');
export const GATEWAY = kind(GATEWAY_API, 'v1', 'Gateway', 'gateways');
export const HTTP_ROUTE = kind(GATEWAY_API, 'v1', 'HTTPRoute', 'httproutes');
export const GRPC_ROUTE = kind(GATEWAY_API, 'v1', 'GRPCRoute', 'grpcroutes');
export const REFERENCE_GRANT = kind(GATEWAY_API, 'v1beta1', 'ReferenceGrant', 'referencegrants');
export const OPENSHIFT_ROUTE = kind('route.openshift.io', 'v1', 'Route', 'routes');
export const ISTIO_GATEWAY = kind('networking.istio.io', 'v1', 'Gateway', 'gateways');
export const PEER_AUTHENTICATION = kind('security.istio.io', 'v1', 'PeerAuthentication', 'peerauthentications');
export const DESTINATION_RULE = kind('networking.istio.io', 'v1', 'DestinationRule', 'destinationrules');
export const ARGO_APPLICATION = kind('argoproj.io', 'v1alpha1', 'Application', 'applications');
export const ARGO_APPLICATION_SET = kind('argoproj.io', 'v1alpha1', 'ApplicationSet', 'applicationsets');

/** Namespaces that belong to Kubernetes itself. */
export const SYSTEM_NAMESPACES: readonly string[] = ['kube-system', 'kube-public', 'kube-node-lease'];
