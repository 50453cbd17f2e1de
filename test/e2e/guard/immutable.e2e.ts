/**
 * The table of immutable fields, row by row, at a real API server: it refuses exactly the changes that the guard reports.
 */
import { replacedFields } from '../../../engine/guard/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { changes, customChanges, definitionChanges, GATEWAY_CLASS, type Change } from '../../fixtures/guard/changes.ts';
import { each, type Answer } from '../rig/api.ts';
import { ControlPlane } from '../rig/control-plane.ts';
import { eventually } from '../rig/processes.ts';

let plane: ControlPlane;

beforeAll(async () => { plane = await ControlPlane.start(); }, 1_800_000);

afterAll(async () => { await plane?.stop(); }, 60_000);

interface Outcome {
  readonly name: string;
  readonly status: number;
  readonly reported: readonly string[];
  readonly message?: string;
}

/** Applies what was before, then what is after. */
async function attempt({ name, before, after }: Change): Promise<Outcome> {
  const first = await plane.api.apply(before);
  expect([name, first.status, first.body.message]).toEqual([name, 201, undefined]);
  if (before.kind === 'CustomResourceDefinition') await established(before);
  const { status, body } = await plane.api.apply(after);
  return { name, status, reported: replacedFields(before, after).map(({ field }) => field), message: body.message };
}

const established = (definition: Manifest) => eventually('an established definition', async () => {
  const { body } = await plane.api.ask('GET', `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${definition.metadata.name}`);
  const { conditions } = (body['status'] ?? {}) as { readonly conditions?: readonly { readonly type: string; readonly status: string }[] | null };
  return conditions?.some(({ type, status }) => type === 'Established' && status === 'True') ? true : undefined;
}, 60);

/** Outcomes where the guard and the server do not agree. */
const disagreements = (outcomes: readonly Outcome[]) => outcomes.filter(({ status, reported }) => status !== (reported.length > 0 ? 422 : 200));

it('refuses the changes of built-in kinds that the guard reports, and takes all others', async () => {
  const outcomes = await each(changes, attempt);
  expect(disagreements(outcomes)).toEqual([]);
  expect(outcomes.filter(({ status }) => status === 422).length).toBeGreaterThan(60);
}, 300_000);

it('refuses the changes of established definitions that the guard reports', async () => {
  expect(disagreements(await each(definitionChanges, attempt))).toEqual([]);
}, 120_000);

it('refuses the changes of custom resources that their definitions forbid', async () => {
  // a group of *.k8s.io wants the annotation
  const approved = { ...GATEWAY_CLASS, metadata: { ...GATEWAY_CLASS.metadata, annotations: { 'api-approved.kubernetes.io': 'unapproved, for this test' } } };
  expect((await plane.api.apply(approved)).status).toBe(201);
  await established(approved);
  await eventually('the kind', async () => ((await plane.api.ask('GET', '/apis/gateway.networking.k8s.io/v1/gatewayclasses')).status === 200 ? true : undefined), 60);
  expect(disagreements(await each(customChanges, attempt))).toEqual([]);
}, 120_000);

it('lets a bound claim grow and not shrink', async () => {
  const at = (storage: string): Manifest => ({
    apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'bound', namespace: 'default' },
    spec: { storageClassName: 'growing', volumeName: 'bound', accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
  });
  await plane.api.apply({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'growing' }, provisioner: 'guard.example', allowVolumeExpansion: true });
  await plane.api.apply({ apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'bound' }, spec: { storageClassName: 'growing', capacity: { storage: '4Gi' }, accessModes: ['ReadWriteOnce'], csi: { driver: 'guard.example', volumeHandle: 'h' } } });
  await plane.api.apply(at('2Gi'));
  await eventually('a bound claim', async () => {
    const { body } = await plane.api.ask('GET', '/api/v1/namespaces/default/persistentvolumeclaims/bound');
    return (body['status'] as { readonly phase?: string } | undefined)?.phase === 'Bound' ? true : undefined;
  }, 60);
  const steps: readonly (readonly [string, string])[] = [['2Gi', '3Gi'], ['3Gi', '1Gi']];
  const answers: Answer[] = [];
  for (const [, to] of steps) answers.push(await plane.api.apply(at(to)));
  expect(answers.map(({ status }) => status)).toEqual([200, 422]);
  expect(steps.map(([from, to]) => replacedFields(at(from), at(to)).length)).toEqual([0, 1]);
}, 120_000);
