import { spawn } from 'node:child_process';
import { width } from '../../cli/output/table.ts';
import { champ, inProcess, ROOT } from '../fixtures/champ.ts';

it('writes one versioned JSON document to standard output, all of it through a pipe, and nothing else', async () => {
  const { code, out, err } = await champ(['list', '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const { version, environments } = JSON.parse(out);
  expect(version).toBe(1);
  expect(environments.map((each: { name: string }) => each.name)).toEqual(['dev', 'linyi']);
  for (const environment of environments) {
    expect(environment).toMatchObject({
      zh: expect.any(String), en: expect.any(String), stage: expect.any(String), edition: 'opensource', objects: expect.any(Number),
      zones: [{ id: 'core' }, { id: 'public' }],
    });
    for (const zone of environment.zones) {
      expect(zone).toMatchObject({
        nodes: expect.any(Number), subsystems: expect.any(Array), middleware: expect.any(Array),
        pods: { services: expect.any(Number), total: expect.any(Number) }, containers: { injected: expect.any(Number), total: expect.any(Number) },
        capacity: { rest: { fits: expect.any(Boolean) }, most: { fits: expect.any(Boolean) } },
      });
    }
  }
});

it('lines up its columns when names are Chinese', async () => {
  const { code, out, err } = await inProcess('list', '--env', 'dev', '--lang', 'zh');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const lines = out.split('\n');
  const counts = lines.filter((line) => /^ +(Pod|容器) /.test(line)).slice(0, 2);
  expect(counts).toHaveLength(2);
  expect(new Set([lines[lines.indexOf(counts[0]!) - 1]!, ...counts].map(width)).size).toBe(1);
});

it('ends as if nothing were when its reader goes away', async () => {
  const child = spawn(process.execPath, ['cli/champ.js', '--help'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let err = '';
  child.stderr.on('data', (text) => { err += text; });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, err }).toEqual({ code: 0, err: '' });
});
