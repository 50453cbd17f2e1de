// Bundles below node_modules/.cache/champ, each in a folder named by the content of all that is in it: never out of date.
const { createHash, hash } = require('node:crypto');
const { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const folderOf = (root) => join(root, 'node_modules', '.cache', 'champ');

/** The entry that was made of just the files that are there now, as `read` gives them. */
function find(root, read) {
  return entries(root).find(({ name, path }) => {
    try {
      return keyOf(root, JSON.parse(readFileSync(join(path, 'inputs.json'), 'utf8')), read) === name;
    } catch {
      return false; // a file that is gone, or a damaged list
    }
  })?.path;
}

/** Entries, the newest first. */
function entries(root) {
  const folder = folderOf(root);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => ({ name, path: join(folder, name) }))
    .map((each) => ({ ...each, time: statSync(each.path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.time - a.time);
}

/** The name of the entry that is made of `inputs`, paths below `root`. */
function keyOf(root, inputs, read) {
  const key = createHash('sha256').update(JSON.stringify([process.version, process.platform, process.arch, environments(root), inputs]));
  for (const file of inputs) {
    const content = read(file);
    key.update(`${content.length}\n`).update(content);
  }
  return key.digest('hex').slice(0, 32);
}

/** Reads files below `root`, each once. */
function reader(root) {
  const contents = new Map();
  return (file) => {
    if (!contents.has(file)) contents.set(file, readFileSync(join(root, file)));
    return contents.get(file);
  };
}

const environments = (root) => readdirSync(join(root, 'environments')).filter((name) => existsSync(join(root, 'environments', name, 'index.ts'))).sort();

/** Writes a file with its hash in front; its name appears when it is whole. */
function seal(path, content) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, Buffer.concat([Buffer.from(hash('sha256', content, 'hex')), content]));
  renameSync(draft, path);
}

/** What `seal` wrote; undefined when it is not that any more. */
function unseal(path) {
  try {
    const sealed = readFileSync(path);
    const content = sealed.subarray(64);
    return sealed.toString('latin1', 0, 64) === hash('sha256', content, 'hex') ? content : undefined;
  } catch {
    return undefined;
  }
}

module.exports = { entries, environments, find, folderOf, keyOf, reader, seal, unseal };
