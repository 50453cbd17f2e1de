/** Every kind in every zone, edition and stage. */
import type { CustomPart, Layout, Middleware, MiddlewareKind, MiddlewareRow, Part, Port, WorkloadPart } from '../../../../constructs/middleware/index.ts';
import { EDITIONS, type Edition } from '../../../../constructs/words.ts';
import { allKindsEnvironment } from '../../../fixtures/all-kinds.ts';

export interface Case {
  /** How violations name it, e.g. `opensource production core cache`. */
  readonly name: string;
  readonly middleware: Middleware;
  readonly row: MiddlewareRow;
  readonly layout: Layout;
  readonly parts: readonly Part[];
  readonly workloads: readonly WorkloadPart[];
  readonly customs: readonly CustomPart[];
  /** Image keys and kinds that the layout asked for. */
  readonly asked: { readonly images: ReadonlySet<string>; readonly kinds: ReadonlySet<MiddlewareKind> };
}

/** What is wrong with a case, in words; nothing when it keeps the rule. */
export type Rule = (given: Case) => readonly string[];

export function caseOf(name: string, middleware: Middleware, own: Partial<Layout> = {}): Case {
  const images = new Set<string>();
  const kinds = new Set<MiddlewareKind>();
  const layout: Layout = {
    ...middleware.layout, ...own,
    image: (key) => { images.add(key); return `registry.example/${key}:1@sha256:${'0'.repeat(64)}`; },
    endpoint: (kind, port) => { kinds.add(kind); return middleware.row.needs?.includes(kind) ? middleware.layout.endpoint(kind, port) : `${kind}.example:1`; },
  };
  const parts = middleware.product.mode === 'self-hosted' ? middleware.product.layout(layout) : [];
  const workloads = parts.filter((part): part is WorkloadPart => part.part === 'workload');
  for (const part of workloads) for (const { image } of [part, ...(part.init ?? []), ...(part.sidecars ?? [])]) images.add(image);
  return { name, middleware, row: middleware.row, layout, parts, workloads, customs: parts.filter((part): part is CustomPart => part.part === 'custom'), asked: { images, kinds } };
}

export function allCases(): readonly Case[] {
  return (Object.keys(EDITIONS) as Edition[]).flatMap((edition) => (['production', 'development'] as const).flatMap((stage) =>
    allKindsEnvironment(edition, stage).zones.flatMap((zone) => [...zone.middleware.values()].map((middleware) => caseOf(`${edition} ${stage} ${zone.id} ${middleware.kind}`, middleware)))));
}

/** Ports of one pod of a part, sidecars included. */
export function podPorts(part: WorkloadPart): readonly Port[] {
  return [...part.ports, ...(part.sidecars ?? []).flatMap((sidecar) => sidecar.ports)];
}

/** Sets of pods of a kind, whoever makes them. */
export function podSets({ workloads, customs }: Case): readonly { readonly name: string; readonly labels: Readonly<Record<string, string>>; readonly ports: readonly Port[] }[] {
  return [
    ...workloads.map((part) => ({ name: part.name, labels: { 'app.kubernetes.io/name': part.name }, ports: podPorts(part) })),
    ...customs.flatMap((part) => part.pods),
  ];
}

/** Every text that a product reads: environment, arguments, files. */
export function texts(part: WorkloadPart): readonly string[] {
  const containers = [part, ...(part.init ?? []), ...(part.sidecars ?? [])] as readonly Pick<WorkloadPart, 'args' | 'command' | 'env'>[];
  return [
    ...containers.flatMap(({ args, command, env }) => [...(args ?? []), ...(command ?? []), ...(env ?? []).map(({ value }) => value ?? '')]),
    ...(part.files ?? []).map(({ text }) => text),
  ];
}
