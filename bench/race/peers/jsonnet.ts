import { join } from 'node:path';
import type { Template } from '../template.ts';
import type { Family } from '../factor.ts';
import { writeFiles } from './files.ts';
import type { Peer } from './peer.ts';

/** A function for each kind, applied to the members of a list; one JSON file for each object, which it prints faster than YAML. */
export const jsonnet: Peer = {
  input: 'a function for each kind over the list of services, one JSON file for each object',
  prepare({ model: { families, plain } }, folder, out, program) {
    writeFiles(folder, {
      'main.jsonnet': [
        ...families.map(({ name }) => `local ${name} = import '${name}.json';`), 'local plain = import \'plain.json\';',
        ...families.flatMap(({ name, groups }) => groups.map(({ id, template }) => `local ${functionName(name, id)}(s) = ${print(template)};`)), '',
        ...families.flatMap(({ name, rows, groups }) => groups.map(({ id }) => `{ ['${name}/' + s.${keyField(rows)} + '/${id}.json']: ${functionName(name, id)}(s) for s in ${name} } +`)),
        '{ [\'plain/\' + i + \'.json\']: plain[i] for i in std.range(0, std.length(plain) - 1) }', '',
      ].join('\n'),
      ...Object.fromEntries(families.map(({ name, rows }) => [`${name}.json`, JSON.stringify(rows)])),
      'plain.json': JSON.stringify(Object.values(plain).flat()),
    });
    return { program, args: ['-c', '-m', out, 'main.jsonnet'], cwd: folder, out: join(folder, 'files.txt') };
  },
};

/** The column that names a member. */
export const keyField = (rows: Family['rows']): string => Object.keys(rows[0]!)[0]!;

export const functionName = (family: string, id: string): string => `${family}_${id.replaceAll('-', '_')}`;

/** The same expression in jsonnet and JavaScript, but for a tail. */
export function print(template: Template, tail: (items: string, field: string) => string = (items, field) => `[${items}] + s.${field}`): string {
  switch (template.as) {
    case 'plain': return JSON.stringify(template.value);
    case 'map': return `{${template.entries.map(([key, value]) => `${JSON.stringify(key)}: ${print(value, tail)}`).join(', ')}}`;
    case 'list': {
      const items = template.items.map((item) => print(item, tail)).join(', ');
      return template.tail === undefined ? `[${items}]` : tail(items, template.tail);
    }
    case 'text': {
      const parts = template.parts.map((part) => ('text' in part ? JSON.stringify(part.text) : `s.${part.field}`));
      // a text even where the first part is a number
      return parts.length > 1 || 'text' in template.parts[0]! ? `${'text' in template.parts[0]! ? '' : '"" + '}${parts.join(' + ')}` : parts[0]!;
    }
    case 'value': return `s.${template.field}`;
  }
}
