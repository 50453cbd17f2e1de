import type { CheckInput } from '../../../cli/check/input.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import type { Waiver, WaiverTarget } from '../../../engine/waivers/index.ts';

/** A manifest that may lack anything. */
export const manifest = (kind: string, name: string, rest: Readonly<Record<string, unknown>> = {}, apiVersion = 'v1', namespace = 'shop'): Manifest =>
  ({ apiVersion, kind, metadata: { name, namespace }, ...rest });

/** Good for Pod Security at every level, but for what `container` says otherwise. */
export const pod = (name: string, container: Readonly<Record<string, unknown>> = {}, spec: Readonly<Record<string, unknown>> = {}): Manifest => manifest('Pod', name, {
  spec: {
    securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [{ name: 'app', image: 'x', ...container, securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, ...container['securityContext'] as object | undefined } }],
    ...spec,
  },
});

export const PRIVILEGED = { securityContext: { privileged: true, allowPrivilegeEscalation: true } };

/** One zone with these objects, the n-th in line n. */
export function inputOf(name: string, manifests: readonly Manifest[], more: Partial<CheckInput> = {}, zone = ''): CheckInput {
  const objects = manifests.map((each, document) => ({ manifest: each, zone, file: `${name}.yaml`, document }));
  return {
    name, waivers: [], notJudged: [], problems: [],
    locate: (at) => ({ line: 1 + ('manifest' in at ? (at.document ?? 0) : 0), column: 7 }),
    zones: [{ zone, objects, files: [], facts: {}, params: {} }],
    ...more,
  };
}

export const waiver = (id: string, rule: string, target: Partial<WaiverTarget>, expires = '2030-12-31'): Waiver => ({
  id, rule, target: { kind: 'Pod', namespace: 'shop', name: 'bad', ...target }, reason: 'r', owner: 'o', ticket: 'T-1', expires, where: `waivers.yaml:${id}`,
});
