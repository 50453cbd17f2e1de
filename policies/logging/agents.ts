import { at, list, record, records, text } from '../../engine/inspect/plain.ts';
import { groupOf, type PodSource } from '../../engine/pods/index.ts';
import type { EstateObject, PolicyEstate } from '../../engine/policy/index.ts';

/** Programs that carry logs off a node, by the last part of their images. */
const IMAGES = /^(?:fluent-?bit|fluentd(?:-.*)?|filebeat|elastic-agent|vector|promtail|alloy|grafana-agent|loki-.*agent|opentelemetry-collector.*|otel-collector.*|logging-agent|ilogtail|loongcollector|rsyslog|syslog-ng)$/;

/** A workload that reads the logs of its node. */
export interface LogAgent {
  readonly object: EstateObject;
  readonly pod: PodSource;
  /** Path of a volume in which the node's logs are. */
  readonly logs: string;
}

/** Workloads with a log agent's image that mount the logs of the host. */
export function logAgents(estate: PolicyEstate): readonly LogAgent[] {
  return estate.objects.flatMap((object) => estate.podsOf(object).flatMap((pod): LogAgent[] => {
    if (!pod.containers.some(({ container }) => IMAGES.test(imageName(text(container['image']) ?? '')))) return [];
    const volume = records(pod.spec['volumes']).findIndex((each) => /^\/var\/(?:log|lib\/docker\/containers)/.test(text(at(each, 'hostPath', 'path')) ?? ''));
    return volume < 0 ? [] : [{ object, pod, logs: `${pod.field}.volumes[${volume}]` }];
  }));
}

function imageName(image: string): string {
  const path = image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What an agent is told to do: the text of the ConfigMaps and Secrets that it mounts, and of the ExternalSecrets that fill those. Empty when nobody handed it over. */
export function configurationOf(estate: PolicyEstate, { object, pod }: LogAgent): string {
  const namespace = text(at(object.manifest, 'metadata', 'namespace'));
  const wanted = new Set(records(pod.spec['volumes']).flatMap((volume) => [
    `ConfigMap ${text(at(volume, 'configMap', 'name')) ?? ''}`, `Secret ${text(at(volume, 'secret', 'secretName')) ?? ''}`,
    ...records(at(volume, 'projected', 'sources')).flatMap((source) => [`ConfigMap ${text(at(source, 'configMap', 'name')) ?? ''}`, `Secret ${text(at(source, 'secret', 'name')) ?? ''}`]),
  ]));
  const here = (kind: string) => estate.ofKind(kind).filter(({ zone, manifest }) => zone === object.zone && at(manifest, 'metadata', 'namespace') === namespace);
  const nameOf = ({ manifest }: EstateObject) => text(at(manifest, 'metadata', 'name')) ?? '';
  const maps = [
    ...here('ConfigMap').filter((each) => wanted.has(`ConfigMap ${nameOf(each)}`)).map(({ manifest }) => manifest['data']),
    ...here('Secret').filter((each) => wanted.has(`Secret ${nameOf(each)}`)).map(({ manifest }) => manifest['stringData']),
    ...here('ExternalSecret')
      .filter((each) => groupOf(each.manifest.apiVersion) === 'external-secrets.io' && wanted.has(`Secret ${text(at(each.manifest, 'spec', 'target', 'name')) ?? nameOf(each)}`))
      .map(({ manifest }) => at(manifest, 'spec', 'target', 'template', 'data')),
  ];
  return [
    ...maps.flatMap((map) => Object.values(record(map)).filter((value) => typeof value === 'string')),
    ...pod.containers.flatMap(({ container }) => [...list(container['args']), ...records(container['env']).map((each) => each['value'])].filter((value) => typeof value === 'string')),
  ].join('\n');
}
