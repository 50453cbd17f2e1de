// Files with their digests, and for each the stamp it had when its content was known: as long as it has that, it is not read.
const { hash } = require('node:crypto');
const { lstatSync, readdirSync, readFileSync } = require('node:fs');
const { isOlder, momentIn } = require('./moment.js');

/**
 * A snapshot is `{ folder, isWhole, files, digests, stamps }`, in columns since 4,000 small objects take longer to make than to
 * check: paths below the folder by line, 64 characters and four numbers for each. Of a whole one the folder holds nothing else.
 */

const STAMP = 4;
const DIGEST = 64;
const UNKNOWN = [0, 0, 0, 0];

const digestOf = (content) => hash('sha256', content);

/** Inode, length, and the times of content and of the inode: the last one cannot be set back. */
const stampOf = ({ ino, size, mtimeMs, ctimeMs }) => [ino, size, mtimeMs, ctimeMs];

/** Whether a file still has the stamp that stands at `from`. */
const agrees = (stamps, from, { ino, size, mtimeMs, ctimeMs }) =>
  stamps[from + 3] === ctimeMs && stamps[from + 2] === mtimeMs && stamps[from + 1] === size && stamps[from] === ino;

/** The stat of a regular file; undefined for anything else, links too. */
function fileAt(path) {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? stat : undefined;
}

/** Rows are `{ file, digest, stamp }`; without a stamp the content is read once more. */
function snapshotOf(folder, isWhole, rows) {
  return {
    folder, isWhole, files: rows.map(({ file }) => file).join('\n'), digests: rows.map(({ digest }) => digest).join(''),
    stamps: rows.flatMap(({ stamp }) => stamp ?? UNKNOWN),
  };
}

const filesOf = ({ files }) => (files === '' ? [] : files.split('\n'));
const digestAt = ({ digests }, index) => digests.slice(index * DIGEST, (index + 1) * DIGEST);
const stampAt = ({ stamps }, index) => stamps.slice(index * STAMP, (index + 1) * STAMP);

/**
 * Looks whether all is as the snapshot says: 'differs', 'same', or 'renewed' when contents had to be read and need not be the
 * next time. `place` is a folder of the same file system where a file can be made. Throws the file system's errors.
 */
function recheck(snapshot, place) {
  const { folder, isWhole, stamps } = snapshot;
  const files = filesOf(snapshot);
  if (isWhole && !holdsOnly(folder, files)) return 'differs';
  let moment;
  let found = 'same';
  for (let index = 0; index < files.length; index++) {
    const path = `${folder}/${files[index]}`;
    const stat = fileAt(path);
    if (!stat) return 'differs';
    if (agrees(stamps, index * STAMP, stat)) continue;
    moment ??= momentIn(place) ?? {}; // before anything is read
    if (digestOf(readFileSync(path)) !== digestAt(snapshot, index)) return 'differs';
    if (!isOlder(stat, moment)) continue;
    stampOf(stat).forEach((each, offset) => { stamps[index * STAMP + offset] = each; });
    found = 'renewed';
  }
  return found;
}

/** Whether a folder holds `files`, the folders above them, and nothing else. */
function holdsOnly(folder, files) {
  const children = new Map([['', new Set()]]);
  const enter = (path) => {
    const slash = path.lastIndexOf('/');
    const parent = slash < 0 ? '' : path.slice(0, slash);
    if (!children.has(parent)) {
      children.set(parent, new Set());
      enter(parent);
    }
    children.get(parent).add(path.slice(slash + 1));
  };
  files.forEach(enter);
  return [...children].every(([parent, names]) => {
    const path = parent === '' ? folder : `${folder}/${parent}`;
    if (!lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) return false;
    const found = readdirSync(path);
    return found.length === names.size && found.every((name) => names.has(name));
  });
}

/** A whole snapshot of a folder as it was at `moment`; undefined if it may have changed since, or holds a link or the like. */
function take(folder, moment) {
  const rows = [];
  const visit = (file) => {
    const path = file === '' ? folder : `${folder}/${file}`;
    const stat = lstatSync(path);
    if (!isOlder(stat, moment) || file.includes('\n')) return false;
    if (stat.isFile()) rows.push({ file, digest: digestOf(readFileSync(path)), stamp: stampOf(stat) });
    return stat.isFile() || (stat.isDirectory() && readdirSync(path).every((name) => visit(file === '' ? name : `${file}/${name}`)));
  };
  return visit('') ? snapshotOf(folder, true, rows) : undefined;
}

module.exports = { agrees, digestAt, digestOf, fileAt, filesOf, recheck, snapshotOf, STAMP, stampAt, stampOf, take };
