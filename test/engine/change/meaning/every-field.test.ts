import { MEANINGS, fieldChanges, meaningsOf, type Change, type MeaningKind } from '../../../../engine/change/index.ts';
import { FILE } from '../../../../engine/change/entries.ts';
import { toldOf } from '../../../../engine/change/meaning/index.ts';
import type { Manifest } from '../../../../engine/manifest.ts';
import { rendered } from '../../../fixtures/linyi.ts';
import { changeOf, MASK, type Fields } from '../../../fixtures/sides.ts';

type Plain = Record<string, unknown>;
/** Characters of an object in JSON. */
const USUAL = 8_000;

type Path = readonly (string | number)[];

/** Two objects of each kind that is emitted, the largest of a usual size and one in the middle, and the plain files. */
function samples(): readonly (readonly [kind: string, application: string, manifest: Manifest])[] {
  const byKind = new Map<string, (readonly [string, string, Manifest, number])[]>();
  const { objects, files } = rendered('linyi').output;
  const all = [
    ...objects.map(({ manifest, application }) => [manifest.kind, application, manifest] as const),
    ...files.map(({ file, content }) => [file, 'control-plane', { apiVersion: '', kind: FILE, metadata: { name: file }, content } as Manifest] as const),
  ];
  for (const [kind, application, manifest] of all) byKind.set(kind, [...(byKind.get(kind) ?? []), [kind, application, manifest, JSON.stringify(manifest).length]]);
  return [...byKind.values()].flatMap((list) => {
    const sorted = list.sort((a, b) => b[3] - a[3]);
    const largest = sorted.find(([, , , size]) => size < USUAL) ?? sorted.at(-1)!;
    return [...new Set([largest, sorted[Math.floor(sorted.length / 2)]!])].map(([kind, application, manifest]) => [kind, application, manifest] as const);
  });
}

/** Paths of everything in a manifest. */
function paths(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [...(path.length > 0 ? [path] : []), ...Object.entries(value).flatMap(([key, each]) => paths(each, [...path, Array.isArray(value) ? Number(key) : key]))];
}

const MOST = 40;
/** Spread over all of it. */
const sampled = (all: readonly Path[]): readonly Path[] => all.filter((_, index) => index % Math.ceil(all.length / MOST) === 0);

/** A copy with one place changed: another value, nothing, or something more. */
function mutated(manifest: Manifest, path: Path, how: 'changed' | 'gone' | 'more'): Manifest {
  const copy = JSON.parse(JSON.stringify(manifest)) as Plain;
  let parent: Plain = copy;
  for (const step of path.slice(0, -1)) parent = parent[step] as Plain;
  const last = path.at(-1)!;
  const value = parent[last];
  if (how === 'gone' && Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (how === 'gone') delete parent[last];
  else if (how === 'more' && Array.isArray(value)) value.push(typeof value[0] === 'object' ? { name: 'champ-more' } : 'champ-more');
  else if (how === 'more' && typeof value === 'object' && value !== null) (value as Plain)['champMore'] = { deeper: 1 };
  else parent[last] = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : typeof value === 'string' ? `${value}-other` : 'champ-other';
  return copy as unknown as Manifest;
}

const change = (application: string, before: Manifest, after: Manifest): Change => {
  const { apiVersion, kind, metadata: { name, namespace } } = before;
  return { class: 'changed', environment: 'linyi', zone: 'core', application, file: `core/${application}/x.yaml`, path: 'p', source: '', object: { apiVersion, kind, ...(namespace ? { namespace } : {}), name }, before, after, fields: fieldChanges(before, after) };
};

describe('every field of every kind that is emitted', () => {
  const all = samples();

  test.each(['changed', 'gone', 'more'] as const)('is told by exactly one meaning when it is %s', (how) => {
    const faults: string[] = [];
    for (const [kind, application, manifest] of all) {
      for (const path of sampled(paths(manifest))) {
        const { fields, ...rest } = change(application, manifest, mutated(manifest, path, how));
        const told = toldOf({ ...rest, fields });
        const covered = told.flatMap((each) => each.fields.map(({ field }) => field));
        const isRight = fields.length > 0 && covered.length === fields.length && new Set(covered).size === fields.length && fields.every(({ field }) => covered.includes(field));
        const isSaid = told.every(({ meaning: { kind: of, zh, en } }) => MEANINGS.includes(of) && [zh, en].every((text) => text.trim() === text && text !== '' && !/\n|undefined|\[object Object|NaN/.test(text)));
        if (!isRight || !isSaid) faults.push(`${kind} ${path.join('.')} ${JSON.stringify(told.map(({ meaning }) => meaning))}`);
      }
    }
    expect(faults).toEqual([]);
    expect(new Set(all.map(([kind]) => kind)).size).toBeGreaterThan(50);
  }, 60_000);

  test('is told although hundreds change at once', () => {
    for (const [, application, manifest] of all) {
      const every = (value: unknown): unknown => (Array.isArray(value) ? value.map(every) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, every(each)])) : typeof value === 'number' ? value + 1 : `${String(value)}x`);
      const changed = change(application, manifest, every(manifest) as Manifest);
      expect(toldOf(changed).flatMap(({ fields }) => fields.map(({ field }) => field)).sort()).toEqual(changed.fields.map(({ field }) => field).sort());
    }
  });

  test('is told of a created and a deleted object without a fault', () => {
    for (const [, application, manifest] of all) {
      const { before, ...rest } = change(application, manifest, manifest);
      for (const each of [{ ...rest, class: 'created', after: before }, { ...rest, class: 'deleted', before, after: undefined }] as const) {
        for (const { zh, en } of meaningsOf(each, { mask: MASK })) expect(zh !== '' && en !== '' && !/undefined|\[object Object/.test(zh + en)).toBe(true);
      }
    }
  });
});

