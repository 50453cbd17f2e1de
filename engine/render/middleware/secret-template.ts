import { parseConfig, toTemplate, type SecretReference } from '../../config/index.ts';
import { jsonString, yamlPart, yamlSingle, yamlWhole } from '../../config/quoting.ts';
import type { Problems } from '../../problem/index.ts';
import type { FetchedKey } from './secrets.ts';

/** Formats that are read exactly. YAML of products has tags of their own, and each product has its own `.conf`. */
const PARSED = /\.(?:properties|xml|json)$/;
const REFERENCE = /\$\{secret:(?<path>[^#{}\s]+)#(?<property>[^{}\s]+)\}/g;

type Quoting = SecretReference['quoting'];
/** Inside a string literal of MySQL and those that speak like it. */
const SQL: Quoting = { write: (value) => value.replaceAll('\\', '\\\\').replaceAll("'", "''"), pipeline: ' | replace "\\\\" "\\\\\\\\" | replace "\'" "\'\'"' };
const AS_IT_IS: Quoting = { write: (value) => value, pipeline: '' };

export function holdsSecret(text: string): boolean {
  return text.includes('${secret:');
}

/**
 * The text as a template of the External Secrets Operator; every other `${...}` is the product's own and stays.
 * `path` tells by its ending how values are escaped; `name` is for problems. Adds what the file names to `wanted`, by key.
 */
export function secretTemplate(text: string, path: string, name: string, problems: Problems, wanted: Map<string, FetchedKey>): string {
  const found = PARSED.test(path) ? parseConfig(text, name, problems)?.references ?? [] : scan(text, path, name, problems);
  const keys = new Map<string, string>();
  return toTemplate(text, found.filter((each): each is SecretReference => each.type === 'secret'), ({ raw, path: whole, property }) => {
    const [tenant = '', ...rest] = whole.split('/');
    const key = keys.get(raw) ?? keyOf({ tenant, path: rest.join('/'), property }, wanted);
    keys.set(raw, key);
    return key;
  });
}

function scan(text: string, path: string, name: string, problems: Problems): readonly SecretReference[] {
  return [...text.matchAll(REFERENCE)].map(({ 0: raw, index, groups }) => {
    const quoting = quotingAt(path, text, index, raw.length);
    if (quoting.pipeline === undefined) {
      const lines = text.slice(0, index).split('\n');
      problems.add('CHAMP1215', `${name}:${lines.length}:${lines.at(-1)!.length + 1}`, { value: raw });
    }
    return { type: 'secret', path: groups!['path']!, property: groups!['property']!, raw, offset: index, line: 0, column: 0, where: name, quoting };
  });
}

/** By the line around it: a YAML scalar begins and ends there. */
function quotingAt(path: string, text: string, start: number, length: number): Quoting {
  if (path.endsWith('.sql')) return SQL;
  if (!/\.ya?ml$/.test(path)) return AS_IT_IS;
  const end = text.indexOf('\n', start);
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const after = text.slice(start + length, end < 0 ? undefined : end).trimEnd();
  if (/[:-] +"[^"]*$/.test(before) && after.endsWith('"')) return jsonString;
  if (/[:-] +'[^']*$/.test(before) && after.endsWith("'")) return yamlSingle;
  return /[:-] +$/.test(before) && after === '' ? yamlWhole : yamlPart;
}

/** Name of a value inside the template, e.g. `mw_registry_registry_auth_token`. */
function keyOf(reference: Omit<FetchedKey, 'secretKey'>, wanted: Map<string, FetchedKey>): string {
  const base = `${reference.path}_${reference.property}`.replace(/[^a-zA-Z0-9]+/g, '_');
  for (let count = 1; ; count++) {
    const secretKey = count === 1 ? base : `${base}_${count}`;
    const found = wanted.get(secretKey);
    if (!found) wanted.set(secretKey, { secretKey, ...reference });
    if (!found || (found.tenant === reference.tenant && found.path === reference.path && found.property === reference.property)) return secretKey;
  }
}
