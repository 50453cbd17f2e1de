import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError, problem } from '../problem/index.ts';
import { LEDGER, unsafePart } from './paths.ts';
import type { PlannedFile } from './tree.ts';

export interface LedgerFile {
  /** Path below the folder of the environment. */
  readonly file: string;
  /** `sha256:...` of the file's bytes. */
  readonly hash: string;
  /** Construct path. */
  readonly path: string;
  /** `file:line` of the construct; may be empty. */
  readonly source: string;
}

export interface LedgerObject extends LedgerFile {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** What synth wrote into the folder of an environment: who may remove a file asks here. */
export interface Ledger {
  readonly version: 1;
  readonly environment: string;
  /** Both lists are sorted by `file`. */
  readonly objects: readonly LedgerObject[];
  readonly files: readonly LedgerFile[];
}

const VERSION = 1;
/** A city of 2,500 objects takes 1 MiB. */
const MAX_BYTES = 256 * 2 ** 20;
const HASH = /^sha256:[0-9a-f]{64}$/;

/** ledger.json of a tree: JSON, one line an entry so that a diff of two ledgers can be read. `planned` is sorted by file. */
export function ledgerText(environment: string, planned: readonly PlannedFile[]): string {
  const objects: string[] = [];
  const files: string[] = [];
  for (const { file, hash, path, source, object } of planned) {
    if (object === undefined) files.push(JSON.stringify({ file, hash, path, source }));
    else {
      const { apiVersion, kind, namespace, name } = object;
      objects.push(JSON.stringify({ file, apiVersion, kind, namespace, name, hash, path, source }));
    }
  }
  const list = (name: string, rows: string[]) => `  "${name}": [${rows.length > 0 ? `\n    ${rows.join(',\n    ')}\n  ` : ''}]`;
  const head = `  "version": ${VERSION},\n  "environment": ${JSON.stringify(environment)}`;
  return `{\n${head},\n${list('objects', objects)},\n${list('files', files)}\n}\n`;
}

/**
 * The ledger in the folder of an environment, or in its file `name`; undefined when there is none.
 * Throws a ProblemError when it is no ledger or names a path outside the folder: nobody may remove anything by it.
 */
export function readLedger(folder: string, name: string = LEDGER): Ledger | undefined {
  const path = join(folder, name);
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return undefined;
  const fault = (value: string) => new ProblemError([problem('CHAMP4020', path, { value })]);
  if (size > MAX_BYTES) throw fault(`${size} bytes`);
  return parseLedger(readFileSync(path, 'utf8'), path);
}

/** The same of its text; problems name `where`. */
export function parseLedger(text: string, where: string): Ledger {
  const fault = (value: string) => new ProblemError([problem('CHAMP4020', where, { value })]);
  if (text.length > MAX_BYTES) throw fault(`${text.length} characters`);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw error instanceof SyntaxError ? fault(error.message) : error;
  }
  const found = faultOf(data);
  if (found !== undefined) throw fault(found);
  return data as Ledger;
}

export const ledgerFiles = (ledger: Ledger): readonly LedgerFile[] => [...ledger.objects, ...ledger.files];

function faultOf(data: unknown): string | undefined {
  if (!isRecord(data)) return 'not an object';
  if (data['version'] !== VERSION) return `version ${JSON.stringify(data['version'])}, known: ${VERSION}`;
  if (typeof data['environment'] !== 'string') return 'no environment';
  const seen = new Set<unknown>();
  for (const list of ['objects', 'files']) {
    const rows: unknown = data[list];
    if (!Array.isArray(rows)) return `no list "${list}"`;
    for (const [index, row] of rows.entries()) {
      const fault = faultOfRow(row, list === 'objects') ?? (seen.has(row.file) ? 'the file is listed twice' : undefined);
      if (fault !== undefined) return `${list}[${index}]: ${fault}`;
      seen.add(row.file);
    }
  }
  return undefined;
}

function faultOfRow(row: unknown, isObject: boolean): string | undefined {
  if (!isRecord(row)) return 'not an object';
  const fields = ['file', 'hash', 'path', 'source', ...(isObject ? ['apiVersion', 'kind', 'name'] : [])];
  const missing = fields.find((field) => typeof row[field] !== 'string');
  if (missing !== undefined) return `no "${missing}"`;
  const unsafe = unsafePart(String(row['file']).split('/'));
  if (unsafe !== undefined) return `unsafe path ${JSON.stringify(String(row['file']).slice(0, 200))}`;
  return HASH.test(String(row['hash'])) ? undefined : 'not a hash';
}

const isRecord = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null && !Array.isArray(data);
