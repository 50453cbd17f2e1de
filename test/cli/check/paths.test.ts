import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathInputs } from '../../../cli/check/paths.ts';
import { check } from '../../../cli/check/run.ts';
import { emit, planTree } from '../../../engine/emit/index.ts';
import { configMap, folderOf } from '../../engine/manifests/folder.ts';
import { rendered } from '../../fixtures/linyi.ts';

const kinds = (input: ReturnType<typeof pathInputs>[number]) => input.zones.flatMap(({ zone, objects }) => objects.map(({ manifest }) => `${zone}/${manifest.kind}/${manifest.metadata.name}`));

describe('manifests of others', () => {
  it('are one input in one cluster, without waivers, facts or a version of its own', () => {
    const folder = folderOf({ 'a.yaml': configMap('a'), 'deep/b.yaml': configMap('b') });
    const inputs = pathInputs([folder]);
    expect(inputs).toMatchObject([{ name: 'manifests', waivers: [], problems: [], notJudged: [], zones: [{ zone: '', facts: {}, params: {} }] }]);
    expect(inputs[0]!.kubernetes).toBeUndefined();
    expect(kinds(inputs[0]!)).toEqual(['/ConfigMap/a', '/ConfigMap/b']);
  });

  it('are judged beside what cannot be read and what holds no object', () => {
    const folder = folderOf({ 'a.yaml': configMap('a'), 'broken.yaml': 'a: [\n', 'chart/Chart.yaml': 'name: c\n', 'chart/values.yaml': 'a: 1\n' });
    const [input] = pathInputs([folder]);
    expect(kinds(input!)).toEqual(['/ConfigMap/a']);
    expect(input!.problems.map(({ code, where }) => `${code} ${where.slice(folder.length)}`)).toEqual(expect.arrayContaining([expect.stringMatching(/^CHAMP1110 \/broken.yaml:/), 'CHAMP6014 /chart/Chart.yaml']));
    expect(input!.notJudged).toMatchObject([{ what: `${folder}/chart/Chart.yaml` }, { what: `${folder}/chart/values.yaml`, file: `${folder}/chart/values.yaml` }]);
  });

  it('are still an input when nothing of them can be read', () => {
    const folder = folderOf({});
    expect(pathInputs([join(folder, 'gone'), folder])).toMatchObject([{ name: `${folder}/gone ${folder}`, zones: [] }]);
    expect(pathInputs([join(folder, 'gone'), folder])[0]!.problems.map(({ code }) => code).sort()).toEqual(['CHAMP6001', 'CHAMP6003']);
  });
});

describe('the output of an environment', () => {
  const { environment, output, tree } = rendered('dev');
  const out = folderOf({ 'vendor/pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop}\nspec:\n  hostNetwork: true\n  containers: [{name: app, image: x}]\n' });
  const dev = join(out, 'dev');
  emit(out, [tree]);

  it('is judged as its environment is: zones, version, waivers, no finding', () => {
    const inputs = pathInputs([dev]);
    expect(inputs).toMatchObject([{ name: 'dev', kubernetes: environment.props.kubernetes, problems: [], zones: [{ zone: 'core' }, { zone: 'public' }] }]);
    const report = check(inputs, { profile: 'nsa-cisa', date: '2026-01-01' });
    expect(report.findings.map(({ rule, file, field }) => `${rule} ${file} ${field}`)).toEqual([]);
    expect(report.waivers.map(({ state }) => state)).toEqual(environment.facts.waivers.map(() => 'used'));
  });

  it('keeps its facts in the folder of one zone, and in one file', () => {
    for (const path of [join(dev, 'core'), join(dev, 'core', 'core-mbs', 'deployment.hsa-mbs.yaml')]) {
      const inputs = pathInputs([path]);
      expect(inputs).toMatchObject([{ name: 'dev', zones: [{ zone: 'core', facts: { registries: [`${environment.props.registry}/`] } }] }]);
    }
  });

  it('is another input than manifests of others beside it', () => {
    const inputs = pathInputs([join(dev, 'public', 'pub-pss'), join(out, 'vendor')]);
    expect(inputs.map(({ name, zones }) => `${name}: ${zones.map(({ zone }) => zone).join(' ')}`).sort()).toEqual(['dev: public', 'manifests: ']);
    const { findings } = check(inputs, { profile: 'pss-baseline', date: '2026-01-01' });
    expect(findings.filter(({ rule }) => rule === 'NSA-POD-11')).toMatchObject([{ object: { name: 'p' }, zone: 'manifests/', line: 5, column: 3 }]);
  });

  it('is judged by itself when no environment of the repository has its name', () => {
    const strange = folderOf({});
    emit(strange, [planTree({ environment: 'elsewhere', objects: output.objects.filter(({ manifest }) => manifest.kind === 'Namespace') })]);
    const [input] = pathInputs([join(strange, 'elsewhere')]);
    expect(input).toMatchObject({ waivers: [], zones: [{ zone: 'core', facts: {} }, { zone: 'public', facts: {} }] });
  });

  it('is judged as it stands when somebody edited it', () => {
    const file = join(dev, 'core', 'core-mbs', 'deployment.hsa-mbs.yaml');
    const text = tree.files.get('core/core-mbs/deployment.hsa-mbs.yaml')!.content;
    writeFileSync(file, text.replace(/^( *)containers:\n/m, '$1hostPID: true\n$&'));
    const { findings } = check(pathInputs([file]), { profile: 'pss-baseline', date: '2026-01-01' });
    writeFileSync(file, text);
    expect(findings).toMatchObject([{ rule: expect.stringMatching(/^NSA-POD-/), field: 'spec.template.spec.hostPID', file, construct: 'dev/core/mbs/hsa-mbs', source: expect.stringContaining('apps/medical-insurance/mbs.ts') }]);
  });
});
