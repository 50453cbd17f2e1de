import { join } from 'node:path';
import { stringify } from 'yaml';
import { isList, isMap, type Json } from '../json.ts';
import type { Part, Template } from '../template.ts';
import { byNamespace, writeFiles } from './files.ts';
import type { Peer } from './peer.ts';

/** One chart: a template file for each kind, with `range` over the members that values.yaml lists. */
export const helm: Peer = {
  input: 'one chart, a template for each kind with range over the services of values.yaml',
  prepare({ model: { families, plain } }, folder, out, program) {
    const chart = join(folder, 'chart');
    writeFiles(chart, {
      'Chart.yaml': 'apiVersion: v2\nname: race\nversion: 1.0.0\n',
      ...Object.fromEntries(families.flatMap(({ name, rows, groups }) => groups.map(({ id, template }) => [
        `templates/${name}/${id}.yaml`, `{{- range .Values.${name} }}\n---\n${lines(template, 0, rows[0]!).join('\n')}\n{{- end }}\n`,
      ]))),
      ...Object.fromEntries(Object.entries(plain).flatMap(([cluster, manifests]) => [...byNamespace(manifests)].map(([namespace, list]) => [
        `templates/${cluster}/${namespace}.yaml`, list.map((each) => `---\n${escaped(stringify(each, { lineWidth: 0, version: '1.1', aliasDuplicateObjects: false }))}`).join(''),
      ]))),
    });
    const values = Object.fromEntries(families.map(({ name, rows }) => [name, rows]));
    writeFiles(folder, { 'values.yaml': stringify(values, { lineWidth: 0, version: '1.1', aliasDuplicateObjects: false }) });
    return {
      program, args: ['template', 'race', chart, '--values', join(folder, 'values.yaml'), '--output-dir', out], cwd: folder,
      env: Object.fromEntries(['CACHE', 'CONFIG', 'DATA'].map((kind) => [`HELM_${kind}_HOME`, join(folder, 'home')])),
    };
  },
};

/** Braces that are no action of the chart. */
const escaped = (text: string): string => text.replaceAll('{{', '{{ "{{" }}');

const part = (each: Part): string => ('text' in each ? escaped(JSON.stringify(each.text).slice(1, -1)) : `{{ .${each.field} }}`);

/** `row` tells what kind of value a field has. */
function lines(template: Template, indent: number, row: { readonly [key: string]: Json }): readonly string[] {
  const pad = ' '.repeat(indent);
  switch (template.as) {
    case 'plain':
      return stringify(template.value, { lineWidth: 0, version: '1.1', aliasDuplicateObjects: false }).trimEnd().split('\n').map((line) => `${pad}${escaped(line)}`);
    case 'map':
      return template.entries.flatMap(([key, value]) => under(`${pad}${JSON.stringify(key)}:`, value, indent + 2, row));
    case 'list':
      return [
        ...template.items.flatMap((item) => itemOf(lines(item, indent + 2, row), indent)),
        ...(template.tail === undefined ? [] : [`${pad}{{- with .${template.tail} }}`, `{{- toYaml . | nindent ${indent} }}`, `${pad}{{- end }}`]),
      ];
    case 'text':
      return [`${pad}"${template.parts.map(part).join('')}"`];
    case 'value': {
      const value = row[template.field]!;
      if (isMap(value) || isList(value)) return [`${pad}{{- toYaml .${template.field} | nindent ${indent} }}`];
      return [`${pad}{{ .${template.field}${typeof value === 'number' ? ' | int64' : typeof value === 'string' ? ' | quote' : ''} }}`];
    }
  }
}

function itemOf([first = '', ...rest]: readonly string[], indent: number): readonly string[] {
  return [`${' '.repeat(indent)}- ${first.trimStart()}`, ...rest];
}

/** A value on the line of its key where it is short, below it otherwise. */
function under(head: string, value: Template, indent: number, row: { readonly [key: string]: Json }): readonly string[] {
  if (value.as === 'plain' && (typeof value.value !== 'object' || value.value === null || Object.keys(value.value).length === 0)) {
    return [`${head} ${escaped(JSON.stringify(value.value))}`];
  }
  const below = lines(value, indent, row);
  const short = value.as === 'text' || (value.as === 'value' && typeof row[value.field] !== 'object');
  return short ? [`${head} ${below[0]!.trimStart()}`] : [head, ...below];
}
