import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withEdits } from '../../../cli/check/edited.ts';
import { environmentInput } from '../../../cli/check/environments.ts';
import { emit, planTree } from '../../../engine/emit/index.ts';
import { Output } from '../../../engine/render/index.ts';
import { folderOf } from '../../engine/manifests/folder.ts';
import { rendered } from '../../fixtures/linyi.ts';

const { environment, output } = rendered('dev');
const part = new Output(environment);
part.objects.push(...output.objects.filter(({ application }) => ['core-mbs', 'pub-pss'].includes(application)));
const tree = planTree({ environment: 'dev', objects: part.objects });
const out = folderOf({});
const folder = join(out, 'dev');
const input = environmentInput({ environment, output: part, tree }, out);
const DEPLOYMENT = 'core/core-mbs/deployment.hsa-mbs.yaml';
const text = tree.files.get(DEPLOYMENT)!.content;
const objectsIn = ({ zones }: typeof input) => zones.flatMap(({ objects }) => objects);
const put = (file: string, content: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), content);
};

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  emit(out, [tree]);
});

it('is the source alone when there is no output', () => {
  expect(withEdits(input, join(out, 'never'))).toEqual({ input, files: [] });
});

it('is the source alone when the output is as synth wrote it', () => {
  expect(withEdits(input, folder)).toEqual({ input, files: [] });
});

it('takes an edited object as it stands, once, with the line that it now has', () => {
  put(DEPLOYMENT, `# edited\n${text.replace(/^( *)containers:\n/m, '$1hostPID: true\n$&')}`);
  const { input: edited, files } = withEdits(input, folder);
  const file = join(folder, DEPLOYMENT);
  expect(files).toEqual([file]);
  expect(objectsIn(edited)).toHaveLength(objectsIn(input).length);
  const [object, ...others] = objectsIn(edited).filter((each) => each.file === file);
  expect(others).toEqual([]);
  expect(object).toMatchObject({ zone: 'core', manifest: { spec: { template: { spec: { hostPID: true } } } }, construct: 'dev/core/mbs/hsa-mbs' });
  const { line, column } = edited.locate(object!, 'spec.template.spec.hostPID');
  expect(`# edited\n${text}`.split('\n').length).toBeGreaterThan(line);
  expect({ line: line > 1, column: column > 1 }).toEqual({ line: true, column: true });
  const other = objectsIn(edited).find((each) => each.file.endsWith('deployment.hsa-mbs-fsi.yaml'))!;
  expect(edited.locate(other, 'kind')).toEqual(input.locate(other, 'kind'));
});

it('adds an object that somebody laid beside the others, in its zone', () => {
  put('public/pub-pss/pod.extra.yaml', 'apiVersion: v1\nkind: Pod\nmetadata: {name: extra, namespace: pub-pss}\nspec: {containers: [{name: a, image: x}]}\n');
  const { input: edited, files } = withEdits(input, folder);
  expect(files).toEqual([join(folder, 'public/pub-pss/pod.extra.yaml')]);
  expect(objectsIn(edited)).toHaveLength(objectsIn(input).length + 1);
  expect(edited.zones.find(({ zone }) => zone === 'public')!.objects.at(-1)).toMatchObject({ manifest: { metadata: { name: 'extra' } } });
});

it('reports an edit that can no longer be read', () => {
  put(DEPLOYMENT, 'spec: [\n');
  const { input: edited, files } = withEdits(input, folder);
  expect(files).toEqual([join(folder, DEPLOYMENT)]);
  expect(edited.problems).toMatchObject([{ code: 'CHAMP1110', where: expect.stringContaining(DEPLOYMENT) }]);
});
