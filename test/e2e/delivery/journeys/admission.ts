import type { Manifest } from '../../../../engine/manifest.ts';
import { ZONES, type Linyi } from '../../rig/linyi.ts';

const HARDENED = { runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, seccompProfile: { type: 'RuntimeDefault' } };

const pod = (namespace: string, spec: Readonly<Record<string, unknown>>): Manifest => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'intruder', namespace }, spec });

const namespaceOf = { core: 'core-mbs', public: 'pub-gw' } as const;

export function admission(linyi: () => Linyi): void {
  describe('a pod that breaks hardening', () => {
    it.each(ZONES)('is refused in zone %s by the policies, with the id of the rule', async (zone) => {
      const spec = { securityContext: HARDENED, containers: [{ name: 'app', image: 'docker.io/library/nginx:latest', securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } }] };
      const { status, body } = await linyi().clusters[zone].plane.api.create(pod(namespaceOf[zone], spec));
      expect([status, body.message]).toEqual([403, expect.stringMatching(/ValidatingAdmissionPolicy 'champ-nsa-[a-z]+-\d\d'.*denied request: NSA-[A-Z]+-\d\d .+: .+/)]);
    });

    it.each(ZONES)('is refused in zone %s by Pod Security too', async (zone) => {
      const { status, body } = await linyi().clusters[zone].plane.api.create(pod(namespaceOf[zone], { hostNetwork: true, containers: [{ name: 'app', image: 'docker.io/library/nginx:latest', securityContext: { privileged: true } }] }));
      expect([status, body.message]).toEqual([403, expect.stringContaining('violates PodSecurity "restricted')]);
    });
  });
}
