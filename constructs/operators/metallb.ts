import { imageAt, PRODUCTION, resourcesOf, totals, type Controller, type OperatorRow } from './operator.ts';
import { hardenedPod } from './security.ts';

const CONTROLLER: Controller = { replicas: 1, requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } };
const SPEAKER: Controller = { replicas: 0, requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '500m', memory: '192Mi' } };
const TAG = 'v0.16.1';
const [CONTROLLER_IMAGE, SPEAKER_IMAGE] = [{ image: 'metallb/controller', tag: TAG }, { image: 'metallb/speaker', tag: TAG }];

/** In layer 2: one node answers for an address, so the network needs no routing protocol. */
export const metallb: OperatorRow = {
  id: 'metallb', chart: 'metallb', version: '0.16.1', namespace: 'metallb-system',
  groups: ['metallb.io'],
  podSecurity: { level: 'privileged', why: 'speakers answer ARP for addresses of the node, with its network and NET_RAW' },
  ...totals(CONTROLLER),
  perNode: SPEAKER.requests,
  images: [CONTROLLER_IMAGE, SPEAKER_IMAGE],
  values: (registry, site = PRODUCTION) => ({
    crds: { enabled: true },
    frrk8s: { enabled: false },
    prometheus: { rbacPrometheus: false },
    controller: { image: { ...imageAt(registry, CONTROLLER_IMAGE, site), pullPolicy: 'IfNotPresent' }, resources: resourcesOf(site, CONTROLLER), securityContext: hardenedPod(65534) },
    speaker: {
      image: { ...imageAt(registry, SPEAKER_IMAGE, site), pullPolicy: 'IfNotPresent' }, resources: resourcesOf(site, SPEAKER),
      frr: { enabled: false }, tolerateMaster: false,
      securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
    },
  }),
};
