// The whole program as one script, kept with its compiled code below node_modules: 500 modules loaded one by one take as long
// as rendering a city. Plain JavaScript: it runs before there is a transpiler.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join, relative } = require('node:path');
const { Script } = require('node:vm');
const { find, reader, seal, unseal } = require('./cache.js');
const { mapStacks } = require('./stacks.js');

/**
 * The program of the project at `root`: `{ main, guardStreams, keep, sources }`, where `keep` is called after a run and
 * `sources` gives the path and content of every file it is made of; undefined when it cannot be bundled or there is no place to
 * keep it. What the program itself throws while it loads goes on.
 */
async function load(root, argv) {
  const found = await bundled(root).catch(() => undefined);
  return found && run(root, found, argv);
}

async function bundled(root) {
  const read = reader(root);
  const known = find(root, read);
  const program = known && unseal(join(known, 'program.js'));
  if (program) return { entry: known, program, read };
  const built = await require('./build.js').build(root); // the bundler is loaded when it is needed
  return { ...built, program: unseal(join(built.entry, 'program.js')) };
}

function run(root, { entry, program, read }, argv) {
  const file = join(entry, 'program.js');
  // a function is compiled when it is called first, so each command has code of its own
  const kept = join(entry, `${/^[a-z]{1,16}$/.exec(argv[0] ?? '')?.[0] ?? 'other'}.code`);
  const cachedData = unseal(kept);
  const script = new Script(program.toString('latin1'), { filename: file, cachedData });
  mapStacks(root, file);
  const module_ = { exports: {} };
  script.runInThisContext()(module_.exports, requireIn(root, module_), module_, root);
  return {
    ...module_.exports,
    sources: () => JSON.parse(readFileSync(join(entry, 'inputs.json'), 'utf8')).map((file) => [file, read(file)]),
    keep() {
      if (cachedData && !script.cachedDataRejected) return;
      try {
        seal(kept, script.createCachedData());
      } catch {
        // without it the next run compiles again
      }
    },
  };
}

/** What the program asks for by a path that it makes: environments are in the bundle. */
function requireIn(root, module_) {
  const outside = createRequire(join(root, 'cli', 'champ.js'));
  return (id) => {
    const name = id.endsWith('.ts') ? relative(join(root, 'environments'), join(id, '..')) : '';
    return Object.hasOwn(module_.exports.environments ?? {}, name) ? module_.exports.environments[name]() : outside(id);
  };
}

module.exports = { load };
