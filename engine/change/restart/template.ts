import { canonical } from '../../guard/values.ts';
import { at, isRecord, records, strings, text, type Plain } from '../../inspect/plain.ts';
import { podTemplates, type PodTemplate } from '../../inspect/pod-templates.ts';
import type { Manifest } from '../../manifest.ts';

/** Annotations by which a template follows its configuration. */
const CHECKSUM = /(?:hash|checksum|sha256)$/i;

export const templateOf = (manifest: Manifest | undefined): PodTemplate | undefined => (manifest ? podTemplates(manifest)[0] : undefined);

/** The same pods would run: what the API server takes as the same is no difference. */
export function isSameTemplate(before: PodTemplate, after: PodTemplate): boolean {
  return canonical(before.spec) === canonical(after.spec) && canonical(podMetadata(before)) === canonical(podMetadata(after));
}

const podMetadata = ({ metadata }: PodTemplate): Plain => ({ labels: strings(at(metadata, 'labels')), annotations: strings(at(metadata, 'annotations')) });

/** Field of a container or a pod -> what people call it. */
const WORDS: Readonly<Record<string, string>> = {
  image: 'image', env: 'environment', envFrom: 'environment', resources: 'resources', livenessProbe: 'probes', readinessProbe: 'probes', startupProbe: 'probes',
  command: 'command', args: 'command', ports: 'ports', volumeMounts: 'volumes', volumes: 'volumes', securityContext: 'security', lifecycle: 'lifecycle', terminationGracePeriodSeconds: 'lifecycle',
  automountServiceAccountToken: 'security', hostNetwork: 'security', hostPID: 'security', hostIPC: 'security', hostUsers: 'security', serviceAccountName: 'account',
  affinity: 'scheduling', nodeSelector: 'scheduling', tolerations: 'scheduling', topologySpreadConstraints: 'scheduling', priorityClassName: 'scheduling', runtimeClassName: 'security',
};

/** Why the pods are made anew, e.g. `image`, `environment`, `container sidecar`; `config` for a checksum of files. Sorted. */
export function reasonsOf(before: PodTemplate, after: PodTemplate): readonly string[] {
  const found = new Set<string>();
  const [was, is] = [podMetadata(before), podMetadata(after)];
  if (canonical(was['labels']) !== canonical(is['labels'])) found.add('labels');
  for (const key of differing(was['annotations'], is['annotations'])) found.add(CHECKSUM.test(key) ? 'config' : 'annotations');
  for (const key of differing(before.spec, after.spec)) {
    if (key === 'containers' || key === 'initContainers') containers(before.spec[key], after.spec[key], found);
    else found.add(WORDS[key] ?? key);
  }
  return [...found].sort();
}

function containers(before: unknown, after: unknown, found: Set<string>): void {
  const [was, is] = [byName(before), byName(after)];
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    const [former, now] = [was.get(name), is.get(name)];
    if (!former || !now) found.add(`container ${name}`);
    else for (const key of differing(former, now)) found.add(WORDS[key] ?? key);
  }
}

const byName = (value: unknown): ReadonlyMap<string, Plain> => new Map(records(value).map((each) => [text(each['name']) ?? '', each]));

function differing(before: unknown, after: unknown): readonly string[] {
  const [was, is] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((key) => canonical(was[key]) !== canonical(is[key]));
}

/** ConfigMaps and Secrets that a pod reads: as `ConfigMap/name`, with whether a change of them reaches it while it runs. */
export function configOf({ spec, containers: all }: PodTemplate): ReadonlyMap<string, { readonly live: boolean }> {
  const found = new Map<string, { live: boolean }>();
  const add = (kind: 'ConfigMap' | 'Secret', name: unknown, live: boolean) => {
    if (typeof name !== 'string' || name === '') return;
    const key = `${kind}/${name}`;
    found.set(key, { live: live && (found.get(key)?.live ?? true) });
  };
  for (const volume of records(spec['volumes'])) {
    add('ConfigMap', at(volume, 'configMap', 'name'), true);
    add('Secret', at(volume, 'secret', 'secretName'), true);
    for (const source of records(at(volume, 'projected', 'sources'))) {
      add('ConfigMap', at(source, 'configMap', 'name'), true);
      add('Secret', at(source, 'secret', 'name'), true);
    }
  }
  for (const { container } of all) {
    for (const each of records(container['envFrom'])) {
      add('ConfigMap', at(each, 'configMapRef', 'name'), false);
      add('Secret', at(each, 'secretRef', 'name'), false);
    }
    for (const each of records(container['env'])) {
      add('ConfigMap', at(each, 'valueFrom', 'configMapKeyRef', 'name'), false);
      add('Secret', at(each, 'valueFrom', 'secretKeyRef', 'name'), false);
    }
  }
  return found;
}
