// A thread that renders environments beside the main one. Plain JavaScript: a thread starts without a transpiler.
const { parentPort, workerData } = require('node:worker_threads');
const { load } = require('../load.js');

async function start() {
  const { counter, input } = workerData;
  const program = await load(['thread'], input.folder !== undefined);
  program.prepareNext(counter, input, (result) => parentPort.postMessage(result));
  program.keep?.();
}

start();
