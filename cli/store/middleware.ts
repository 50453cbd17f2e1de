import { city, SUBSYSTEMS, type MiddlewarePreset, type SubsystemRow } from '../../apps/medical-insurance/index.ts';
import type { DatabaseKind, JvmProps } from '../../constructs/service/props.ts';
import { nearest, problem, ProblemError } from '../../engine/problem/index.ts';
import { definitionOf, environmentNames } from '../estate/index.ts';
import { Source } from '../new/place.ts';
import { quoted, withItem, withLines } from '../new/source/insert.ts';
import { bracketsAt, propertyAt } from '../new/source/scan.ts';
import { tellNew } from '../new/tell.ts';
import { verify } from '../new/verify.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { EXIT } from '../run.ts';
import { storeWords as words } from './words.ts';

const WHERE = 'champ store add';

type Words = Pick<JvmProps, 'uses' | 'schemas'>;

/** The lines of a row that a preset comes to; `schemaOf` names the schema of a database. */
export function middlewareLines({ uses, schemas }: Pick<MiddlewarePreset, 'uses' | 'schemas'>, schemaOf: (kind: DatabaseKind) => string): readonly string[] {
  return [
    ...(uses.length > 0 ? [`uses: [${uses.map((kind) => quoted(kind)).join(', ')}],`] : []),
    ...(schemas.length > 0 ? [`schemas: { ${schemas.map((kind) => `${quoted(kind)}: ${quoted(schemaOf(kind))}`).join(', ')} },`] : []),
  ];
}

/** Adds what a service lacks of a set to its row; throws a ProblemError, and writes nothing, when an environment would not render with it. */
export function addMiddleware(preset: MiddlewarePreset, id: string, { schema, dryRun }: { readonly schema?: string; readonly dryRun: boolean }, console_: Console, folder: string): number {
  const subsystem = subsystemOf(id);
  const row = subsystem.services[id]!;
  if (!preset.for.includes(row.kind)) throw new ProblemError([problem('CHAMP9256', WHERE, { value: id, kind: row.kind, preset: preset.id, allowed: preset.for })]);
  const { uses = [], schemas = {} } = row as Words;
  const lacks = { uses: preset.uses.filter((kind) => !uses.includes(kind)), schemas: preset.schemas.filter((kind) => !Object.hasOwn(schemas, kind)) };
  if (lacks.uses.length + lacks.schemas.length === 0) {
    if (console_.json) console_.document({ name: id, written: false, files: [], next: [] });
    console_.note(say(words.same, console_.language, { name: id }));
    return EXIT.ok;
  }
  const name = schema ?? `${(row.zone ?? subsystem.zone) === 'public' ? 'pub' : 'hsa'}_${subsystem.id.replaceAll('-', '_')}`;
  const source = new Source(subsystem.source);
  write(source, id, lacks, name);
  const grown = { ...row, uses: [...uses, ...lacks.uses], schemas: { ...schemas, ...Object.fromEntries(lacks.schemas.map((kind) => [kind, name])) } };
  verify(environmentNames(folder).flatMap((environment) => {
    const { props, subsystems } = definitionOf(environment, folder);
    if (!subsystems.some(({ services }) => Object.hasOwn(services, id))) return [];
    // a selection may have cut calls of the row
    const changed = subsystems.map((each): SubsystemRow => (each.id === subsystem.id ? { ...each, services: { ...each.services, [id]: { ...each.services[id]!, uses: grown.uses, schemas: grown.schemas } as typeof row } } : each));
    return [{ name: environment, definition: city(props, changed), edited: {} }];
  }), folder);
  return tellNew({ what: id, files: [source.edited], dryRun, next: words.nextMiddleware, args: {} }, console_);
}

function subsystemOf(id: string): SubsystemRow {
  const found = SUBSYSTEMS.find(({ services }) => Object.hasOwn(services, id));
  if (found) return found;
  throw new ProblemError([problem('CHAMP9257', WHERE, { value: id, near: nearest(id, SUBSYSTEMS.flatMap(({ services }) => Object.keys(services))) })]);
}

function write(source: Source, id: string, lacks: Pick<MiddlewarePreset, 'uses' | 'schemas'>, schema: string): void {
  const row = () => source.below(source.below(source.brackets(/export const \w+: SubsystemRow<[^\n]*?= \{/, id), 'services'), id);
  const list = (name: string) => {
    const place = propertyAt(source.text, row(), name);
    return place && bracketsAt(source.text, place.start);
  };
  for (const kind of lacks.uses) {
    const uses = list('uses');
    if (uses) source.text = withItem(source.text, uses, quoted(kind));
  }
  for (const kind of lacks.schemas) {
    const schemas = list('schemas');
    if (schemas) source.text = withItem(source.text, schemas, `${quoted(kind)}: ${quoted(schema)}`);
  }
  const missing = { uses: list('uses') ? [] : lacks.uses, schemas: list('schemas') ? [] : lacks.schemas };
  const lines = middlewareLines(missing, () => schema);
  if (lines.length === 0) return;
  const { open, close, items } = row();
  // behind what the row is, before whom it talks to
  const before = items.filter(({ start }) => !/^(?:schemas|publishes|subscribes|calls|callsAcross|parties|provenance|note)\b/.test(source.text.slice(start, start + 20)));
  source.text = withLines(source.text, { open, close, items: before }, lines, '      ');
}
