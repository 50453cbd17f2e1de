import { SENSITIVITIES } from '../../../constructs/words.ts';
import type { Zone } from '../../../constructs/zone.ts';
import { asSubsystem } from '../guardrails/kinds.ts';

const WRITE = ['create', 'update', 'patch', 'delete', 'deletecollection'];
const READ = ['get', 'list', 'watch'];
const RBAC = 'rbac.authorization.k8s.io';

/** Which calls of the API server are recorded, and how fully. The first rule that matches decides, so secrets come before all that records bodies. */
export function auditPolicy(zone: Zone) {
  const audited = auditedNamespaces(zone);
  return {
    apiVersion: 'audit.k8s.io/v1',
    kind: 'Policy',
    omitStages: ['RequestReceived'],
    omitManagedFields: true,
    rules: [
      // what they hold must not be in the log, whoever asks
      {
        level: 'Metadata',
        resources: [
          { group: '', resources: ['secrets', 'configmaps', 'serviceaccounts/token'] },
          { group: 'authentication.k8s.io', resources: ['tokenreviews', 'tokenrequests'] },
          { group: 'external-secrets.io' },
        ],
      },
      { level: 'Metadata', users: ['system:anonymous'] },
      {
        level: 'RequestResponse',
        resources: [{
          group: '',
          resources: ['nodes/proxy', 'pods/attach', 'pods/ephemeralcontainers', 'pods/exec', 'pods/portforward', 'pods/proxy', 'services/proxy'],
        }],
      },
      // who may do what, what is admitted, what bounds a namespace
      {
        level: 'RequestResponse',
        verbs: WRITE,
        resources: [
          { group: RBAC },
          { group: 'admissionregistration.k8s.io' },
          { group: 'apiextensions.k8s.io' },
          { group: 'certificates.k8s.io' },
          { group: 'networking.k8s.io' },
          { group: '', resources: ['limitranges', 'namespaces', 'resourcequotas', 'serviceaccounts'] },
        ],
      },
      { level: 'None', resources: [{ group: '', resources: ['events'] }, { group: 'events.k8s.io', resources: ['events'] }] },
      { level: 'None', verbs: ['get', 'update', 'patch'], resources: [{ group: 'coordination.k8s.io', resources: ['leases'] }] },
      // the cluster watching itself
      {
        level: 'None', verbs: READ,
        users: ['system:apiserver', 'system:kube-controller-manager', 'system:kube-proxy', 'system:kube-scheduler'],
      },
      { level: 'None', verbs: READ, userGroups: ['system:nodes'] },
      // namespaces with services whose data the law wants traced: every change with question and answer
      ...(audited.length > 0 ? [{ level: 'RequestResponse', verbs: WRITE, namespaces: audited }] : []),
      // pod templates carry security contexts, so their changes are kept whole everywhere
      {
        level: 'Request',
        verbs: WRITE,
        resources: [
          { group: '', resources: ['persistentvolumes', 'pods', 'podtemplates', 'replicationcontrollers', 'services'] },
          { group: 'apps' },
          { group: 'argoproj.io' },
          { group: 'batch' },
        ],
      },
      { level: 'Metadata' },
    ],
  };
}

/** Namespaces of subsystems in which the sensitivity of some service asks for an audit log. */
function auditedNamespaces(zone: Zone): readonly string[] {
  return zone.applications
    .filter((application) => asSubsystem(application)?.services.some((service) => SENSITIVITIES[service.props.sensitivity].auditLog))
    .map((application) => application.name)
    .sort();
}
