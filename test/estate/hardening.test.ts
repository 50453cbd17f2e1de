/** Every pod of Linyi that we write, wherever it runs. */
import { containersOf, podTemplates } from '../../engine/inspect/index.ts';
import { rendered } from '../fixtures/linyi.ts';

const pods = rendered().output.objects.flatMap(({ manifest, zone }) => podTemplates(manifest).map((template) => ({
  name: `${zone}/${manifest.metadata.namespace}/${manifest.kind}/${manifest.metadata.name}`, kind: manifest.kind, namespace: manifest.metadata.namespace!, template,
  spec: template.spec as Record<string, never> & { readonly volumes?: readonly Record<string, { readonly sizeLimit?: string }>[]; readonly securityContext?: Record<string, unknown> },
})));
const applications = pods.filter((pod) => !pod.namespace.endsWith('-agents'));

it('there are pods to look at', () => {
  expect(pods.length).toBeGreaterThan(180);
});

it.each(['core', 'public'])('all of zone %s run as a numeric user that is not root, with the seccomp profile of the runtime', (zone) => {
  for (const { name, spec } of applications.filter((pod) => pod.name.startsWith(`${zone}/`))) {
    expect([name, spec.securityContext]).toEqual([name, expect.objectContaining({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } })]);
    expect([name, Number(spec.securityContext!['runAsUser']) > 0, Number(spec.securityContext!['runAsGroup']) > 0]).toEqual([name, true, true]);
  }
});

it('all containers drop every capability, cannot escalate and have a read-only root', () => {
  for (const { name, template } of pods) {
    for (const each of containersOf(template)) {
      expect([name, each.name, each.container['securityContext']]).toEqual([name, each.name, expect.objectContaining({
        allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] },
      })]);
    }
  }
});

it('all containers state requests and limits for CPU, memory and local storage', () => {
  const both = expect.objectContaining({ cpu: expect.any(String), memory: expect.any(String), 'ephemeral-storage': expect.any(String) });
  for (const { name, template } of pods) {
    for (const each of containersOf(template)) expect([name, each.name, each.container['resources']]).toEqual([name, each.name, { requests: both, limits: both }]);
  }
});

it('writable paths are bounded, and only agents see a path of the node', () => {
  for (const { name, namespace, spec } of pods) {
    for (const volume of spec.volumes ?? []) {
      if (volume['emptyDir']) expect([name, volume['name'], volume['emptyDir'].sizeLimit]).toEqual([name, volume['name'], expect.stringMatching(/^\d+[MG]i$/)]);
      if (volume['hostPath']) expect([name, namespace]).toEqual([name, expect.stringMatching(/-agents$/)]);
    }
  }
});

it('no secret is an environment variable', () => {
  for (const { name, template } of pods) {
    for (const { container } of containersOf(template)) {
      const env = JSON.stringify([container['env'] ?? [], container['envFrom'] ?? []]);
      expect([name, env.includes('secretKeyRef') || env.includes('secretRef')]).toEqual([name, false]);
    }
  }
});

it('long-running containers have readiness and liveness probes, and liveness is no aggregate health', () => {
  for (const { name, kind, template } of pods) {
    if (kind === 'Job' || kind === 'CronJob') continue;
    const main = containersOf(template).find((each) => each.role === 'main')!.container as { readonly readinessProbe?: unknown; readonly livenessProbe?: { readonly httpGet?: { readonly path: string } } };
    expect([name, main.readinessProbe !== undefined, main.livenessProbe !== undefined]).toEqual([name, true, true]);
    if (main.livenessProbe!.httpGet) expect(main.livenessProbe!.httpGet.path).not.toMatch(/monitor\/health$/);
  }
});

it('only pods that call the Kubernetes API mount a token', () => {
  const withToken = pods.filter(({ spec }) => (spec['automountServiceAccountToken'] as unknown) === true).map(({ namespace }) => namespace.replace(/^(core|pub)-/, ''));
  expect([...new Set(withToken)].sort()).toEqual(['mw-hardening-scan', 'mw-metrics', 'mw-tracing']);
});

it('no Secret object holds a value: secrets come from the external store', () => {
  expect(rendered().output.objects.filter(({ manifest }) => manifest.kind === 'Secret')).toEqual([]);
});
