// Loads the program: from the bundle, or module by module through tsx where there is none.
const { join } = require('node:path');

const ROOT = join(__dirname, '..');

/** The program's exports; `argv` decides which compiled code goes with it. `isElsewhere`: environments of another folder are no part of the bundle, and must share its modules. */
async function load(argv, isElsewhere) {
  return (isElsewhere ? undefined : await require('./bundle/index.js').load(ROOT, argv)) ?? throughTsx();
}

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
    if (error.code !== 'MODULE_NOT_FOUND' || !/^Cannot find module '[^'./]/.test(error.message)) throw error;
    process.stderr.write('champ: dependencies are missing; run: node cli/install.js\nchamp: 缺少依赖,请运行:node cli/install.js\n');
    process.exit(3);
  }
}

module.exports = { load, ROOT };
