// What a whole run takes from the record of the former one, and leaves for the next.
const { lstatSync } = require('node:fs');
const { join } = require('node:path');
const { environments } = require('../bundle/cache.js');
const { isOlder } = require('./moment.js');
const { agrees, digestAt, digestOf, fileAt, filesOf, snapshotOf, STAMP, stampAt, stampOf, take } = require('./snapshot.js');
const { keyOf, write } = require('./store.js');

const PREFIX = 'sha256:';

/** A `SynthCache`. `moment` is before the run has read anything. */
function cacheOf(root, argv, { key, record, moment, sources }) {
  let outputs;
  // made when first asked for: until then the memory is wanted for rendering
  const formerOf = (folder) => (outputs ??= new Map((record?.outputs ?? []).map((each) => [each.folder, formerOutput(each)]))).get(folder);
  return {
    digestOf(folder, file) {
      const digest = formerOf(folder)?.digestOf(file);
      return digest && `${PREFIX}${digest}`;
    },
    remember({ environments: results, out, err }) {
      try {
        const inputs = inputsOf(root, moment, { sources: sources(), names: results.map(({ name }) => name) });
        // what changed while the run was under way is in no result for certain
        if (!inputs || keyOf(root, argv) !== key) return;
        const found = results.map(({ folder, files }) => snapshotOf(folder, true, files.map(({ file, hash }) => {
          const digest = hash.slice(PREFIX.length);
          // one that was just written has no stamp yet: who else touched it since, nobody knows
          return { file, digest, stamp: formerOf(folder)?.stampOf(file, digest) };
        })));
        write(root, { key, inputs, outputs: found, locks: results.map(({ lock }) => lock), out, err });
      } catch {
        // the next run takes longer
      }
    },
  };
}

/** A folder as the record has it. */
function formerOutput(snapshot) {
  const indexes = new Map(filesOf(snapshot).map((file, index) => [file, index]));
  /** 1 for those that were as they were when somebody asked. */
  const same = new Uint8Array(indexes.size);
  return {
    digestOf(file) {
      const index = indexes.get(file);
      const stat = index === undefined ? undefined : fileAt(`${snapshot.folder}/${file}`);
      if (!stat || !agrees(snapshot.stamps, index * STAMP, stat)) return undefined;
      same[index] = 1;
      return digestAt(snapshot, index);
    },
    stampOf(file, digest) {
      const index = indexes.get(file);
      return index !== undefined && same[index] === 1 && digestAt(snapshot, index) === digest ? stampAt(snapshot, index) : undefined;
    },
  };
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
