import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { ROOT } from '../../estate/environments.ts';

type Read = (file: string) => Buffer;

interface BundleCache {
  readonly entries: (root: string) => readonly { readonly name: string; readonly path: string }[];
  readonly folderOf: (root: string) => string;
  readonly keyOf: (root: string, inputs: readonly string[], read: Read) => string;
  readonly reader: (root: string) => Read;
}

/** What the program is kept in; see cli/bundle. */
const CODE = /\.code$/;
const WANTED = 'model.code';

/**
 * Gives a checkout the bundle of this program where its sources are the same byte for byte, as with most changes, which are of facts:
 * to bundle and compile takes longer than to render. Anything else, and any failure, leaves it to bundle itself.
 */
export function seedBundle(checkout: string): void {
  try {
    const cache = require('../../bundle/cache.js') as BundleCache;
    const [own, there] = [cache.reader(ROOT), cache.reader(checkout)];
    const [entry] = cache.entries(ROOT);
    if (!entry) return;
    const inputs = JSON.parse(readFileSync(join(entry.path, 'inputs.json'), 'utf8')) as readonly string[];
    // named by content: with sources of the checkout it has the same name only if they are the same
    if (cache.keyOf(checkout, inputs, (file) => (file.startsWith('node_modules/') ? own(file) : there(file))) !== entry.name) return;
    const up = relative(checkout, join(ROOT, 'node_modules')).split(sep).join('/');
    const mapped = inputs.map((file) => (file.startsWith('node_modules/') && !file.endsWith('.package-lock.json') ? posix.join(up, file.slice('node_modules/'.length)) : file));
    const folder = join(cache.folderOf(checkout), cache.keyOf(checkout, mapped, (file) => (file.startsWith(up) ? own(`node_modules/${file.slice(up.length + 1)}`) : there(file))));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'inputs.json'), JSON.stringify(mapped));
    for (const name of ['program.js', 'program.js.map']) linkOrCopy(join(entry.path, name), join(folder, name));
    // compiled code of another command has most of what this one needs
    const codes = readdirSync(entry.path).filter((name) => CODE.test(name));
    const code = [WANTED, 'diff.code', 'synth.code', ...codes].find((name) => codes.includes(name));
    if (code !== undefined) linkOrCopy(join(entry.path, code), join(folder, WANTED));
  } catch {
    // it takes longer
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    if (existsSync(from)) copyFileSync(from, to);
  }
}
