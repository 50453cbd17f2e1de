// What a whole run takes from the record of the former one, and leaves for the next.
const { lstatSync } = require('node:fs');
const { join } = require('node:path');
const { environments } = require('../bundle/cache.js');
const { isOlder } = require('./moment.js');
const { agrees, digestOf, fileAt, rowsOf, snapshotOf, stampOf, take } = require('./snapshot.js');
const { keyOf, write } = require('./store.js');

const PREFIX = 'sha256:';

/** A `SynthCache`. `moment` is before the run has read anything. */
function cacheOf(root, argv, { key, record, moment, sources }) {
  const rows = new Map((record?.outputs ?? []).flatMap((each) => rowsOf(each).map((row) => [`${each.folder}/${row.file}`, row])));
  /** Rows of files that are as they were. */
  const same = new Map();
  return {
    digestOf(path) {
      const row = rows.get(path);
      const stat = row && fileAt(path);
      if (!stat || !agrees(row.stamp, 0, stat)) return undefined;
      same.set(path, row);
      return `${PREFIX}${row.digest}`;
    },
    remember({ environments: results, out, err }) {
      try {
        const inputs = inputsOf(root, moment, { sources: sources(), names: results.map(({ name }) => name) });
        // what changed while the run was under way is in no result for certain
        if (!inputs || keyOf(root, argv) !== key) return;
        const outputs = results.map(({ folder, files }) => snapshotOf(folder, true, files.map((each) => rowOf(folder, each, same))));
        write(root, { key, inputs, outputs, locks: results.map(({ lock }) => lock), out, err });
      } catch {
        // the next run takes longer
      }
    },
  };
}

/** A file that was just written has no stamp yet: who else touched it since, nobody knows. */
function rowOf(folder, { file, hash }, same) {
  const digest = hash.slice(PREFIX.length);
  const row = same.get(`${folder}/${file}`);
  return { file, digest, stamp: row?.digest === digest ? row.stamp : undefined };
}

/** Snapshots of all that the run has read; undefined when some of it is younger than the run. */
function inputsOf(root, moment, { sources, names }) {
  const folder = join(root, 'environments');
  // the names of all environments count, also of those that were not asked for
  const listed = [folder, ...environments(root).map((name) => join(folder, name))];
  if (!listed.every((path) => isOlder(lstatSync(path), moment))) return undefined;
  const facts = names.map((name) => take(join(folder, name), moment));
  if (facts.includes(undefined)) return undefined;
  const rows = sources.map(([file, content]) => {
    const stat = fileAt(join(root, file));
    return { file, digest: digestOf(content), stamp: stat && isOlder(stat, moment) ? stampOf(stat) : undefined };
  });
  return [snapshotOf(root, false, rows), ...facts];
}

module.exports = { cacheOf };
