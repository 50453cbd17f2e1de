import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { editRows, type RowFields } from '../../engine/edit/yaml-rows.ts';
import type { Problems } from '../../engine/problem/index.ts';
import { shownPath, type EditedFile } from '../edit/files.ts';
import type { Promotion } from './promotion.ts';

/** sizes.yaml of the target with the exceptions of the source for these services; the profile and all else stay. Undefined when they are the same. */
export function promoteSizes({ from, to, services }: Promotion, problems: Problems): EditedFile | undefined {
  const [was, is] = [to.environment.facts.sizes.services, from.environment.facts.sizes.services];
  const rows = services.filter((service) => !isDeepStrictEqual(was[service], is[service]));
  if (rows.length === 0) return undefined;
  const path = join(to.home, 'sizes.yaml');
  const before = readFileSync(path, 'utf8');
  const fieldsOf = (service: string): RowFields | undefined => {
    const row = is[service] as RowFields | undefined;
    return row && { ...Object.fromEntries(Object.keys(was[service] ?? {}).map((key) => [key, undefined])), ...row };
  };
  const after = problems.gather(() => editRows(before, { services: Object.fromEntries(rows.map((service) => [service, fieldsOf(service)])) }, { name: shownPath(path), layout: 'flow' }));
  return after === undefined ? undefined : { path, before, after };
}
