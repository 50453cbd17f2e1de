import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { isList, isManifest, type Json, type Manifest } from './json.ts';

/** Every object in the files below a folder, or in one file: YAML documents, JSON objects, or JSON lists of objects. */
export function readManifests(path: string): readonly Manifest[] {
  if (statSync(path).isDirectory()) return readdirSync(path).sort().flatMap((name) => [...readManifests(join(path, name))]);
  const text = readFileSync(path, 'utf8');
  const values = path.endsWith('.json') ? [JSON.parse(text) as Json] : yamlDocuments(text);
  // the ledger and the like are no objects
  return values.flatMap((value) => (isList(value) ? value : [value])).filter(isManifest);
}

/** By YAML 1.2: Go's printers leave a lone dot bare, which the 1.1 rules of this library take for a number. */
function yamlDocuments(text: string): readonly Json[] {
  const documents = parseAllDocuments(text);
  if (!Array.isArray(documents)) return [];
  return documents.map((document) => {
    if (document.errors[0]) throw document.errors[0];
    return document.toJS() as Json;
  });
}
