// Makes an entry of the cache.
const { mkdirSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { extname, join, posix, relative, sep } = require('node:path');
const esbuild = require('esbuild'); // where it is not installed, nothing is made
const { entries, environments, folderOf, keyOf, reader, seal } = require('./cache.js');

/** Entries that are kept: going back to a former state of the sources costs nothing then. */
const KEPT = 4;
/** What runs before a bundle. */
const PLAIN = { bundle: ['index', 'cache', 'build', 'stacks'], unchanged: ['index', 'cache', 'moment', 'snapshot', 'store', 'write'] };
/** What a bundle depends on besides the files in it. */
const ALWAYS = ['cli/champ.js', 'cli/load.js', 'cli/synth/thread.js', ...Object.entries(PLAIN).flatMap(([folder, names]) => names.map((name) => `cli/${folder}/${name}.js`)), 'node_modules/.package-lock.json'];
const LOADERS = { '.ts': 'ts', '.json': 'json' };

/** Bundles the project at `root`; returns the folder of the entry and the reader that has its sources. Throws what the bundler and the disk throw. */
async function build(root) {
  const folder = folderOf(root);
  const draft = join(folder, `.${process.pid}-${Date.now()}`);
  mkdirSync(draft, { recursive: true });
  try {
    const read = reader(root);
    const { map, program, inputs } = await bundle(root, read);
    writeFileSync(join(draft, 'inputs.json'), JSON.stringify(inputs));
    writeFileSync(join(draft, 'program.js.map'), map);
    seal(join(draft, 'program.js'), program);
    // named by what the bundler was given, whatever became of the files meanwhile
    const entry = join(folder, keyOf(root, inputs, read));
    // one that is there is damaged, or another process made it just now
    rmSync(entry, { recursive: true, force: true });
    renameSync(draft, entry);
    for (const { path } of entries(root).slice(KEPT)) rmSync(path, { recursive: true, force: true });
    return { entry, read };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function bundle(root, read) {
  const inputs = new Set(ALWAYS);
  for (const file of ALWAYS) read(file);
  const { outputFiles: [map, program] } = await esbuild.build({
    absWorkingDir: root, stdin: { contents: entryPoint(root), resolveDir: root }, outfile: join(root, 'program.js'),
    bundle: true, platform: 'node', format: 'cjs', target: 'node20', write: false, logLevel: 'silent', tsconfigRaw: {},
    // names of classes are shown, so none may change where two packages have the same
    keepNames: true, minifyWhitespace: true, lineLimit: 160, legalComments: 'none', sourcemap: 'external', sourcesContent: false,
    banner: { js: '(function (exports, require, module, __root) {' }, footer: { js: '})' },
    plugins: [{
      name: 'sources',
      setup: ({ onLoad }) => onLoad({ filter: /./ }, ({ path }) => {
        const file = relative(root, path).split(sep).join('/');
        inputs.add(file);
        const loader = LOADERS[extname(path)] ?? 'js';
        return { contents: loader === 'ts' ? located(file, read(file).toString()) : read(file), loader };
      }),
    }],
  });
  return { map: map.contents, program: program.contents, inputs: [...inputs].sort() };
}

/** Environments are loaded when they are asked for. */
function entryPoint(root) {
  const rows = environments(root).map((name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(`./environments/${name}/index.ts`)})`);
  return `export * from './cli/main.ts';\nexport const environments = { ${rows.join(', ')} };\n`;
}

/** In a bundle all modules have one place, so each is told its own; on its first line, so that lines stay. */
function located(file, text) {
  if (!/\b__(file|dir)name\b/.test(text)) return text;
  const below = (path) => `require('node:path').join(__root, ${JSON.stringify(path)})`;
  return `const __filename = ${below(file)}, __dirname = ${below(posix.dirname(file))}; ${text}`;
}

module.exports = { build };
