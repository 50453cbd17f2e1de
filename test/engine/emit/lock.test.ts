import { readdirSync, readFileSync, symlinkSync, writeFileSync, mkdirSync, unlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { acquireLock } from '../../../engine/emit/lock.ts';
import { inFolder } from '../../fixtures/emit/folder.ts';
import { problemsOf } from '../../fixtures/emit/problems.ts';

/** The pid of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;
const holder = (pid: number, host = hostname(), token = `token-${pid}`) => JSON.stringify({ pid, host, started: '', token });

describe('the lock', () => {
  test('is held until it is released, and says who holds it', async () => {
    await inFolder((folder) => {
      const path = join(folder, 'a.lock');
      const lock = acquireLock(path, 0);
      lock.assertHeld();
      expect(problemsOf(() => acquireLock(path, 30))).toMatchObject([{ code: 'CHAMP4030', where: path, args: { value: String(process.pid), host: hostname() } }]);
      lock.release();
      acquireLock(path, 0).release();
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  test('of a live process is waited for, then refused', async () => {
    await inFolder((folder) => {
      const path = join(folder, 'a.lock');
      const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 30_000)']);
      try {
        writeFileSync(path, holder(child.pid!));
        expect(problemsOf(() => acquireLock(path, 50))).toMatchObject([{ code: 'CHAMP4030', args: { value: String(child.pid) } }]);
      } finally {
        child.kill('SIGKILL');
      }
    });
  });

  test('of another host counts as live: nobody here can tell', async () => {
    await inFolder((folder) => {
      const path = join(folder, 'a.lock');
      writeFileSync(path, holder(deadPid(), 'another.example'));
      expect(problemsOf(() => acquireLock(path, 0))).toMatchObject([{ code: 'CHAMP4030', args: { host: 'another.example' } }]);
    });
  });

  test('of a dead process is taken over, also when heirs died before they had it', async () => {
    await inFolder((folder) => {
      const path = join(folder, 'a.lock');
      for (const heirs of [0, 1, 3]) {
        for (let heir = 0; heir <= heirs; heir++) writeFileSync(`${path}${'.next'.repeat(heir)}`, holder(deadPid(), hostname(), `dead-${heir}`));
        const lock = acquireLock(path, 0);
        lock.assertHeld();
        expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid });
        lock.release();
        expect(readdirSync(folder)).toEqual([]);
      }
    });
  });

  test('of a former process with the same pid is taken over', async () => {
    await inFolder((folder) => {
      const path = join(folder, 'a.lock');
      writeFileSync(path, holder(process.pid));
      acquireLock(path, 0).release();
      const started = JSON.stringify({ pid: process.ppid, host: hostname(), started: '1', token: 'before-the-restart' });
      writeFileSync(path, started);
      // systems without /proc cannot tell, and hold the pid for alive
      if (process.platform === 'linux') acquireLock(path, 0).release();
      expect(readdirSync(folder)).toEqual(process.platform === 'linux' ? [] : ['a.lock']);
    });
  });

  test('that was cut short by a kill is taken over after a second', async () => {
    await inFolder((folder) => {
      const path = join(folder, 'a.lock');
      writeFileSync(path, '');
      expect(problemsOf(() => acquireLock(path, 0))).toMatchObject([{ code: 'CHAMP4030' }]);
      acquireLock(path, 5000).release();
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  test('that somebody took away is noticed, and not released for them', async () => {
    await inFolder((folder) => {
      const path = join(folder, 'a.lock');
      const lock = acquireLock(path, 0);
      writeFileSync(path, holder(1));
      expect(problemsOf(() => lock.assertHeld())).toMatchObject([{ code: 'CHAMP4031', where: path }]);
      lock.release();
      expect(readdirSync(folder)).toEqual(['a.lock']);
      unlinkSync(path);
      expect(problemsOf(() => lock.assertHeld())).toMatchObject([{ code: 'CHAMP4031' }]);
    });
  });

  test('is never a link or a folder', async () => {
    await inFolder((folder) => {
      symlinkSync(join(folder, 'nowhere'), join(folder, 'a.lock'));
      expect(problemsOf(() => acquireLock(join(folder, 'a.lock'), 0))).toMatchObject([{ code: 'CHAMP4032' }]);
      mkdirSync(join(folder, 'b.lock'));
      expect(problemsOf(() => acquireLock(join(folder, 'b.lock'), 0))).toMatchObject([{ code: 'CHAMP4033', args: { value: 'folder', allowed: 'file' } }]);
    });
  });
});
