import { contextInput } from '../../../cli/check/context.ts';
import { check } from '../../../cli/check/run.ts';
import { problem, ProblemError } from '../../../engine/problem/index.ts';
import { manifest, pod, PRIVILEGED } from './input.ts';

type Object_ = Readonly<Record<string, unknown>> & { readonly metadata: object };

/** What kubectl would print, from objects by resource; everything else is empty. */
function cluster(objects: Readonly<Record<string, readonly Object_[]>>, minor = '34') {
  const calls: (readonly string[])[] = [];
  const run = (args: readonly string[]): string => {
    calls.push(args);
    if (args[0] === 'api-resources') return `${Object.keys(objects).join('\n')}\n`;
    if (args.includes('/version')) return JSON.stringify({ major: '1', minor, gitVersion: `v1.${minor}.2` });
    return JSON.stringify({ kind: 'List', items: objects[args[1]!] ?? [] });
  };
  return { run, calls };
}

const ownedBy = (kind: string, of: Object_): Object_ => ({ ...of, metadata: { ...of.metadata, ownerReferences: [{ kind, name: 'o', uid: kind, controller: true }] } });
const controller = (kind: string, of: Object_): Object_ => ({ ...of, metadata: { ...of.metadata, uid: kind } });
const names = (objects: Readonly<Record<string, readonly Object_[]>>) => contextInput('c', { run: cluster(objects).run }).zones.flatMap((zone) => zone.objects.map(({ manifest: { kind, metadata } }) => `${kind}/${metadata.name}`));

it('judges what the cluster holds, and names objects by context, namespace, kind and name', () => {
  const { run } = cluster({ pods: [pod('bad', PRIVILEGED)], namespaces: [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }] });
  const input = contextInput('city-core', { run });
  expect(input).toMatchObject({ name: 'city-core', waivers: [], problems: [] });
  expect(input.zones[0]!.objects.map(({ file }) => file).sort()).toEqual(['city-core/namespace.shop', 'city-core/shop/pod.bad']);
  expect(check([input], { profile: 'pss-baseline', date: '2030-01-01' }).findings).toMatchObject([{ rule: 'NSA-POD-08', file: 'city-core/shop/pod.bad' }]);
});

it.each([['34', '1.34'], ['30+', '1.30'], ['28-gke.100', '1.28'], ['99', '1.36'], ['', '1.36']])('takes minor version "%s" of the server for %s', (minor, version) => {
  expect(contextInput('c', { run: cluster({}, minor).run }).kubernetes).toBe(version);
});

it('only reads, and asks for nothing that the cluster does not serve', () => {
  const { run, calls } = cluster({ pods: [], 'deployments.apps': [], 'things.vendor.example': [] });
  contextInput('c', { run });
  expect(calls.map(([verb]) => verb).filter((verb) => !['get', 'api-resources'].includes(verb!))).toEqual([]);
  expect(calls.map(([, resource]) => resource).filter((name) => /^[a-z.]+$/.test(name!))).toEqual(['pods', 'deployments.apps']);
});

it('never asks for Secrets, and says so in the report', () => {
  const { run, calls } = cluster({ secrets: [manifest('Secret', 's', { data: { a: 'YQ==' } })], configmaps: [] });
  const input = contextInput('c', { run });
  expect(calls.filter((call) => call.some((word) => /^secrets?(\.|,|$)/.test(word)))).toEqual([]);
  expect(input.notJudged).toContainEqual(expect.objectContaining({ what: 'Secret', why: expect.objectContaining({ en: expect.stringContaining('not read') }) }));
});

it('says where the API of the cluster is another than the rules know', () => {
  const { run } = cluster({ pods: [pod('p', {}, { hostNetwork: 'later' }), pod('q')] });
  expect(contextInput('c', { run })).toMatchObject({ problems: [] });
  expect(contextInput('c', { run }).notJudged.filter(({ file }) => file !== 'c')).toMatchObject([{ what: 'c/shop/pod.p spec.hostNetwork', why: { en: expect.stringContaining('"later"') } }]);
});

