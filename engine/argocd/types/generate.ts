/**
 * Writes generated/api.ts from the Swagger document of an ArgoCD server: `npx projen argocd:types --from FILE|URL`, and with
 * `--check` only says whether it would differ. The converters are no dependencies, since they need an older compiler.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { transport } from '../transport.ts';
import { patched, type JsonObject, type Swagger } from './patch.ts';
import { finished, PATCH } from './rows.ts';

const CONVERTERS = { upgrade: ['swagger2openapi@7.0.8'], print: ['openapi-typescript@7.13.0', 'typescript@5.9.3'] } as const;
const OUT = join(__dirname, '..', 'generated', 'api.ts');

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { from: { type: 'string' }, ca: { type: 'string' }, out: { type: 'string', default: OUT }, check: { type: 'boolean' } } });
  if (!values.from) {
    console.error('usage: npx projen argocd:types --from FILE|URL [--ca FILE] [--check] [--out FILE]');
    return 2;
  }
  const text = typesOf(await read(values.from, values.ca));
  const same = existsSync(values.out) && readFileSync(values.out, 'utf8') === text;
  console.error(`${values.out}: ${same ? 'unchanged' : values.check ? 'differs' : 'written'}, ${text.split('\n').length} lines`);
  if (same) return 0;
  if (values.check) return 1;
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, text);
  return 0;
}

async function read(from: string, ca: string | undefined): Promise<Swagger> {
  if (!/^https?:\/\//.test(from)) return JSON.parse(readFileSync(from, 'utf8')) as Swagger;
  const { request, close } = transport({ ca: ca === undefined ? undefined : readFileSync(ca, 'utf8'), timeoutMs: 30_000 });
  try {
    const url = from.endsWith('.json') ? from : `${from.replace(/\/$/, '')}/swagger.json`;
    const response = await request(new Request(url));
    if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
    return (await response.json()) as Swagger;
  } finally {
    close();
  }
}

function typesOf(document: Swagger): string {
  if (document.swagger !== '2.0') throw new Error(`Swagger 2.0 is expected, this is ${document.swagger ?? 'another format'}`);
  const folder = mkdtempSync(join(tmpdir(), 'champ-argocd-types-'));
  const at = (name: string) => join(folder, name);
  try {
    writeFileSync(at('swagger.json'), JSON.stringify(patched(document, PATCH)));
    run(folder, CONVERTERS.upgrade, 'swagger2openapi', '--patch', '--warnOnly', '--outfile', 'openapi.json', 'swagger.json');
    writeFileSync(at('openapi.json'), JSON.stringify(finished(JSON.parse(readFileSync(at('openapi.json'), 'utf8')) as JsonObject)));
    run(folder, CONVERTERS.print, 'openapi-typescript', 'openapi.json', '--output', 'api.ts');
    const body = readFileSync(at('api.ts'), 'utf8').replace(/^\/\*\*[\s\S]*?\*\/\n+/, '').trimEnd();
    return [
      '// Generated from the Swagger document of Argo CD (Apache-2.0), corrected as types/rows.ts says. Never edited: npx projen argocd:types',
      '/* eslint-disable */', '', body, '',
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(folder: string, packages: readonly string[], program: string, ...args: readonly string[]): void {
  execFileSync('npx', ['--yes', '--loglevel=error', ...packages.flatMap((each) => ['--package', each]), '--', program, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

main().then((code) => { process.exitCode = code; }, (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 3;
});
