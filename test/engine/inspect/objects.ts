import type { InspectFacts } from '../../../engine/inspect/index.ts';
import type { Check } from '../../../engine/inspect/check.ts';
import type { Manifest, RenderedObject } from '../../../engine/manifest.ts';
import type { Code, Problem } from '../../../engine/problem/index.ts';

/** Small valid objects, and the words to break them one at a time. */

export type Fields = Readonly<Record<string, unknown>>;

export function object(manifest: unknown, where: Partial<Omit<RenderedObject, 'manifest'>> = {}): RenderedObject {
  return { zone: 'core', application: 'core-mbs', path: '', source: '', ...where, manifest: manifest as Manifest };
}

/** A manifest in namespace core-mbs. */
export function manifest(apiVersion: string, kind: string, name: string, fields: Fields = {}, metadata: Fields = {}): Manifest {
  return { apiVersion, kind, metadata: { name, namespace: 'core-mbs', ...metadata }, ...fields };
}

export function namespace(name = 'core-mbs', labels: Readonly<Record<string, string>> = {}): RenderedObject {
  return object({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });
}

export const LABELS = { 'app.kubernetes.io/name': 'hsa-mbs' };

export function container(fields: Fields = {}): Fields {
  return {
    name: 'hsa-mbs',
    image: `registry.example/hsa-mbs@sha256:${'a'.repeat(64)}`,
    ports: [{ name: 'http', containerPort: 8080 }],
    resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } },
    ...fields,
  };
}

export function deployment(podSpec: Fields = {}, spec: Fields = {}, name = 'hsa-mbs'): RenderedObject {
  return object(
    manifest('apps/v1', 'Deployment', name, {
      spec: {
        replicas: 2,
        selector: { matchLabels: LABELS },
        template: { metadata: { labels: LABELS }, spec: { containers: [container()], ...podSpec } },
        ...spec,
      },
    }),
  );
}

export function service(spec: Fields = {}, name = 'hsa-mbs'): RenderedObject {
  return object(manifest('v1', 'Service', name, { spec: { selector: LABELS, ports: [{ name: 'http', port: 80, targetPort: 'http' }], ...spec } }, { labels: LABELS }));
}

export function configMap(data: Fields, name = 'settings'): RenderedObject {
  return object(manifest('v1', 'ConfigMap', name, { data }));
}

export function custom(apiVersion: string, kind: string, spec: Fields, name = 'it'): RenderedObject {
  return object(manifest(apiVersion, kind, name, { spec }));
}

/** The problems of one check with their codes only. */
export function codesOf(check: Check, objects: readonly RenderedObject[], facts: InspectFacts = {}): readonly Code[] {
  return check(objects, facts).map((each) => each.code);
}

/** The one problem that a check finds. */
export function only(check: Check, objects: readonly RenderedObject[], facts: InspectFacts = {}): Problem {
  const found = check(objects, facts);
  if (found.length !== 1) throw new Error(`expected one problem, found ${JSON.stringify(found, null, 1)}`);
  return found[0]!;
}
