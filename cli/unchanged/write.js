// The streams of Node take as long to load as the whole check.
const { writeSync } = require('node:fs');

/** Writes all of a text. A reader that went away is no failure; a full disk behind standard output ends the process with 3. */
function writeAll(descriptor, text) {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if (error.code === 'EAGAIN') {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5); // a slow reader of a pipe that does not block
        continue;
      }
      if (error.code === 'EPIPE') return;
      if (descriptor === 1) writeAll(2, `champ: ${error.message}\n`);
      process.exit(3);
    }
  }
}

module.exports = { writeAll };
