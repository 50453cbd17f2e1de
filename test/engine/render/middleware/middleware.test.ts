import type { Environment } from '../../../../constructs/environment.ts';
import type { Part, Product } from '../../../../constructs/middleware/index.ts';
import { inspect, type InspectFacts } from '../../../../engine/inspect/index.ts';
import { isEmpty, operatorFacts } from '../../../../engine/render/middleware/index.ts';
import { secretStoreName } from '../../../../engine/render/names.ts';
import { PRIORITY_CLASSES } from '../../../../engine/render/priorities.ts';
import { addKind, bareEnvironment, customPart, Rendered, workloadPart } from '../../../fixtures/middleware.ts';
import { allKindsEnvironment } from '../../../fixtures/all-kinds.ts';

const agent = workloadPart({ name: 'shipper', workload: 'DaemonSet', hostPaths: ['/var/log'], secrets: [{ secret: 'auth', path: '/run/auth' }] });
const auth: Part = { part: 'secret', name: 'auth', keys: ['password'] };

describe('isEmpty', () => {
  const cases: readonly (readonly [string, boolean, readonly Part[] | Product])[] = [
    ['a workload', false, [workloadPart()]],
    ['a custom resource', false, [customPart()]],
    ['agents alone', true, [agent]],
    ['agents and the secret they mount', true, [agent, auth]],
    ['a secret of its own', false, [auth]],
    ['a library', true, { mode: 'library', product: 'Library', backedBy: 'cache' }],
    ['a gateway service', true, { mode: 'service', product: 'Gateway', services: {} }],
    ['an operator alone', true, { mode: 'operator', product: 'Operator', operator: 'velero' }],
    ['a managed product', false, { mode: 'managed', product: 'Bought', ports: [] }],
  ];

  it.each(cases)('of %s is %s, as its folder shows', (_, empty, made) => {
    const environment = bareEnvironment({ managed: { cache: { core: { host: 'a.example', cidrs: ['203.0.113.0/28'], ports: [] } } } });
    const middleware = 'mode' in made ? addKind(environment, [], { product: made }) : addKind(environment, made);
    const { output } = new Rendered(environment);
    expect(isEmpty(middleware)).toBe(empty);
    expect(output.objects.some(({ application }) => application === middleware.name)).toBe(!empty);
  });
});

describe.each([
  ['opensource', 'production'], ['opensource', 'development'], ['alibaba', 'production'], ['tencent', 'production'],
] as const)('all kinds in the %s edition, in %s,', (edition, stage) => {
  const environment = allKindsEnvironment(edition, stage);
  const { output } = new Rendered(environment);

  it('render without a problem', () => {
    expect(environment.problems.all()).toEqual([]);
    expect(output.objects.length).toBeGreaterThan(0);
  });

  it('have one object of each kind and name in a folder', () => {
    const files = output.objects.map(({ zone, application, manifest }) => `${zone}/${application}/${manifest.kind}.${manifest.metadata.name}`);
    expect(files.filter((file, index) => files.indexOf(file) !== index)).toEqual([]);
  });

  it('pass every inspection, given what the guardrails and operators make', () => {
    expect(inspect(output.objects, { ...operatorFacts(environment), existing: guardrails(environment) })).toEqual([]);
  });

  it('say which source file they come from', () => {
    for (const { source } of output.objects) expect(source).toMatch(/^constructs\/middleware\/kinds\/[a-z-]+\.ts$/);
  });
});

/** What another Application of the zone makes: namespaces, stores and classes. */
function guardrails(environment: Environment): NonNullable<InspectFacts['existing']> {
  return environment.zones.flatMap((zone) => {
    const { standard, encrypted } = zone.props.storageClasses;
    const tenants = [...new Set(environment.allServices.map(({ subsystem }) => subsystem.tenant))];
    return [
      ...[standard, encrypted].map((name) => ({ zone: zone.id, kind: 'StorageClass', name })),
      ...Object.keys(PRIORITY_CLASSES).map((name) => ({ zone: zone.id, kind: 'PriorityClass', name })),
      ...zone.applications.flatMap(({ name }) => [
        { zone: zone.id, kind: 'Namespace', name },
        ...[undefined, ...tenants].map((tenant) => ({ zone: zone.id, kind: 'SecretStore', namespace: name, name: secretStoreName(name, tenant) })),
      ]),
    ];
  });
}
