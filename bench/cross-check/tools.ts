import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Tool } from './reviewed.ts';

/** A complaint of a tool about an object: `zone/namespace/kind/name`. */
export interface Complaint {
  readonly tool: Tool;
  readonly id: string;
  readonly object: string;
}

export const INSTALL: Readonly<Record<Exclude<Tool, 'champ'>, string>> = {
  'checkov': 'python3 -m pip install checkov==3.3.30',
  'kube-score': 'go install github.com/zegl/kube-score/cmd/kube-score@v1.20.0',
};

/** A tool that is not there, or that ends without an answer. */
export class ToolError extends Error {}

/** Runs a program; its exit code is no matter, since all three have one for findings. */
function answer(program: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    const parts: Buffer[] = [];
    child.on('error', (error) => reject(new ToolError(`${program}: ${error.message}`)));
    child.stdin.on('error', () => { /* the program has ended; its answer says why */ });
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.on('close', () => resolve(Buffer.concat(parts).toString('utf8')));
    child.stdin.end(input);
  });
}

function parsed(program: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ToolError(`${program}: no JSON but ${JSON.stringify(text.slice(0, 200))}`);
  }
}

const yamlFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile() && /\.ya?ml$/.test(each.name)).map((each) => join(each.parentPath, each.name)).sort();

/** One zone at a time: zones are clusters, and the tools know one. */
export async function checkov(zone: string, folder: string): Promise<readonly Complaint[]> {
  const text = await answer('checkov', ['-d', folder, '--framework', 'kubernetes', 'secrets', '--skip-download', '--compact', '--quiet', '-o', 'json']);
  return ofCheckov(zone, parsed('checkov', text));
}

export async function kubeScore(zone: string, folder: string): Promise<readonly Complaint[]> {
  const documents = yamlFiles(folder).map((file) => readFileSync(file, 'utf8')).join('\n---\n');
  const text = await answer('kube-score', ['score', '--kubernetes-version', 'v1.36', '--all-default-optional', '-o', 'json', '-'], documents);
  return ofKubeScore(zone, parsed('kube-score', text));
}

/** `champ check` over the whole environment, with its waivers. */
export async function champ(folder: string): Promise<readonly Complaint[]> {
  const text = await answer(process.execPath, [join(__dirname, '..', '..', 'cli', 'champ.js'), 'check', folder, '--format', 'json']);
  return ofChamp(parsed('champ', text));
}

interface CheckovReport {
  readonly check_type?: string;
  readonly results?: { readonly failed_checks?: readonly { readonly check_id: string; readonly resource: string; readonly file_path: string }[] };
}

/** One report for each framework; a list only where there are several. */
export function ofCheckov(zone: string, answered: unknown): readonly Complaint[] {
  const reports = (Array.isArray(answered) ? answered : [answered]) as readonly CheckovReport[];
  return reports.flatMap((report) => (report.results?.failed_checks ?? []).map((failed) => ({
    tool: 'checkov' as const,
    id: failed.check_id,
    object: `${zone}/${report.check_type === 'secrets' ? objectOfFile(failed.file_path) : objectOfResource(failed.resource)}`,
  })));
}

/** `Kind.namespace.name`, where a name may hold dots. */
function objectOfResource(resource: string): string {
  const [kind = '', namespace = '', ...name] = resource.split('.');
  return `${namespace}/${kind}/${name.join('.')}`;
}

const KINDS: Readonly<Record<string, string>> = { externalsecret: 'ExternalSecret', configmap: 'ConfigMap', alertmanager: 'Alertmanager', application: 'Application' };

/** `/folder/kind.name.yaml`, as synth names files; the folder is that of the Application. */
function objectOfFile(path: string): string {
  const [folder = '', file = ''] = path.split('/').slice(-2);
  const [kind = '', ...name] = file.replace(/\.ya?ml$/, '').split('.');
  return `${folder}/${KINDS[kind] ?? kind}/${name.join('.')}`;
}

interface ScoredObject {
  readonly type_meta: { readonly kind: string };
  readonly object_meta: { readonly name: string; readonly namespace?: string };
  readonly checks: readonly { readonly check: { readonly id: string }; readonly grade: number; readonly skipped: boolean }[];
}

const GOOD = 10;

export function ofKubeScore(zone: string, answered: unknown): readonly Complaint[] {
  return (answered as readonly ScoredObject[]).flatMap(({ type_meta, object_meta, checks }) => checks
    .filter(({ grade, skipped }) => !skipped && grade < GOOD)
    .map(({ check }) => ({ tool: 'kube-score' as const, id: check.id, object: `${zone}/${object_meta.namespace ?? ''}/${type_meta.kind}/${object_meta.name}` })));
}

interface Checked {
  readonly findings: readonly { readonly rule: string; readonly zone?: string; readonly object: { readonly kind: string; readonly namespace?: string; readonly name: string } }[];
}

export function ofChamp(answered: unknown): readonly Complaint[] {
  return (answered as Checked).findings.map(({ rule, zone, object }) => ({ tool: 'champ' as const, id: rule, object: `${zone ?? ''}/${object.namespace ?? ''}/${object.kind}/${object.name}` }));
}

/** Zones of a folder of synth, which has its ledger beside them; any other folder is one cluster. */
export function zonesOf(folder: string): readonly { readonly zone: string; readonly folder: string }[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (!entries.some((each) => each.name === 'ledger.json')) return [{ zone: relative(join(folder, '..'), folder), folder }];
  return entries.filter((each) => each.isDirectory()).map((each) => ({ zone: each.name, folder: join(folder, each.name) }));
}
