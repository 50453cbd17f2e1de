import type { Application } from '../../../constructs/application.ts';
import { OPERATORS } from '../../../constructs/operators.ts';
import type { Manifest } from '../../manifest.ts';
import { applicationLabels } from '../labels.ts';
import { isMeshed } from './mesh.ts';

/** What every namespace starts from: nothing in, nothing out but names; declared flows are added beside it. */
export function basePolicies(application: Application): readonly Manifest[] {
  const policy = (purpose: string, spec: Readonly<Record<string, unknown>>): Manifest => {
    const name = `${application.name}-${purpose}`;
    return {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name, namespace: application.name, labels: applicationLabels(application, name, 'network-policy') },
      spec: { podSelector: {}, ...spec },
    };
  };
  return [
    policy('default-deny', { policyTypes: ['Ingress', 'Egress'] }),
    policy('dns', {
      policyTypes: ['Egress'],
      egress: [{ to: [podsOf('kube-system', { 'k8s-app': 'kube-dns' })], ports: [{ port: 53, protocol: 'UDP' }, { port: 53, protocol: 'TCP' }] }],
    }),
    // a sidecar fetches its configuration and certificate from the control plane of the mesh
    ...(isMeshed(application) ? [policy('mesh', {
      policyTypes: ['Egress'],
      egress: [{ to: [podsOf(OPERATORS.istio.namespace, { app: 'istiod' })], ports: [{ port: 15012, protocol: 'TCP' }] }],
    })] : []),
  ];
}

function podsOf(namespace: string, labels: Readonly<Record<string, string>>) {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } }, podSelector: { matchLabels: labels } };
}
