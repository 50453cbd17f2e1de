import { rmSync } from 'node:fs';
import { cloneFolder } from '../../../engine/publish/git/clone.ts';
import { inProcess } from '../../fixtures/champ.ts';
import { maps, publishTo } from '../../fixtures/publish/estate.ts';
import { git, repositories, type Repositories } from '../../fixtures/publish/repositories.ts';

let at: Repositories;
beforeEach(() => { at = repositories(); });
afterEach(() => {
  rmSync(cloneFolder(at.remote), { recursive: true, force: true });
  at.remove();
});

const diff = (range: string, ...more: readonly string[]) => inProcess('history', '--env', 'linyi', '--repo', at.remote, '--zone', 'core', '--diff', range, ...more);

it('says of two points what differs, object by object, and what each difference means', async () => {
  at.commitSource('one');
  await publishTo(at, maps({ a: '1', b: '1', gone: '1' }));
  const first = git(at.remote, 'rev-parse', 'main');
  at.commitSource('two');
  await publishTo(at, maps({ a: '2', b: '1', come: '1' }), { allowDelete: ['ConfigMap/core-mbs/gone'] });
  const { code, out } = await diff(`${first}..`);
  expect(code).toBe(1);
  expect(out).toMatch(/^~ core {2}ConfigMap\/core-mbs\/a\n {4}\S.*1.*2/m);
  expect(out).not.toContain('/b');
  const { changes } = JSON.parse((await diff(`${first}..`, '--json')).out) as { changes: readonly object[] };
  expect(changes).toMatchObject([
    { change: 'changed', object: 'ConfigMap/core-mbs/a', meanings: [{ kind: 'config' }] },
    { change: 'created', object: 'ConfigMap/core-mbs/come' },
    { change: 'removed', object: 'ConfigMap/core-mbs/gone' },
  ]);
});

it('names an object whose file somebody took away, and says no more of it', async () => {
  at.commitSource('one');
  await publishTo(at, maps({ a: '1', b: '1' }));
  const first = git(at.remote, 'rev-parse', 'main');
  at.commitSource('two');
  await publishTo(at, maps({ a: '2', b: '1' }));
  at.edit({ 'linyi/core/core-mbs/configmap.a.yaml': undefined });
  const { changes } = JSON.parse((await diff(`${first}..`, '--json')).out) as { changes: readonly object[] };
  expect(changes).toMatchObject([{ object: 'ConfigMap/core-mbs/a' }]);
});
