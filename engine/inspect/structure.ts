import { nearest, problem, type Problem } from '../problem/index.ts';
import type { Check } from './check.ts';
import { Estate } from './estate.ts';
import { place } from './identity.ts';
import { at, isRecord } from './plain.ts';
import { Finding, shown, type Report } from './schema/finding.ts';
import { kindNode, knownKinds } from './schema/kinds.ts';

/** Kinds, fields, types, required fields and words, strictly by schema: what is not known is refused. */
export const structure: Check = (objects, facts, estate = new Estate(objects, facts)) => {
  const found: Problem[] = [];
  let current = objects[0]!;
  const add: Report = (code, field, args) => void found.push(problem(code, place(current), { field, ...args }));
  const finding = new Finding(add);
  for (const { object, manifest, type, apiVersion, kind, name } of estate.items) {
    current = object;
    if (!isRecord(manifest)) {
      add('CHAMP3003', 'manifest', { value: shown(manifest), allowed: 'object' });
      continue;
    }
    if (!apiVersion) add('CHAMP3004', 'apiVersion', { value: 'apiVersion' });
    if (!kind) add('CHAMP3004', 'kind', { value: 'kind' });
    if (!name && isRecord(at(manifest, 'metadata'))) add('CHAMP3004', 'metadata.name', { value: 'name' });
    if (!apiVersion || !kind) continue;
    const known = kindNode(type);
    if (known) known.check(manifest, finding);
    else add('CHAMP3001', 'kind', unknownKind(apiVersion, kind));
  }
  return found;
};

function unknownKind(apiVersion: string, kind: string) {
  const value = `${apiVersion}/${kind}`;
  const kinds = Object.keys(knownKinds());
  const sameName = kinds.filter((each) => each.endsWith(`/${kind}`));
  return { value, near: sameName[0] ?? nearest(value, kinds), allowed: sameName.length > 0 ? sameName : kinds };
}
