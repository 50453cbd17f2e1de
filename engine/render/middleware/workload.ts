import type { WorkloadPart } from '../../../constructs/middleware/index.ts';
import type { Manifest } from '../../manifest.ts';
import { CHAMP, selector } from '../labels.ts';
import { podTemplate } from '../pod/hardening.ts';
import { containers, initContainers } from './containers.ts';
import type { RenderedFiles } from './files.ts';
import { isAgent, titled, type Place } from './place.ts';
import { priorityOf } from './priority.ts';
import { peersName } from './services.ts';
import { DATA, volumesOf } from './volumes.ts';

type Json = Readonly<Record<string, unknown>>;

/** Numeric user of images that name none. */
const USER = 10001;
const GRACE_SECONDS = 60;
const JOB_SECONDS = 1800;

/** Logs of the control plane are logs too. */
const AGENT_TOLERATIONS = [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' }];

/** The workload object of a part. */
export function workload(place: Place, part: WorkloadPart, files: RenderedFiles): Manifest {
  switch (part.workload) {
    case 'StatefulSet': return statefulSet(place, part, files);
    case 'Deployment': return {
      ...head(place, part, 'apps/v1'),
      spec: {
        replicas: part.replicas ?? 1,
        revisionHistoryLimit: 5,
        minReadySeconds: 5,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        selector: { matchLabels: selector(part.name) },
        template: template(place, part, files),
      },
    };
    case 'DaemonSet': return {
      ...head(place, part, 'apps/v1'),
      spec: {
        revisionHistoryLimit: 5,
        minReadySeconds: 5,
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } },
        selector: { matchLabels: selector(part.name) },
        template: template(place, part, files),
      },
    };
    case 'CronJob': return {
      ...head(place, part, 'batch/v1'),
      spec: {
        schedule: part.schedule ?? '0 2 * * *',
        timeZone: place.middleware.environment.props.timeZone ?? 'Asia/Shanghai',
        concurrencyPolicy: 'Forbid',
        startingDeadlineSeconds: 3600,
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 3,
        jobTemplate: { metadata: { labels: place.labels }, spec: { ...jobLimits(2), template: template(place, part, files) } },
      },
    };
    case 'Job': return job(place, part, files);
  }
}

function head(place: Place, part: WorkloadPart, apiVersion: string): Pick<Manifest, 'apiVersion' | 'kind' | 'metadata'> {
  return { apiVersion, kind: part.workload, metadata: titled(place) };
}

function statefulSet(place: Place, part: WorkloadPart, files: RenderedFiles): Manifest {
  return {
    ...head(place, part, 'apps/v1'),
    spec: {
      serviceName: peersName(part.name),
      replicas: part.replicas ?? 1,
      revisionHistoryLimit: 5,
      minReadySeconds: 10,
      // members of a cluster wait for each other before they are ready
      podManagementPolicy: part.peers?.length ? 'Parallel' : 'OrderedReady',
      updateStrategy: { type: 'RollingUpdate' },
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
      selector: { matchLabels: selector(part.name) },
      template: template(place, part, files),
      ...(part.storage ? {
        volumeClaimTemplates: [{
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          // immutable, so only the label that never changes
          metadata: { name: DATA, labels: selector(part.name) },
          spec: { accessModes: ['ReadWriteOnce'], storageClassName: place.middleware.layout.storageClass, resources: { requests: { storage: part.storage.size } } },
        }],
      } : {}),
    },
  };
}

/** A hook that ArgoCD runs at each sync once the kind is healthy; a Job that stays could never be changed. */
function job(place: Place, part: WorkloadPart, files: RenderedFiles): Manifest {
  const { metadata, ...rest } = head(place, part, 'batch/v1');
  return {
    ...rest,
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        'argocd.argoproj.io/hook': 'Sync',
        'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
        'argocd.argoproj.io/sync-wave': '10',
      },
    },
    spec: { ...jobLimits(6), template: template(place, part, files) },
  };
}

const jobLimits = (retries: number): Json => ({ backoffLimit: retries, activeDeadlineSeconds: JOB_SECONDS });

function template(place: Place, part: WorkloadPart, files: RenderedFiles): Json {
  const volumes = volumesOf(part, files);
  const made = podTemplate({
    account: part.name,
    token: part.api !== undefined,
    user: part.user ?? USER,
    priorityClass: priorityOf(place.middleware.kind, part.workload),
    graceSeconds: part.graceSeconds ?? GRACE_SECONDS,
    userNamespace: place.middleware.zone.props.userNamespaces && !isAgent(part),
    labels: place.labels,
    annotations: files.hash ? { [`${CHAMP}/config-hash`]: files.hash } : undefined,
    selector: selector(part.name),
    spread: spread(place, part),
    init: initContainers(place, part, volumes),
    containers: containers(place, part, volumes),
    volumes: volumes.volumes,
    restartPolicy: part.workload === 'Job' || part.workload === 'CronJob' ? 'Never' : undefined,
  });
  const spec = made['spec'] as Json;
  return {
    ...made,
    spec: {
      ...spec,
      ...(part.supplementalGroups ? { securityContext: { ...(spec['securityContext'] as Json), supplementalGroups: part.supplementalGroups } } : {}),
      ...(part.workload === 'DaemonSet' ? { tolerations: AGENT_TOLERATIONS } : {}),
    },
  };
}

/** State never shares a host in production, as long as it still fits with one host down. */
function spread({ middleware }: Place, part: WorkloadPart): 'hard' | 'soft' | undefined {
  const replicas = part.replicas ?? 1;
  if (replicas < 2 || (part.workload !== 'StatefulSet' && part.workload !== 'Deployment')) return undefined;
  const { environment, zone } = middleware;
  return part.workload === 'StatefulSet' && environment.production && replicas < zone.props.nodes.count ? 'hard' : 'soft';
}
