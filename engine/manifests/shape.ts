import { isRecord } from '../inspect/plain.ts';
import { Finding } from '../inspect/schema/finding.ts';
import { coreSchemas, kindNode, knownKinds, schemaNode } from '../inspect/schema/kinds.ts';
import type { Node } from '../inspect/schema/nodes.ts';
import type { ObjectSchema } from '../inspect/schema/schema.ts';
import type { Manifest } from '../manifest.ts';
import { groupOf, podPlaces, WHOLE, withoutNulls, type PodPlace } from '../pods/index.ts';
import type { Arguments, Code } from '../problem/index.ts';
import { FieldsNode, nodeAt } from './path-node.ts';
import { SHAPES } from './shape-rows.ts';

/** A value that no API server takes at its place; rules would pass over it. `field` is the path from the object's root. */
export interface Misfit {
  readonly code: Extract<Code, 'CHAMP6019' | 'CHAMP6020'>;
  readonly field: string;
  readonly args: Arguments;
}

/** Misfits of one object that are named: more of them are noise of the same fault. */
const MOST = 100;

/** How strictly a kind is read. Words and required fields count only where the table is that of the API server itself. */
interface Shape {
  readonly nodes: readonly Node[];
  readonly words: boolean;
  /** Without these a role or a binding says nothing, and nothing would be found. */
  readonly required: ReadonlySet<string>;
}

const METADATA: ObjectSchema = { fields: { metadata: '#meta.v1.ObjectMeta' } };
const NONE: ReadonlySet<string> = new Set();
const RBAC = 'rbac.authorization.k8s.io';
const RIGHTS: ReadonlySet<string> = new Set(['roleRef', 'kind', 'name', 'verbs']);

const shapes = new Map<string, Shape>();

/**
 * Fields of a type that the API has not there, of the kinds that rules read and of pods wherever kinds keep them; a null is a field
 * that is absent. Other fields and unknown ones are let be.
 */
export function misfits(manifest: Manifest): readonly Misfit[] {
  const found: Misfit[] = [];
  const { nodes, words, required } = shapeOf(manifest);
  const add = (code: Misfit['code'], field: string, args: Arguments) => {
    if (found.length < MOST && !found.some((each) => each.field === field)) found.push({ code, field, args: { field, ...args } });
  };
  const finding = new Finding((code, field, args) => {
    if (code === 'CHAMP3003') add('CHAMP6019', field, { value: typed(String(args['value'])), allowed: args['allowed'] });
    else if (words && isRefused(code, args)) add('CHAMP6019', field, { value: args['value'], allowed: args['allowed'] });
    else if (code === 'CHAMP3004' && required.has(args['value'] as string)) add('CHAMP6020', field, {});
  }, false);
  const plain = withoutNulls(manifest);
  for (const node of nodes) node.check(plain, finding);
  const gap = manifest['spec'] === null ? undefined : missingPod(plain);
  if (gap !== undefined) add('CHAMP6020', gap, {});
  return found;
}

/** The type in front of a scalar; lists and objects are named by it already. */
function typed(shown: string): string {
  if (shown.startsWith('"')) return `string ${shown}`;
  return /^-?[\d.]/.test(shown) ? `number ${shown}` : shown === 'true' || shown === 'false' ? `boolean ${shown}` : shown;
}

/** Words that the API does not have (an empty one stands for the default), and quantities that are none. */
function isRefused(code: Code, { value, allowed }: Arguments): boolean {
  return (code === 'CHAMP3005' && value !== '') || (code === 'CHAMP3007' && String(allowed).startsWith('quantity'));
}

function shapeOf(manifest: Manifest): Shape {
  const { apiVersion, kind } = manifest;
  const key = `${apiVersion}/${kind}`;
  let shape = shapes.get(key);
  if (!shape) {
    const group = groupOf(apiVersion);
    const type = typeOf(key, group, kind);
    const node = type === undefined ? undefined : kindNode(type);
    const own = `${group}/${kind}`;
    const isWhole = WHOLE.some((place) => place.group === group && place.kind === kind);
    shape = {
      nodes: [
        node ?? schemaNode(METADATA),
        ...(Object.hasOwn(SHAPES, own) ? [schemaNode(SHAPES[own]!)] : []),
        ...(node && isWhole ? [] : podPlaces(manifest).flatMap(podNodes)),
      ],
      words: type !== undefined && Object.hasOwn(coreSchemas().kinds, type),
      required: group === RBAC ? RIGHTS : NONE,
    };
    if (shapes.size < MOST_KINDS) shapes.set(key, shape);
  }
  return shape;
}

/** Kinds that are remembered: input may name any number. */
const MOST_KINDS = 1000;

/** The table's row of a kind; a kind of Kubernetes keeps the types of its fields from version to version. */
function typeOf(key: string, group: string, kind: string): string | undefined {
  if (Object.hasOwn(knownKinds(), key)) return key;
  if (group.includes('.') && !group.endsWith('.k8s.io')) return undefined;
  return Object.keys(knownKinds()).find((each) => each.endsWith(`/${kind}`) && groupOf(each.slice(0, -kind.length - 1)) === group);
}

/** What checks a pod where a kind keeps it. */
function podNodes({ spec, metadata, fields, containers = [] }: PodPlace): readonly Node[] {
  const whole = schemaNode('#core.v1.PodSpec');
  const parts = (definition: '#core.v1.PodSpec' | '#core.v1.Container', names: Readonly<Record<string, string>>) => new FieldsNode(Object.fromEntries(
    Object.entries(names).flatMap(([name, there]) => (fieldsOf(definition)[name] === undefined ? [] : [[there, schemaNode(fieldsOf(definition)[name]!)]])),
  ));
  const labels = metadata ?? (spec.includes('.') ? spec.replace(/\.[^.]+$/, '.metadata') : '');
  return [
    nodeAt(spec, fields ? parts('#core.v1.PodSpec', fields) : whole),
    ...(labels === '' || labels === 'metadata' ? [] : [nodeAt(labels, schemaNode(LABELLED))]),
    ...containers.map(({ path, keys }) => nodeAt(path, keys ? parts('#core.v1.Container', Object.fromEntries(keys.map((key) => [key, key]))) : schemaNode('#core.v1.Container'))),
  ];
}

const LABELLED: ObjectSchema = { fields: { labels: { map: 'string' }, annotations: { map: 'string' } } };

function fieldsOf(definition: '#core.v1.PodSpec' | '#core.v1.Container'): ObjectSchema['fields'] {
  return (coreSchemas().definitions[definition.slice(1)] as ObjectSchema).fields;
}

/** The first step that is missing on the way to a container of a workload of Kubernetes itself. */
function missingPod(manifest: Manifest): string | undefined {
  const place = podPlaces(manifest).find((each) => WHOLE.includes(each));
  if (!place) return undefined;
  const steps = [...place.spec.split('.'), 'containers'];
  let value: unknown = manifest;
  for (const [index, step] of steps.entries()) {
    // what is no map is said already
    if (!isRecord(value)) return undefined;
    value = value[step];
    if (value === undefined) return steps.slice(0, index + 1).join('.');
  }
  return Array.isArray(value) && value.length === 0 ? steps.join('.') : undefined;
}
