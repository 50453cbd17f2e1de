// Time as the file system has it: only that can be compared with the times of its files.
const { closeSync, fstatSync, openSync, rmSync } = require('node:fs');
const { join } = require('node:path');

/** Now, in the file system of a folder: `{ dev, time }`; undefined where no file can be made. */
function momentIn(folder) {
  const path = join(folder, `.champ-moment-${process.pid}`);
  try {
    rmSync(path, { force: true }); // a killed process with our number left it
    const descriptor = openSync(path, 'wx');
    try {
      const { dev, mtimeMs } = fstatSync(descriptor);
      return { dev, time: mtimeMs };
    } finally {
      closeSync(descriptor);
      rmSync(path, { force: true });
    }
  } catch {
    return undefined;
  }
}

/** Whether nothing has changed there since the moment. At the same tick of a coarse clock it may have: that counts as a change. */
function isOlder({ dev, mtimeMs, ctimeMs }, moment) {
  return moment !== undefined && dev === moment.dev && Math.max(mtimeMs, ctimeMs) < moment.time;
}

module.exports = { isOlder, momentIn };
