// Records below node_modules/.cache/champ-synth, each named by what it is asked by.
const { hash } = require('node:crypto');
const { mkdirSync, readdirSync, rmSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { environments, seal, unseal } = require('../bundle/cache.js');

/** Of a record; another one is not read. */
const FORMAT = 1;
/** Records that are kept, of one megabyte for a city. */
const KEPT = 32;
/** What sentences depend on: their language. */
const LOCALE = ['CHAMP_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG'];

const folderOf = (root) => join(root, 'node_modules', '.cache', 'champ-synth');

/** The name of a record: all that decides a result besides the content of files. Throws where a folder cannot be listed or made. */
function keyOf(root, argv) {
  statSync(join(root, 'node_modules')); // nothing is made where nothing is installed
  mkdirSync(folderOf(root), { recursive: true });
  const { version, platform, arch, execArgv, env } = process;
  const setting = [version, platform, arch, execArgv, env.NODE_OPTIONS ?? '', ...LOCALE.map((name) => env[name] ?? '')];
  return hash('sha256', JSON.stringify([FORMAT, root, process.cwd(), argv, setting, environments(root)])).slice(0, 32);
}

/** What was written under the key; undefined when there is none, or it is damaged. */
function read(root, key) {
  try {
    const content = unseal(join(folderOf(root), key));
    return content && { ...JSON.parse(content.toString()), key };
  } catch {
    return undefined;
  }
}

/** Keeps a record; where that cannot be done, the next run takes longer. */
function write(root, record) {
  try {
    const folder = folderOf(root);
    seal(join(folder, record.key), Buffer.from(JSON.stringify(record)));
    const all = readdirSync(folder).map((name) => ({ name, time: statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
    for (const { name } of all.sort((a, b) => b.time - a.time).slice(KEPT)) rmSync(join(folder, name), { force: true });
  } catch {
    // no place, or another process was faster
  }
}

module.exports = { folderOf, keyOf, read, write };
