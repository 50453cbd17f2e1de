import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentInput } from '../../../cli/check/environments.ts';
import { rendered } from '../../fixtures/linyi.ts';

const { environment, output, tree } = rendered('dev');
const input = environmentInput({ environment, output, tree });
const objects = input.zones.flatMap((zone) => zone.objects);

it('has every object once, in its zone, with file, construct and source', () => {
  expect(objects).toHaveLength(output.objects.length);
  for (const { zone, objects: own } of input.zones) expect(own.every((each) => each.zone === zone && each.file.startsWith(`dist/dev/${zone}/`))).toBe(true);
  expect(objects.find(({ file }) => file === 'dist/dev/core/core-mbs/deployment.hsa-mbs.yaml')).toMatchObject({
    manifest: { kind: 'Deployment' }, construct: 'dev/core/mbs/hsa-mbs', source: expect.stringContaining('apps/medical-insurance/mbs.ts'),
  });
});

it('has the files of the control plane beside the objects', () => {
  expect(input.zones.flatMap(({ files }) => files).map(({ file }) => file).sort()).toEqual(output.files.map(({ file }) => `dist/dev/${file}`).sort());
});

it('names files that synth writes', () => {
  expect(objects.filter(({ file }) => !tree.files.has(file.slice('dist/dev/'.length)))).toEqual([]);
  expect(environmentInput({ environment, output, tree }, join('some', 'out')).zones[0]!.objects[0]!.file).toMatch(/^some\/out\/dev\/core\//);
});

it('finds the line of a field in the text that synth writes, without a file on disk', () => {
  const object = objects.find(({ file }) => file.endsWith('deployment.hsa-mbs.yaml'))!;
  const { line, column } = input.locate(object, 'spec.template.spec.containers[0].image');
  const text = tree.files.get(object.file.slice('dist/dev/'.length))!.content.split('\n')[line - 1]!;
  expect(text.slice(column - 1)).toMatch(/^image: /);
});

it('has the version and the waivers of the environment, with their place', () => {
  expect(input.kubernetes).toBe(environment.props.kubernetes);
  expect(input.waivers).toHaveLength(environment.facts.waivers.length);
  for (const { id, where } of input.waivers) {
    const [, file, line] = /^(.*):(\d+):\d+$/.exec(where)!;
    expect(readFileSync(join(__dirname, '..', '..', '..', file!), 'utf8').split('\n')[Number(line) - 1]).toContain(id);
  }
});

it('asks offline what the ConfigMap of each zone asks for in the cluster', () => {
  for (const { zone, params } of input.zones) {
    const map = output.objects.find(({ manifest, zone: of }) => of === zone && manifest.kind === 'ConfigMap' && manifest.metadata.name === 'champ-policy-params')!;
    expect(params).toEqual(map.manifest['data']);
  }
});
