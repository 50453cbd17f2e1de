import type { Check } from '../check.ts';
import { Estate, type Item } from '../estate.ts';
import { path, valuesAt, type Path } from '../paths.ts';
import { at, isRecord, strings, text } from '../plain.ts';
import { Lookup, type Reference } from './lookup.ts';
import { LABEL_ROWS, REFERENCE_ROWS, type ReferenceRow } from './rows.ts';

/** What objects other than pods name: classes, stores, roles, projects, clusters, Secrets, by the rows of rows.ts. */
export const objectReferences: Check = (objects, facts, estate = new Estate(objects, facts)) => {
  const lookup = new Lookup(estate.objects);
  for (const item of estate.items) {
    for (const { row, steps } of BY_KIND.get(item.type) ?? []) {
      for (const { field, value } of valuesAt(item.manifest, steps)) {
        const reference = resolve(row, field, value);
        if (reference) lookup.expect(item, reference);
      }
    }
    for (const row of LABELS_BY_KIND.get(item.type) ?? []) {
      const name = strings(at(item.manifest, 'metadata', 'labels'))[row.label];
      if (name) lookup.expect(item, { field: `metadata.labels[${row.label}]`, kind: row.to, name });
    }
    if (item.type === BINDING) parameters(item, lookup);
  }
  return lookup.found;
};

const BINDING = 'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding';

const BY_KIND = new Map<string, { readonly row: ReferenceRow; readonly steps: Path }[]>();
for (const row of REFERENCE_ROWS) BY_KIND.set(row.from, [...(BY_KIND.get(row.from) ?? []), { row, steps: path(row.at) }]);

const LABELS_BY_KIND = new Map<string, (typeof LABEL_ROWS)[number][]>();
for (const row of LABEL_ROWS) LABELS_BY_KIND.set(row.from, [...(LABELS_BY_KIND.get(row.from) ?? []), row]);

/** Groups and users are no objects of a cluster. */
const NO_OBJECTS: ReadonlySet<string> = new Set(['', 'User', 'Group']);

function resolve(row: ReferenceRow, field: string, value: unknown): Reference | undefined {
  if (row.name === undefined) return typeof value === 'string' && value !== '' ? { field, kind: row.to, name: value } : undefined;
  if (!isRecord(value)) return undefined;
  const name = text(value[row.name]);
  const kind = (row.kind && text(value[row.kind])) || row.to;
  if (!name || NO_OBJECTS.has(kind) || value['optional'] === true) return undefined;
  return {
    field,
    kind,
    name,
    key: row.key === undefined ? undefined : text(value[row.key]),
    namespace: row.namespace === undefined ? undefined : text(value[row.namespace]),
    port: firstPort(row, value),
  };
}

function firstPort(row: ReferenceRow, value: unknown): string | number | undefined {
  for (const each of row.port ?? []) {
    const [first = '', second] = each.split('.');
    const port = at(value, first, second);
    if (typeof port === 'string' || typeof port === 'number') return port;
  }
  return undefined;
}

/** The parameters that a binding names are of the kind that its policy asks for. */
function parameters(item: Item, lookup: Lookup): void {
  const name = text(at(item.manifest, 'spec', 'paramRef', 'name'));
  const policy = text(at(item.manifest, 'spec', 'policyName'));
  if (!name || !policy) return;
  const kind = text(at(lookup.find(item.zone, 'ValidatingAdmissionPolicy', '', policy)?.manifest, 'spec', 'paramKind', 'kind'));
  if (kind) lookup.expect(item, { field: 'spec.paramRef', kind, name, namespace: text(at(item.manifest, 'spec', 'paramRef', 'namespace')) ?? '' });
}
