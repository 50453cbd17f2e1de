import type { Zone } from '../../../constructs/zone.ts';

/** What the admission plug-ins start from; a Namespace's own labels go before. */
export function admissionConfiguration(zone: Zone) {
  const version = `v${zone.environment.props.kubernetes}`;
  return {
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'AdmissionConfiguration',
    plugins: [
      {
        name: 'PodSecurity',
        configuration: {
          apiVersion: 'pod-security.admission.config.k8s.io/v1',
          kind: 'PodSecurityConfiguration',
          defaults: {
            enforce: 'restricted', 'enforce-version': version, audit: 'restricted', 'audit-version': version, warn: 'restricted', 'warn-version': version,
          },
          // the network plug-in and kube-proxy are part of the node
          exemptions: { usernames: [], runtimeClasses: [], namespaces: ['kube-system'] },
        },
      },
      {
        name: 'EventRateLimit',
        configuration: {
          apiVersion: 'eventratelimit.admission.k8s.io/v1alpha1',
          kind: 'Configuration',
          limits: [
            { type: 'Server', qps: 2000, burst: 10000 },
            { type: 'Namespace', qps: 100, burst: 500, cacheSize: 500 },
            { type: 'SourceAndObject', qps: 5, burst: 20, cacheSize: 5000 },
          ],
        },
      },
    ],
  };
}