it('asks for what other kinds of network policies let through', () => {
  const allow = { apiVersion: 'policy.networking.k8s.io/v1alpha1', kind: 'AdminNetworkPolicy', metadata: { name: 'a' }, spec: { ingress: [{ action: 'Allow' }] } };
  const input = contextInput('c', { run: cluster({ 'adminnetworkpolicies.policy.networking.k8s.io': [allow] }).run });
  expect(check([input], { profile: 'nsa-cisa', date: '2030-01-01' }).notJudged.map(({ what }) => what)).toContain('policy.networking.k8s.io/v1alpha1/AdminNetworkPolicy a spec.ingress[0]');
});

describe('pods that repeat their owner', () => {
  it('are left out, with the owner judged', () => {
    expect(names({ pods: [ownedBy('ReplicaSet', pod('copy')), pod('own')], 'replicasets.apps': [controller('ReplicaSet', ownedBy('Deployment', manifest('ReplicaSet', 'r', {}, 'apps/v1')))], 'deployments.apps': [controller('Deployment', manifest('Deployment', 'd', {}, 'apps/v1'))] }))
      .toEqual(['Pod/own', 'Deployment/d']);
  });

  it('are judged when the owner that they name is not there, or does not control them', () => {
    const loose = pod('loose');
    const replicas = controller('ReplicaSet', manifest('ReplicaSet', 'r', {}, 'apps/v1'));
    expect(names({ pods: [ownedBy('ReplicaSet', pod('forged'))] })).toEqual(['Pod/forged']);
    expect(names({ pods: [{ ...loose, metadata: { ...loose.metadata, ownerReferences: [{ kind: 'ReplicaSet', name: 'r', uid: 'ReplicaSet' }] } }], 'replicasets.apps': [replicas] })).toEqual(['Pod/loose', 'ReplicaSet/r']);
  });

  it('are judged when somebody put a debug container into them', () => {
    expect(names({ pods: [ownedBy('ReplicaSet', pod('debugged', {}, { ephemeralContainers: [{ name: 'debugger', image: 'x' }] }))] })).toEqual(['Pod/debugged']);
  });

  it('are judged when their owner is of a kind that rules do not read', () => {
    expect(names({ pods: [ownedBy('Node', pod('static')), ownedBy('StrimziPodSet', pod('broker'))] })).toEqual(['Pod/static', 'Pod/broker']);
  });
});

it('leaves out what the server writes itself', () => {
  const { run } = cluster({ pods: [{ ...pod('p'), metadata: { name: 'p', namespace: 'shop', managedFields: [{}] }, status: { phase: 'Running' } }] });
  const [object] = contextInput('c', { run }).zones[0]!.objects;
  expect(object!.manifest).toEqual({ ...pod('p'), metadata: { name: 'p', namespace: 'shop' } });
});

it.each([{}, { items: null }, { items: [null, 5, {}, { metadata: 'x' }] }])('finds nothing in the answer %j', (answer) => {
  const { run } = cluster({ pods: [] });
  expect(contextInput('c', { run: (args) => (args[1] === 'pods' ? JSON.stringify(answer) : run(args)) }).zones[0]!.objects).toEqual([]);
});

it('ends with what the runner throws', () => {
  const error = new ProblemError([problem('CHAMP5041', 'champ check --context', { value: 'c', why: 'refused' })]);
  expect(() => contextInput('c', { run: () => { throw error; } })).toThrow(error);
});

it('says which resource may not be read, and judges the rest', () => {
  const { run } = cluster({ pods: [], services: [] });
  const refused = new ProblemError([problem('CHAMP5041', 'champ check --context', { value: 'c', why: 'pods is forbidden' })]);
  const input = contextInput('c', { run: (args) => { if (args[0] === 'get' && args[1] === 'pods') throw refused; return run(args); } });
  expect(input.problems).toEqual(refused.problems);
  expect(input.zones).toHaveLength(1);
});
