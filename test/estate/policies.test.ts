/** Every environment of the repository by every rule: what an application violates fails here, with the way to mend it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentInput } from '../../cli/check/environments.ts';
import { check } from '../../cli/check/run.ts';
import { environmentNames } from '../../cli/estate/environments.ts';
import type { Rendered } from '../../cli/estate/index.ts';
import { planTree } from '../../engine/emit/index.ts';
import type { RenderedObject } from '../../engine/manifest.ts';
import { Output } from '../../engine/render/index.ts';
import type { CheckReport } from '../../engine/report/index.ts';
import { FAILED } from '../../engine/waivers/index.ts';
import { rendered } from '../fixtures/linyi.ts';

type Json = Record<string, unknown>;

const NAMES = ['dev', 'linyi'] as const;

/** On the last day on which all waivers hold: the clock is asked by `champ check` alone. */
function report(all: Rendered, date?: string): CheckReport {
  const [first] = all.environment.facts.waivers.map(({ expires }) => expires).sort();
  return check([environmentInput(all)], { profile: 'nsa-cisa', date: date ?? first ?? '2026-01-01' });
}

/** What a failing test shows of a finding. */
const inWords = ({ findings }: CheckReport): readonly string[] => findings.map(({ rule, object: { kind, namespace, name }, container, field, file, line, column, source, message, fix }) =>
  `${rule} ${kind} ${namespace}/${name}${container ? ` (${container})` : ''} ${field} at ${file}:${line}:${column}, from ${source}: ${message.en} -> fix: ${fix.en}`);

it('looks at every environment of the repository', () => {
  expect(environmentNames()).toEqual(NAMES);
});

describe.each(NAMES)('%s', (name) => {
  const judged = report(rendered(name));

  it('has no finding beyond its waivers', () => {
    expect(inWords(judged)).toEqual([]);
  });

  it('has only waivers that are needed, and each as narrow as its findings', () => {
    expect(judged.waivers.filter(({ state }) => FAILED.has(state)).map(({ waiver: { id, rule, where }, state }) => `${id} ${rule} is ${state} at ${where}`)).toEqual([]);
    expect(judged.waived.length).toBeGreaterThanOrEqual(judged.waivers.length);
  });

  it('has a verdict for every control, and says what is not judged', () => {
    expect(judged.coverage).toHaveLength(97);
    expect(judged.coverage.filter(({ status }) => status === 'failed')).toEqual([]);
    const charts = rendered(name).output.objects.filter(({ manifest }) => manifest.kind === 'Application' && JSON.stringify(manifest['spec']).includes('"chart":'));
    expect(judged.notJudged.map(({ file }) => file)).toEqual(expect.arrayContaining(charts.map(({ manifest, zone }) => `dist/${name}/${zone}/operators/application.${manifest.metadata.name}.yaml`)));
  });
});

it('would have findings in every place that has a waiver, were it not for the waivers', () => {
  const without = report(rendered('linyi'), '9999-12-31');
  expect(without.waived).toEqual([]);
  const found = without.findings.map(({ rule, object: { kind, namespace, name } }) => `${rule} ${kind} ${namespace}/${name}`);
  expect(found).toEqual(expect.arrayContaining(rendered('linyi').environment.facts.waivers.map(({ rule, target: { kind, namespace = '', name } }) => `${rule} ${kind} ${namespace}/${name}`)));
});

describe('a violation in one application', () => {
  const FILE = 'core/core-mbs/deployment.hsa-mbs.yaml';
  const all = rendered('linyi');

  /** The estate with another Deployment of hsa-mbs. */
  function changed(change: (container: Json, pod: Json) => void): Rendered {
    const output = new Output(all.environment);
    output.files.push(...all.output.files);
    output.objects.push(...all.output.objects.map((each): RenderedObject => {
      if (each.manifest.kind !== 'Deployment' || each.manifest.metadata.name !== 'hsa-mbs') return each;
      // structuredClone makes objects of another realm here, which the evaluator does not take
      const manifest = JSON.parse(JSON.stringify(each.manifest)) as typeof each.manifest;
      const pod = (manifest['spec'] as { template: { spec: Json & { containers: Json[] } } }).template.spec;
      change(pod.containers[0]!, pod);
      return { ...each, manifest };
    }));
    return { environment: all.environment, output, tree: planTree({ environment: 'linyi', objects: output.objects.filter(({ application }) => application === 'core-mbs') }) };
  }

  it('fails with rule, object, container, field, line, source and the fix in words', () => {
    const mutant = changed((container) => Object.assign(container['securityContext'] as object, { privileged: true }));
    const judged = report(mutant);
    const [finding] = judged.findings;
    expect(finding).toMatchObject({
      rule: 'NSA-POD-08', object: { kind: 'Deployment', namespace: 'core-mbs', name: 'hsa-mbs' }, zone: 'core', container: 'app',
      field: 'spec.template.spec.containers[0].securityContext.privileged', construct: 'linyi/core/mbs/hsa-mbs', source: 'apps/medical-insurance/mbs.ts', file: `dist/linyi/${FILE}`,
    });
    expect(readFileSync(join(__dirname, '..', '..', 'apps', 'medical-insurance', 'mbs.ts'), 'utf8')).toContain("'hsa-mbs'");
    expect(mutant.tree.files.get(FILE)!.content.split('\n')[finding!.line - 1]!.slice(finding!.column - 1)).toBe('privileged: true');
    expect(inWords(judged)).toEqual([
      expect.stringMatching(
        /^NSA-POD-08 Deployment core-mbs\/hsa-mbs \(app\) spec\S+privileged at dist\/linyi\/core\/core-mbs\/deployment\.hsa-mbs\.yaml:\d+:\d+, from apps\S+: No privileged containers -> fix: .*privileged/,
      ),
      expect.stringMatching(/^NSA-POD-14 .*allowPrivilegeEscalation: false contradicts privileged/),
    ]);
  });

  it.each<[string, string, Parameters<typeof changed>[0]]>([
    ['NSA-POD-06', 'a writable root file system', (container) => Object.assign(container['securityContext'] as object, { readOnlyRootFilesystem: false })],
    ['NSA-POD-09', 'the processes of the node', (_, pod) => Object.assign(pod, { hostPID: true })],
    ['NSA-NET-25', 'a password in clear', (container) => Object.assign(container, { env: [{ name: 'DB_PASSWORD', value: ['Tr0ub4dor', '3xyzzy'].join('&') }] })],
    ['NSA-NET-15', 'no limits', (container) => Object.assign(container, { resources: {} })],
    ['NSA-POD-25', 'an image by tag', (container) => Object.assign(container, { image: String(container['image']).replace(/@.*$/, '') })],
  ])('is found by %s for %s', (rule, _, change) => {
    const found = report(changed(change)).findings;
    expect(found.map((each) => `${each.rule} ${each.file}`)).toContain(`${rule} dist/linyi/${FILE}`);
    expect(found.filter(({ file }) => file !== `dist/linyi/${FILE}`)).toEqual([]);
  });
});
