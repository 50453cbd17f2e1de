import { MIDDLEWARE, MIDDLEWARE_KINDS } from '../../../constructs/middleware/index.ts';
import { addKind, bareEnvironment, customPart, workloadPart, type KindOverrides } from '../../fixtures/middleware.ts';
import { allCases, caseOf, type Case, type Rule } from './contract/cases.ts';
import { files, names, plain, ports, probes, shape, writable } from './contract/form.ts';
import { replicas, sizing, smallerInDevelopment, storage } from './contract/scale.ts';
import { api, hostPaths, noClearSecrets, peerNames, peers, secretMounts, secretReferences } from './contract/security.ts';
import { clientFiles, clients, connects, endpoint, exporter, images, needs, operators, products } from './contract/wiring.ts';

const cases = allCases();
const broken = (rule: Rule | ((given: Case) => readonly string[])) => cases.flatMap((given) => rule(given).map((each) => `${given.name}: ${each}`));

const SIZING = workloadPart().sizing;
type Example = readonly [parts: Parameters<typeof addKind>[1], overrides?: KindOverrides];

/** Each rule with a kind that breaks it, so that no rule is one that nothing can break. */
const RULES: readonly (readonly [sentence: string, rule: Rule, wrong: Example])[] = [
  ['has parts with names of their own', names, [[workloadPart(), workloadPart()]]],
  ['has ports with short names, each once, none privileged', ports, [[workloadPart({ ports: [{ name: 'a-name-too-long-for-it', port: 80 }] })]]],
  ['is probed on ports that exist, and not restarted for the failure of others', probes, [[workloadPart({ readiness: { type: 'tcp', port: 'nowhere' } })]]],
  ['writes to absolute, bounded paths outside the system', writable, [[workloadPart({ writable: [{ path: '/etc', size: 'much' }] })]]],
  ['has files at absolute paths, none below a secret', files, [[workloadPart({ files: [{ path: 'store.conf', text: '' }] })]]],
  ['has the fields of its workload and a numeric user that is not root', shape, [[workloadPart({ workload: 'Deployment', storage: { size: '1Gi', path: '/data' }, user: 0 })]]],
  ['is plain data without holes', plain, [[customPart({ spec: { list: [undefined] } })]]],
  ['holds no secret in clear, in the environment, an argument or a file', noClearSecrets, [[workloadPart({ env: [{ name: 'STORE_PASSWORD', value: 'abc' }] })]]],
  ['names only secrets of its own and accounts of its holders', secretReferences, [[workloadPart({ files: [{ path: '/a.conf', text: '${secret:platform/mw/other/auth#password}' }] })]]],
  ['mounts only secrets that exist', secretMounts, [[workloadPart({ secrets: [{ secret: 'unknown', path: '/run/a' }] })]]],
  ['calls the Kubernetes API by exact, harmless rules', api, [[workloadPart({ api: { cluster: true, rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['list'] }] } })]]],
  ['reads no socket and no state of the node', hostPaths, [[workloadPart({ workload: 'DaemonSet', hostPaths: ['/var/run'] })]]],
  ['addresses its members by the names they will have', peerNames, [[workloadPart({ args: ['other-0.other-peers.core-mw-cache.svc.cluster.local'] })]]],
  ['names peer ports that exist', peers, [[workloadPart({ peers: ['raft'] })]]],
  ['declares the images that it runs', images, [[workloadPart()]]],
  ['declares the kinds that it needs, and they are in its zone', needs, [[workloadPart({ connects: [{ to: 'search', ports: [9200] }] })]]],
  ['connects to what exists', connects, [[workloadPart({ connects: [{ to: 'nowhere', ports: [1] }] })]]],
  ['has an endpoint with a Service, pods and ports behind it', endpoint, [[workloadPart({ name: 'other' })]]],
  ['has a port for its exporter', exporter, [[workloadPart()], { row: { exporter: { port: 'metrics', path: '/metrics' } } }]],
  ['says which operator makes which pods, and where their labels are written down', operators, [[customPart()]]],
  ['has a product in every edition', products, [[], { product: { mode: 'managed', product: 'Bought', ports: [] } }]],
  ['asks for no more than its limits, and says why so much', sizing, [[workloadPart({ sizing: { ...SIZING, requests: { cpu: '2', memory: '1Gi' } } })]]],
  ['has as many pods as the environment says', replicas, [[workloadPart()]]],
  ['has volumes of the size that the environment says', storage, [[workloadPart({ storage: { size: '1Gi', path: '/data' } })], { row: { storage: '20Gi' } }]],
  ['gives clients addresses that exist and secrets by reference', clients, [[workloadPart()], {
    row: { client: () => [{ path: 'a.properties', entries: [['password', 'abc'], ['nodes', '${endpoint:cache:nowhere}']] }] },
    holdings: [{ service: 'a', namespace: 'core-a', tenant: 'vendor-01', publishes: [], subscribes: [] }],
  }]],
];

