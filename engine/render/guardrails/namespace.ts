import type { Application } from '../../../constructs/application.ts';
import type { Manifest } from '../../manifest.ts';
import { at, records } from '../../inspect/plain.ts';
import type { Output } from '../output.ts';
import { applicationLabels, CHAMP, textAnnotations, type Labels } from '../labels.ts';
import { asAgents, asMiddleware, asSubsystem } from './kinds.ts';
import { isMeshed } from './mesh.ts';

export type PodSecurityLevel = 'restricted' | 'baseline' | 'privileged';

/** Pod Security: enforced at `level`, warned and audited at restricted, all pinned to the clusters' version. */
export function podSecurityLabels(kubernetes: string, level: PodSecurityLevel): Labels {
  const prefix = 'pod-security.kubernetes.io';
  return Object.fromEntries(Object.entries({ enforce: level, audit: 'restricted', warn: 'restricted' }).flatMap(([mode, wanted]) => [
    [`${prefix}/${mode}`, wanted], [`${prefix}/${mode}-version`, `v${kubernetes}`],
  ]));
}

/** Namespaces of the zone with a route to a Gateway of another namespace. */
export function routedNamespaces(zone: string, out: Output): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { manifest, zone: of } of out.objects) {
    const { namespace } = manifest.metadata;
    if (of !== zone || namespace === undefined || !manifest.apiVersion.startsWith('gateway.networking.k8s.io/')) continue;
    const parents = records(at(manifest, 'spec', 'parentRefs'));
    if (parents.some((parent) => parent['namespace'] !== undefined && parent['namespace'] !== namespace)) found.add(namespace);
  }
  return found;
}

function hasOperatorPods(application: Application): boolean {
  return asMiddleware(application)?.parts.some((part) => part.part === 'custom' && part.pods.length > 0) ?? false;
}

/** `routed`: the zone's Gateway takes routes from it. */
export function namespaceOf(application: Application, routed: boolean): Manifest {
  const { kubernetes } = application.zone.environment.props;
  const lowered = asAgents(application)?.podSecurity;
  const text = asSubsystem(application)?.props ?? asMiddleware(application)?.text;
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: application.name,
      labels: {
        ...applicationLabels(application, application.name, 'namespace'),
        ...(routed ? { [`${CHAMP}/ingress`]: 'allowed' } : {}),
        ...(isMeshed(application) ? { 'istio-injection': 'enabled' } : {}),
        // there admission denies only what Pod Security asks for too: an operator's pods are not ours to change
        ...(hasOperatorPods(application) ? { [`${CHAMP}/pods`]: 'operator' } : {}),
        ...podSecurityLabels(kubernetes, lowered?.level ?? 'restricted'),
      },
      annotations: {
        ...(text ? textAnnotations(text) : {}),
        ...(lowered ? { [`${CHAMP}/pod-security-why-zh`]: lowered.why.zh, [`${CHAMP}/pod-security-why-en`]: lowered.why.en } : {}),
      },
    },
  };
}
