import type { Service } from '../../../constructs/service/index.ts';
import type { Manifest } from '../../manifest.ts';
import { CHAMP, MIGRATION, selector, serviceLabels, textAnnotations } from '../labels.ts';
import { externalName, podsName } from '../names.ts';
import type { Output } from '../output.ts';
import { podTemplate, scratch } from '../pod/hardening.ts';
import { exposedPorts } from '../network/service-flows.ts';
import { priorityClass } from '../priorities.ts';
import { renderConfig } from './config.ts';
import { configImport, isBootstrap, usesConfigCenter } from './config-import.ts';
import { appContainer, GRACE_SECONDS, initContainers, writablePaths } from './containers.ts';
import { filesOf } from './files.ts';

/** Numeric user of the images that are built on site. */
const USER = 10001;

/** A service becomes its workload, Service, account, configuration, autoscaler and disruption budget. */
export function renderService(service: Service, out: Output): void {
  const files = filesOf(service);
  const central = usesConfigCenter(service);
  const config = renderConfig(service, central ? files.filter((file) => isBootstrap(file.path)) : files);
  const imported = central ? renderConfig(service, files, 'import') : undefined;
  const labels = serviceLabels(service);
  const meta = { name: service.id, namespace: service.namespace, labels };
  out.addTo(
    service.subsystem, service,
    deployment(service, config.hash, config.sources),
    { apiVersion: 'v1', kind: 'Service', metadata: { ...meta, annotations: textAnnotations(service.props) }, spec: { type: 'ClusterIP', selector: selector(service.id), ports: servicePorts(service, () => true) } },
    podsService(service, meta),
    externalService(service, meta),
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: meta, automountServiceAccountToken: false },
    autoscaler(service, meta),
    disruptionBudget(service, meta),
    ...config.manifests,
    ...(imported ? [...imported.manifests, ...configImport(service, imported)] : []),
  );
}

function deployment(service: Service, hash: string, sources: readonly unknown[]): Manifest {
  const { scale, zone, environment } = service;
  const labels = serviceLabels(service);
  const release = environment.facts.releases.services[service.id];
  const jvm = 'port' in service.props;
  const reload = 'hotReload' in service.props && service.props.hotReload === true;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: service.id,
      namespace: service.namespace,
      labels,
      annotations: {
        ...textAnnotations(service.props),
        ...(release?.artefact ? { [`${CHAMP}/artefact`]: release.artefact.name, [`${CHAMP}/artefact-sha256`]: release.artefact.sha256 } : {}),
        ...(release?.migration ? { [MIGRATION]: release.migration } : {}),
        ...(reload ? { 'reloader.stakater.com/auto': 'true' } : {}),
      },
    },
    spec: {
      // an autoscaled workload has no count of its own: the two would fight
      ...('fixed' in scale ? { replicas: scale.fixed } : {}),
      revisionHistoryLimit: 5,
      progressDeadlineSeconds: 600,
      minReadySeconds: 5,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
      selector: { matchLabels: selector(service.id) },
      template: podTemplate({
        account: service.id,
        user: USER,
        priorityClass: priorityClass(service.priority),
        graceSeconds: GRACE_SECONDS,
        userNamespace: zone.props.userNamespaces,
        labels: { ...labels, 'sidecar.istio.io/inject': String(zone.props.mesh) },
        annotations: reload || sources.length === 0 ? undefined : { [`${CHAMP}/config-hash`]: hash },
        selector: selector(service.id),
        spread: 'soft',
        init: initContainers(service),
        containers: [appContainer(service, sources.length > 0)],
        volumes: [
          scratch('tmp', '256Mi'),
          ...writablePaths(service).map(({ name, size }) => scratch(name, size)),
          ...(jvm ? [scratch('agents', '256Mi')] : []),
          ...(sources.length > 0 ? [{ name: 'config', projected: { defaultMode: 0o440, sources } }] : []),
        ],
      }),
    },
  };
}

function servicePorts(service: Service, wanted: (name: string, port: number) => boolean): readonly unknown[] {
  return service.ports.filter(({ name, port }) => wanted(name, port)).map(({ name, port }) => ({ name, port, targetPort: name, protocol: 'TCP', ...appProtocol(name) }));
}

/**
 * Callers of Dubbo take the pod's address from the registry and pass the Service by. A headless Service tells the mesh whose
 * addresses these are; without it a sidecar would send such a call in clear text, which strict mTLS refuses.
 */
function podsService(service: Service, metadata: Manifest['metadata']): Manifest | undefined {
  const ports = service.ports.filter(({ name }) => name === 'dubbo').map(({ name, port }) => ({ name, port, targetPort: name, protocol: 'TCP', appProtocol: 'tcp' }));
  if (!service.zone.props.mesh || ports.length === 0) return undefined;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { ...metadata, name: podsName(service.id) },
    spec: { clusterIP: 'None', selector: selector(service.id), ports },
  };
}

/** A second Service for what comes from outside: one port, named sources, no node port. */
function externalService(service: Service, metadata: Manifest['metadata']): Manifest | undefined {
  const exposed = service.zone.props.exposed[service.id];
  if (!exposed) return undefined;
  const open = exposedPorts(service).map((each) => each.port);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { ...metadata, name: externalName(service.id) },
    spec: {
      type: 'LoadBalancer',
      selector: selector(service.id),
      ports: servicePorts(service, (_, port) => open.includes(port)),
      loadBalancerIP: exposed.address,
      loadBalancerSourceRanges: exposed.sourceRanges,
      externalTrafficPolicy: 'Local',
      allocateLoadBalancerNodePorts: false,
    },
  };
}

const appProtocol = (name: string) => (name === 'http' || name === 'metrics' || name === 'status' ? { appProtocol: 'http' } : name === 'https' ? { appProtocol: 'https' } : {});

function autoscaler(service: Service, metadata: Manifest['metadata']): Manifest | undefined {
  const { scale } = service;
  if ('fixed' in scale) return undefined;
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata,
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: service.id },
      minReplicas: scale.min,
      maxReplicas: scale.max,
      metrics: [{ type: 'ContainerResource', containerResource: { name: 'cpu', container: 'app', target: { type: 'Utilization', averageUtilization: 65 } } }],
      behavior: {
        scaleUp: { stabilizationWindowSeconds: 30, policies: [{ type: 'Percent', value: 50, periodSeconds: 60 }] },
        scaleDown: { stabilizationWindowSeconds: 600, policies: [{ type: 'Pods', value: 1, periodSeconds: 120 }] },
      },
    },
  };
}

/** One pod at a time may be taken away; a budget over a single pod would stop every node drain. */
function disruptionBudget(service: Service, metadata: Manifest['metadata']): Manifest | undefined {
  if (service.minPods < 2) return undefined;
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata,
    spec: { maxUnavailable: service.minPods >= 8 ? 2 : 1, selector: { matchLabels: selector(service.id) }, unhealthyPodEvictionPolicy: 'AlwaysAllow' },
  };
}