describe.each(RULES)('every kind %s', (_, rule, [parts, overrides]) => {
  it('in every edition, stage and zone', () => {
    expect(broken(rule)).toEqual([]);
  });

  it('or is found out', () => {
    expect(rule(caseOf('wrong', addKind(bareEnvironment(), parts, overrides)))).not.toEqual([]);
  });
});

it('has a row for every kind, under its own name, in the file of that name', () => {
  expect(Object.keys(MIDDLEWARE).sort()).toEqual([...MIDDLEWARE_KINDS].sort());
  for (const [kind, row] of Object.entries(MIDDLEWARE)) {
    expect(row.kind).toBe(kind);
    expect(row.source).toMatch(new RegExp(`constructs/middleware/kinds/${kind}\\.ts$`));
  }
});

it('is smaller in development than in production', () => {
  const development = new Map(cases.map((given) => [given.name, given]));
  const larger = cases.filter(({ layout }) => layout.production).flatMap((given) => smallerInDevelopment(given, development.get(given.name.replace('production', 'development'))!).map((each) => `${given.name}: ${each}`));
  expect(larger).toEqual([]);
});

it('declares no image that no edition runs', () => {
  const unused = Object.values(MIDDLEWARE).flatMap(({ kind, images: declared }) => {
    const used = new Set(cases.filter(({ row }) => row.kind === kind).flatMap(({ asked }) => [...asked.images]));
    return Object.keys(declared ?? {}).filter((key) => !used.has(key)).map((key) => `${kind}: ${key}`);
  });
  expect(unused).toEqual([]);
});

it('names one image by one key, in whatever kind it runs', () => {
  const byKey = new Map<string, string>();
  for (const { kind, images: declared } of Object.values(MIDDLEWARE)) {
    for (const [key, { image, tag }] of Object.entries(declared ?? {})) {
      expect(`${kind} ${key} ${byKey.get(key) ?? `${image}:${tag}`}`).toBe(`${kind} ${key} ${image}:${tag}`);
      byKey.set(key, `${image}:${tag}`);
    }
  }
});

it('never gives a client two values for one key of a file', () => {
  const seen = new Map<string, string>();
  const clashes = cases.filter(({ name }) => name.includes('production')).flatMap((given) => clientFiles(given).flatMap(({ config, owner }) => config.entries.flatMap(([key, value]) => {
    const at = `${given.name.replace(/ \S+$/, '')} ${owner} ${config.path} ${key}`;
    const clash = seen.has(at) && seen.get(at) !== value;
    seen.set(at, value);
    return clash ? [`${given.row.kind}: ${at}`] : [];
  })));
  expect(clashes).toEqual([]);
});

it('lays out the same parts every time', () => {
  for (const given of cases) expect(caseOf(given.name, given.middleware).parts).toEqual(given.parts);
});
