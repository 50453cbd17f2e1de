/** What `champ bootstrap --context` says of a real, empty API server, and that it leaves the server as it was. */
import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { bootstrap } from '../../../engine/bootstrap/index.ts';
import { rendered } from '../../fixtures/linyi.ts';
import { ROOT } from '../../fixtures/champ.ts';
import { ControlPlane } from '../rig/control-plane.ts';
import { tool } from '../rig/tools.ts';

jest.setTimeout(300_000);

let plane: ControlPlane;

beforeAll(async () => { plane = await ControlPlane.start(); }, 1_800_000);

afterAll(async () => { await plane?.stop(); }, 60_000);

interface Step {
  readonly file: string;
  readonly objects: readonly { readonly object: string; readonly verdict: string; readonly why?: string }[];
}

/** The verdicts by file. */
function judged(): Promise<{ readonly code: number; readonly verdicts: Readonly<Record<string, readonly string[]>> }> {
  const env = { PATH: `${dirname(tool('kubectl'))}:${process.env['PATH']}`, HOME: process.env['HOME'], KUBECONFIG: plane.kubeconfig };
  const args = [`${ROOT}/cli/champ.js`, 'bootstrap', '--env', 'linyi', '--zone', 'core', '--dry-run', '--context', 'rig', '--json'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: ROOT, env, maxBuffer: 2 ** 26 }, (error, out, err) => {
      if (!out) return void reject(new Error(err));
      const { steps } = JSON.parse(out) as { readonly steps: readonly Step[] };
      resolve({ code: error ? Number(error.code) : 0, verdicts: Object.fromEntries(steps.map(({ file, objects }) => [file.slice(3), objects.map(({ verdict }) => verdict)])) });
    });
  });
}

const { steps } = bootstrap({ environment: 'linyi', zone: 'core', objects: rendered().output.objects });

it('on an empty cluster what needs an earlier step waits for it, and nothing is stored', async () => {
  expect(await judged()).toEqual({
    code: 0,
    verdicts: {
      'namespace.yaml': ['accepted'], 'settings.yaml': ['later', 'later', 'later'], 'repositories.yaml': ['later', 'later'], 'argocd.values.yaml': [],
      'projects.yaml': ['later', 'later'], 'roots.yaml': ['later', 'later'],
    },
  });
  expect((await plane.api.ask('GET', '/api/v1/namespaces/argocd')).status).toBe(404);
});

it('takes the namespace, and then settings and repositories, as they are written', async () => {
  for (const { manifests } of steps.slice(0, 1)) for (const manifest of manifests) expect(await plane.api.apply(manifest)).toMatchObject({ status: 201 });
  expect((await judged()).verdicts).toMatchObject({ 'settings.yaml': ['accepted', 'accepted', 'accepted'], 'repositories.yaml': ['accepted', 'accepted'] });
  for (const { manifests } of steps.slice(1, 3)) for (const manifest of manifests) expect(await plane.api.apply(manifest)).toMatchObject({ status: 201 });
});

it('leaves a credential alone that a person has added, when it is applied again', async () => {
  const path = '/api/v1/namespaces/argocd/secrets/repository-git';
  const added = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'repository-git', namespace: 'argocd' }, data: { username: 'eA==' } };
  expect((await plane.api.ask('PATCH', `${path}?fieldManager=credentials`, added, 'application/apply-patch+yaml')).status).toBe(200);
  for (const manifest of steps[2]!.manifests) expect((await plane.api.apply(manifest)).status).toBe(200);
  expect((await plane.api.ask('GET', path)).body['data']).toMatchObject({ username: 'eA==', url: Buffer.from('https://git.ops.linyi.example/champ/config.git').toString('base64') });
});
