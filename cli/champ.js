#!/usr/bin/env node
// Starts the command: from the bundle, or module by module through tsx where there is none.
const { join } = require('node:path');

const argv = process.argv.slice(2);

// A run ends before most of what V8 would optimise pays off: with an eighth of its zeal a city takes 40 % less of the processor.
// Measured with this version alone; a V8 without the flag would say so on standard error.
if (process.versions.node.startsWith('20.')) require('node:v8').setFlagsFromString('--interrupt-budget=540000');

/** Environments of another folder are no part of the bundle, and must share its modules. */
const isElsewhere = argv.some((each) => each.startsWith('--environments'));

function throughTsx() {
  // without a place to keep its results the transpiler works all the same
  try {
    require('node:fs').accessSync(require('node:os').tmpdir(), require('node:fs').constants.W_OK);
  } catch {
    process.env.TSX_DISABLE_CACHE = '1';
  }
  try {
    // Node 22 and newer keep compiled code too
    require('node:module').enableCompileCache?.();
    require('tsx/cjs');
    return require('./main.ts');
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND' || !/'[^'./]/.test(error.message)) throw error;
    process.stderr.write('champ: dependencies are missing; run: node cli/install.js\nchamp: 缺少依赖,请运行:node cli/install.js\n');
    process.exit(3);
  }
}

async function start() {
  const { isDone, cacheFor } = isElsewhere ? {} : require('./unchanged/index.js').begin(join(__dirname, '..'), argv);
  if (isDone) return;
  const program = (isElsewhere ? undefined : await require('./bundle/index.js').load(join(__dirname, '..'), argv)) ?? throughTsx();
  program.guardStreams();
  process.exitCode = await program.main(argv, undefined, program.sources && cacheFor?.(program.sources));
  if (process.exitCode === 0) program.keep?.();
}

start();
