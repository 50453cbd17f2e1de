// A thread that renders environments beside the main one. Plain JavaScript: a thread starts without a transpiler.
const { parentPort, workerData } = require('node:worker_threads');
const { load } = require('../load.js');

async function start() {
  const { counter, names, folder } = workerData;
  const program = await load(['thread'], folder !== undefined);
  program.renderNext(counter, names, folder, (result) => parentPort.postMessage(result));
  program.keep?.();
}

start();
