import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const GENERATE = join(__dirname, '../../../../engine/inspect/schema/generate.ts');

function run(...args: readonly string[]): Promise<{ readonly code: number; readonly stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', GENERATE, ...args], (error, _stdout, stderr) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, stderr }));
  });
}

/** Saved documents which hold every kind that the generator asks for, all alike. */
function documents(folder: string, kinds: Readonly<Record<string, readonly string[]>>): void {
  for (const [groupVersion, names] of Object.entries(kinds)) {
    const [version, group = ''] = groupVersion.split('/').slice(1).reverse();
    const gvk = (kind: string) => ({ group, version, kind });
    const paths = Object.fromEntries(names.map((kind) => [`/x/namespaces/{namespace}/${kind.toLowerCase()}s`, { post: { 'x-kubernetes-group-version-kind': gvk(kind) } }]));
    const schemas = Object.fromEntries(names.map((kind) => [`io.k8s.api.x.${kind}`, { type: 'object', properties: { kind: { type: 'string' } }, 'x-kubernetes-group-version-kind': [gvk(kind)] }]));
    writeFileSync(join(folder, `${groupVersion.replaceAll('/', '__')}_openapi.json`), JSON.stringify({ info: { version: 'v1.99.0' }, paths, components: { schemas } }));
  }
}

/** The kinds of the committed file, by the name of their document. */
function committed(): Record<string, string[]> {
  const file = JSON.parse(readFileSync(join(GENERATE, '../generated/core.json'), 'utf8')) as { kinds: Record<string, unknown> };
  const kinds: Record<string, string[]> = {};
  for (const key of Object.keys(file.kinds)) {
    const slash = key.lastIndexOf('/');
    const document = `${key.startsWith('v1/') ? 'api' : 'apis'}/${key.slice(0, slash)}`;
    (kinds[document] ??= []).push(key.slice(slash + 1));
  }
  return kinds;
}

describe('generate', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'schemas-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('asks for exactly the kinds of the committed file, from saved documents too', async () => {
    documents(folder, committed());
    expect(await run(folder, '--out', folder)).toMatchObject({ code: 0 });
    const written = JSON.parse(readFileSync(join(folder, 'core.json'), 'utf8')) as { kubernetes: string; kinds: object };
    expect(written.kubernetes).toBe('v1.99.0');
    expect(Object.keys(written.kinds).length).toBe(Object.values(committed()).flat().length);
    expect(written.kinds).toMatchObject({ 'apps/v1/Deployment': { schema: '#x.Deployment', namespaced: true, plural: 'deployments' } });
  }, 30_000);

  it('writes nothing when a kind is missing, and says which', async () => {
    documents(folder, { ...committed(), 'apis/policy/v1': [] });
    expect(await run(folder, '--out', folder)).toMatchObject({ code: 3, stderr: expect.stringContaining('apis/policy/v1 has no PodDisruptionBudget') });
    expect(() => readFileSync(join(folder, 'core.json'))).toThrow();
  }, 30_000);

  it('shows its usage without a source', async () => {
    expect(await run()).toMatchObject({ code: 2, stderr: expect.stringContaining('usage:') });
  }, 30_000);
});
