import { addressOf } from '../../../constructs/middleware/index.ts';
import type { Service } from '../../../constructs/service/index.ts';
import type { Manifest } from '../../manifest.ts';
import { productImage } from '../image.ts';
import { CHAMP, selector, serviceLabels, type Labels } from '../labels.ts';
import { containerSecurity, podTemplate, scratch } from '../pod/hardening.ts';
import type { RenderedConfig } from './config.ts';

const USER = 10001;

/** Whether the service reads its files from the configuration centre; they are then imported from this repository and from nowhere else. */
export function usesConfigCenter(service: Service): boolean {
  return service.configSource === 'config-center';
}

/** What the pod itself must know to find the centre. */
export function isBootstrap(path: string): boolean {
  return /^bootstrap\.(properties|ya?ml)$/.test(path);
}

export const importName = (service: Service): string => `${service.id}-config-import`;
export const driftName = (service: Service): string => `${service.id}-config-drift`;

/** A Job writes the files into the centre at every change; a CronJob reports what somebody changed there since. */
export function configImport(service: Service, config: RenderedConfig): readonly Manifest[] {
  const { namespace } = service;
  const meta = (name: string) => ({ name, namespace, labels: { ...serviceLabels(service), ...selector(name) } });
  const account: Manifest = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: meta(importName(service)), automountServiceAccountToken: false };
  return [
    account,
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { ...meta(importName(service)), annotations: { 'argocd.argoproj.io/hook': 'Sync', 'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation' } },
      spec: { backoffLimit: 3, activeDeadlineSeconds: 600, template: pod(service, config, 'import', importName(service)) },
    },
    {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: meta(driftName(service)),
      spec: {
        schedule: '17 * * * *',
        timeZone: service.environment.props.timeZone ?? 'Asia/Shanghai',
        concurrencyPolicy: 'Forbid',
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 3,
        jobTemplate: { spec: { backoffLimit: 0, activeDeadlineSeconds: 300, template: pod(service, config, 'check', driftName(service)) } },
      },
    },
  ];
}

function pod(service: Service, config: RenderedConfig, action: 'import' | 'check', name: string): Readonly<Record<string, unknown>> {
  const labels: Labels = { ...serviceLabels(service), ...selector(name), 'sidecar.istio.io/inject': 'false' };
  return podTemplate({
    account: importName(service),
    user: USER,
    priorityClass: 'champ-batch',
    graceSeconds: 30,
    userNamespace: service.zone.props.userNamespaces,
    restartPolicy: 'Never',
    labels,
    annotations: { [`${CHAMP}/config-hash`]: config.hash },
    selector: selector(name),
    containers: [{
      name: action,
      image: productImage(service.environment, 'champ-config-import', service),
      imagePullPolicy: 'IfNotPresent',
      args: [action, `--server=${addressOf(service.zone, 'config-center') ?? ''}`, `--group=${service.id}`, '--from=/config'],
      resources: { requests: { cpu: '50m', memory: '64Mi', 'ephemeral-storage': '64Mi' }, limits: { cpu: '500m', memory: '256Mi', 'ephemeral-storage': '128Mi' } },
      securityContext: containerSecurity(),
      volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }, { name: 'config', mountPath: '/config', readOnly: true }],
    }],
    volumes: [scratch('tmp', '32Mi'), { name: 'config', projected: { defaultMode: 0o440, sources: config.sources } }],
  });
}
