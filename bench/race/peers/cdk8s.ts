import { join } from 'node:path';
import type { Family } from '../factor.ts';
import { byNamespace, writeFiles } from './files.ts';
import { functionName, keyField, print } from './jsonnet.ts';
import type { Peer } from './peer.ts';

/** A program as cdk8s's own documentation has it: a chart for each service, `App.synth` as it is by default. */
export const cdk8s: Peer = {
  input: 'a chart for each service with an ApiObject for each kind, App.synth by default settings',
  prepare({ model: { families, plain } }, folder, out, program) {
    const expression = (id: string, template: Family['groups'][number]['template']) => `const ${id} = (s) => (${print(template, (items, field) => `[${items === '' ? '' : `${items}, `}...s.${field}]`)});`;
    const charts = Object.fromEntries(Object.entries(plain).flatMap(([cluster, manifests]) => [...byNamespace(manifests)].map(([namespace, list]) => [`${cluster}-${namespace}`, list])));
    writeFiles(folder, {
      'main.js': [
        `const { ApiObject, App, Chart } = require(${JSON.stringify(require.resolve('cdk8s'))});`, '',
        ...families.flatMap(({ name, groups }) => groups.map(({ id, template }) => expression(functionName(name, id), template))), '',
        ...families.map(({ name, rows, groups }) => [
          `class ${className(name)} extends Chart {`, '  constructor(scope, s) {', `    super(scope, s.${keyField(rows)});`,
          ...groups.map(({ id }) => `    new ApiObject(this, '${id}', ${functionName(name, id)}(s));`), '  }', '}',
        ].join('\n')), '',
        'const app = new App({ outdir: process.argv[2] });',
        ...families.map(({ name }) => `for (const s of require('./${name}.json')) new ${className(name)}(app, s);`),
        'for (const [name, objects] of Object.entries(require(\'./plain.json\'))) {', '  const chart = new Chart(app, name);',
        '  objects.forEach((object, index) => new ApiObject(chart, `object-${index}`, object));', '}', 'app.synth();', '',
      ].join('\n'),
      ...Object.fromEntries(families.map(({ name, rows }) => [`${name}.json`, JSON.stringify(rows)])),
      'plain.json': JSON.stringify(charts),
    });
    return { program, args: [join(folder, 'main.js'), out], cwd: folder };
  },
};

const className = (name: Family['name']): string => (name === 'services' ? 'ServiceChart' : 'SubsystemChart');
