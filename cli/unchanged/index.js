// A run whose result is known loads no program: nothing that it reads has changed, and what it would write is there.
// Plain JavaScript, since to load more would take longer than to look.
const { accessSync, constants, lstatSync } = require('node:fs');
const { dirname } = require('node:path');
const { cacheOf } = require('./cache.js');
const { momentIn } = require('./moment.js');
const { recheck } = require('./snapshot.js');
const { folderOf, keyOf, read, write } = require('./store.js');
const { writeAll } = require('./write.js');

/**
 * The part of `champ synth` before any program is loaded: `isDone` when the result was known and is told. Otherwise `cacheFor`
 * makes what the whole run gets; it takes a function that gives the files of the program, rows of path below `root` and content. Empty for other
 * commands, and where there is no place for a cache.
 */
function begin(root, argv) {
  // a profile is of a whole run
  if (!argv.includes('synth') || argv.includes('--profile')) return {};
  try {
    const began = process.hrtime.bigint();
    const key = keyOf(root, argv);
    const record = read(root, key);
    if (record && holds(root, record)) {
      writeAll(1, record.out);
      writeAll(2, record.err.replace('\0', (Number(process.hrtime.bigint() - began) / 1e9).toFixed(2)));
      return { isDone: true };
    }
    // before the program and anything else is read: what is as young as this may have changed since it was read
    const moment = momentIn(folderOf(root));
    return { cacheFor: moment && ((sources) => cacheOf(root, argv, { key, record, moment, sources })) };
  } catch {
    return {};
  }
}

/** Whether a whole run would come to the record's result; whatever it cannot tell is a no. */
function holds(root, record) {
  try {
    // a run that writes there is waited for, and a folder that nobody may write is a problem
    if (record.locks.some((path) => lstatSync(path, { throwIfNoEntry: false }))) return false;
    for (const { folder } of record.outputs) accessSync(dirname(folder), constants.W_OK);
    let isRenewed = false;
    for (const [snapshots, placeOf] of [[record.inputs, () => folderOf(root)], [record.outputs, ({ folder }) => dirname(folder)]]) {
      for (const each of snapshots) {
        const found = recheck(each, placeOf(each));
        if (found === 'differs') return false;
        isRenewed ||= found === 'renewed';
      }
    }
    if (isRenewed) write(root, record);
    return true;
  } catch {
    return false;
  }
}

module.exports = { begin };