describe('fields find their concern', () => {
  const pod = (spec: Fields) => ({ spec: { template: { spec } } });
  const container = (fields: Fields) => pod({ containers: [{ name: 'app', ...fields }] });
  test.each<readonly [kind: MeaningKind, what: string, id: string, before: Fields, after: Fields]>([
    ['health', 'a probe that runs a command', 'Deployment core-mbs/a', container({ livenessProbe: { exec: { command: ['a'] } } }), container({ livenessProbe: { exec: { command: ['b'] } } })],
    ['health', 'the strategy of a rollout', 'Deployment core-mbs/a', { spec: { strategy: { type: 'Recreate' } } }, { spec: { strategy: { type: 'RollingUpdate' } } }],
    ['schedule', 'tolerations', 'Deployment core-mbs/a', pod({}), pod({ tolerations: [{ key: 'a' }] })],
    ['schedule', 'labels in an affinity', 'Deployment core-mbs/a', pod({ affinity: { podAntiAffinity: { a: [{ labelSelector: { matchLabels: { a: 'b' } } }] } } }), pod({ affinity: { podAntiAffinity: { a: [{ labelSelector: { matchLabels: { a: 'c' } } }] } } })],
    ['schedule', 'the schedule of a CronJob', 'CronJob core-mbs/a', { spec: { schedule: '0 1 * * *' } }, { spec: { schedule: '0 2 * * *' } }],
    ['storage', 'the size in a claim template', 'StatefulSet core-mbs/a', { spec: { volumeClaimTemplates: [{ metadata: { name: 'd' }, spec: { resources: { requests: { storage: '1Gi' } } } }] } }, { spec: { volumeClaimTemplates: [{ metadata: { name: 'd' }, spec: { resources: { requests: { storage: '2Gi' } } } }] } }],
    ['storage', 'a volume of the pod alone', 'Deployment core-mbs/a', pod({}), pod({ volumes: [{ name: 'v', emptyDir: {} }] })],
    ['config', 'a volume of a ConfigMap', 'Deployment core-mbs/a', pod({}), pod({ volumes: [{ name: 'v', configMap: { name: 'a' } }] })],
    ['secret', 'a volume of a Secret', 'Deployment core-mbs/a', pod({}), pod({ volumes: [{ name: 'v', secret: { secretName: 'a' } }] })],
    ['security', 'a mounted token', 'Deployment core-mbs/a', pod({}), pod({ automountServiceAccountToken: true })],
    ['delivery', 'a sync wave', 'Deployment core-mbs/a', {}, { metadata: { annotations: { 'argocd.argoproj.io/sync-wave': '1' } } }],
    ['delivery', 'sync options', 'Application argocd/a', { spec: { syncPolicy: { syncOptions: ['a=true'] } } }, { spec: { syncPolicy: { syncOptions: ['a=false'] } } }],
    ['metadata', 'a label', 'Deployment core-mbs/a', {}, { metadata: { labels: { a: 'b' } } }],
    ['config', 'a field of a workload that no row knows', 'Deployment core-mbs/a', {}, { spec: { unheardOf: 1 } }],
    ['exposure', 'a field of a Service that no row knows', 'Service core-mbs/a', {}, { spec: { unheardOf: 1 } }],
    ['storage', 'parameters of a storage class', 'StorageClass a', { parameters: { a: '1' } }, { parameters: { a: '2' } }],
  ])('%s: %s', (kind, _, id, before, after) => {
    expect(meaningsOf(changeOf(id, before, after), { mask: MASK }).map((each) => each.kind)).toEqual([kind]);
  });
});
