// Stacks name the sources, not the bundle.
const { readFileSync } = require('node:fs');
const { SourceMap } = require('node:module');
const { join } = require('node:path');

/** Maps what is in the bundle `file`; its map is read when there is a stack to show, and without it the stack stays as it is. */
function mapStacks(root, file) {
  let map;
  const frame = (site) => {
    if (site.getFileName() !== file) return String(site);
    const [line, column] = [site.getLineNumber(), site.getColumnNumber()];
    try {
      map ??= new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
      const { originalSource, originalLine, originalColumn } = map.findEntry(line - 1, column - 1);
      return String(site).replace(`${file}:${line}:${column}`, `${join(root, originalSource)}:${originalLine + 1}:${originalColumn + 1}`);
    } catch {
      return String(site);
    }
  };
  Error.prepareStackTrace = (error, sites) => [Error.prototype.toString.call(error), ...sites.map((site) => `    at ${frame(site)}`)].join('\n');
}

module.exports = { mapStacks };
