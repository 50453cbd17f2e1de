#!/usr/bin/env node
// Starts the command: TypeScript is transpiled by tsx, which keeps its result by content.
// without a place to keep its results the transpiler works all the same
try {
  require('node:fs').accessSync(require('node:os').tmpdir(), require('node:fs').constants.W_OK);
} catch {
  process.env.TSX_DISABLE_CACHE = '1';
}
let main;
try {
  // Node 22 and newer keep compiled code too
require('node:module').enableCompileCache?.();
require('tsx/cjs');
  main = require('./main.ts');
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND' || !/'[^'./]/.test(error.message)) throw error;
  process.stderr.write('champ: dependencies are missing; run: node cli/install.js\nchamp: 缺少依赖,请运行:node cli/install.js\n');
  process.exit(3);
}
main.guardStreams();
main.main(process.argv.slice(2)).then((code) => { process.exitCode = code; });
