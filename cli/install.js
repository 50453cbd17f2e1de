// Installs what the lock file says, unless node_modules holds just that. Plain JavaScript: it runs before there is a transpiler.
const { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const OLDEST_NODE = [20, 19];
// development tools are part of the job even where NODE_ENV or a user's configuration leaves them out
const NPM = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error', '--no-update-notifier'];
const LONGEST_WAIT_MS = 15 * 60_000;

const say = (en, zh) => process.stderr.write(`champ: ${en}\nchamp: ${zh}\n`);
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * Paths of packages that the lock file names and node_modules lacks or has otherwise. npm writes node_modules/.package-lock.json
 * last, so an install that was killed has none. Packages for other platforms do not count, nor do packages too many.
 */
function missing(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  let found;
  try {
    found = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  } catch {
    return ['node_modules'];
  }
  return Object.entries(wanted).filter(([path, row]) => {
    const here = found[path];
    if (!path.startsWith('node_modules/') || (!here && row.optional && !isForHere(row))) return false;
    return here?.version !== row.version || here.integrity !== row.integrity || !existsSync(join(root, path, 'package.json'));
  }).map(([path]) => path);
}

// which C library a system has cannot be asked cheaply, so npm decides about those
const isForHere = ({ os, cpu, libc }) => !libc && Boolean(os ?? cpu) && lists(os, process.platform) && lists(cpu, process.arch);
const lists = (values, value) => !values || values.includes(value) || (values.every((each) => each.startsWith('!')) && !values.includes(`!${value}`));

/** Runs `work` while no other process installs here; the lock of a process that is gone is taken over. */
function alone(root, work) {
  const lock = join(root, '.champ', 'install.lock');
  const own = `${lock}.${process.pid}`;
  mkdirSync(join(root, '.champ'), { recursive: true });
  writeFileSync(own, String(process.pid));
  try {
    for (let waited = 0; !tryLink(own, lock); waited += 200) {
      if (waited === 1000) say('another install is under way, waiting', '另一个安装正在进行,等待中');
      if (waited > LONGEST_WAIT_MS) throw new Error(`${lock} is held by process ${readFileSync(lock, 'utf8')}`);
      succeed(lock, `${own}.old`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
    rmSync(own, { force: true }); // the lock is a second name of it
    try {
      return work();
    } finally {
      rmSync(lock, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
}

function tryLink(own, lock) {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function succeed(lock, aside) {
  try {
    const holder = readFileSync(lock, 'utf8');
    if (isAlive(Number(holder))) return;
    renameSync(lock, aside);
    // another heir may have been faster: then this was its lock, which goes back
    if (readFileSync(aside, 'utf8') !== holder) tryLink(aside, lock);
    rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** 0 when everything is there; 3 with a reason in both languages. */
function install(root) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    const [wanted, have] = [OLDEST_NODE.join('.'), process.versions.node];
    say(`Node ${wanted} or newer is needed, this is ${have}`, `需要 Node ${wanted} 或更高版本,当前为 ${have}`);
    return 3;
  }
  if (missing(root).length === 0) return 0;
  return alone(root, () => {
    if (missing(root).length === 0) return 0;
    say('installing dependencies from the lock file', '正在按锁文件安装依赖');
    const { spawnSync } = require('node:child_process'); // here: loading it costs more than all the rest
    const { status, error } = spawnSync('npm', NPM, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
    if (status === 0) return 0;
    say(
      `the install failed (${error?.message ?? `npm ended with ${status}`}). It needs the network, or npm's cache, once: check the connection and the proxy, then run the same command again`,
      `安装失败(${error?.message ?? `npm 退出码 ${status}`})。首次安装需要网络或 npm 缓存:请检查网络和代理,然后重新运行同一条命令`,
    );
    return 3;
  });
}

module.exports = { install, missing };
if (require.main === module) process.exitCode = install(join(__dirname, '..'));
