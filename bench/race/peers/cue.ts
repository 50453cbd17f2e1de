import { join } from 'node:path';
import { functionName } from './jsonnet.ts';
import type { Template } from '../template.ts';
import { writeFiles } from './files.ts';
import type { Peer } from './peer.ts';

/** A comprehension for each kind over the list of services; one JSON file, which it prints faster than YAML. */
export const cue: Peer = {
  input: 'a comprehension for each kind over the list of services, one JSON file',
  prepare({ model: { families, plain } }, folder, out, program) {
    writeFiles(folder, {
      'cue.mod/module.cue': 'module: "race.example/estate@v0"\nlanguage: version: "v0.15.0"\n',
      'templates.cue': [
        'package estate', '', 'import "list"', '',
        ...families.flatMap(({ name, groups }) => groups.map(({ id, template }) => `${functionName(name, id)}: [for s in ${name} {${print(template)}}]`)), '',
        `objects: list.Concat([plain, ${families.flatMap(({ name, groups }) => groups.map(({ id }) => functionName(name, id))).join(', ')}])`, '',
      ].join('\n'),
      ...Object.fromEntries(families.map(({ name, rows }) => [`${name}.cue`, `package estate\n\n${name}: ${JSON.stringify(rows)}\n`])),
      'plain.cue': `package estate\n\nplain: ${JSON.stringify(Object.values(plain).flat())}\n`,
    });
    return { program, args: ['export', '.', '--expression', 'objects', '--out', 'json', '--outfile', join(out, 'objects.json')], cwd: folder, env: { CUE_REGISTRY: 'none' } };
  },
};

/** Labels are quoted, so that none hides a name. */
function print(template: Template): string {
  switch (template.as) {
    case 'plain': return JSON.stringify(template.value);
    case 'map': return `{${template.entries.map(([key, value]) => `${JSON.stringify(key)}: ${print(value)}`).join(', ')}}`;
    case 'list': {
      const items = `[${template.items.map(print).join(', ')}]`;
      return template.tail === undefined ? items : `list.Concat([${items}, s.${template.tail}])`;
    }
    case 'text': return `"${template.parts.map((part) => ('text' in part ? JSON.stringify(part.text).slice(1, -1) : `\\(s.${part.field})`)).join('')}"`;
    case 'value': return `s.${template.field}`;
  }
}
