import { coverage, type CoverageInput } from '../../../cli/check/coverage.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { PolicyEstate, type Control, type EstateFile, type EstateRule, type ObjectRule } from '../../../engine/policy/index.ts';
import { manifest, pod } from './input.ts';

const text = { zh: 'x', en: 'x' };
const control = (id: string, more: Partial<Control> = {}): Control =>
  ({ id, title: text, section: 's', origin: 'guide', decided: 'object', severity: 'high', rationale: text, ...more });
const onPods = (id: string, more: Partial<ObjectRule> = {}): ObjectRule => ({ id, on: 'pods', checks: [{ scope: 'pod', expression: 'true', field: 'x' }], fix: text, ...more });
const onRoles = (id: string): ObjectRule => onPods(id, { on: [{ group: 'rbac.authorization.k8s.io', version: 'v1', kind: 'Role', resource: 'roles' }] });
const overAll = (id: string, more: Partial<EstateRule> = {}): EstateRule => ({ id, fix: text, find: () => [], ...more });
const estate = (manifests: readonly Manifest[] = [], files: readonly EstateFile[] = []) => new PolicyEstate(manifests.map((each) => ({ manifest: each, zone: '', file: 'f' })), files);

function statusOf(row: Control, more: Partial<CoverageInput> = {}): string {
  const [found] = coverage({
    controls: [row], objectRules: [onPods('A')], estateRules: [], judged: new Set(['A']), estates: [estate([pod('p')])], open: new Map(), waived: new Map(), ...more,
  });
  return found!.status;
}

it('has a row for every control, in the order of the list, with what the control says', () => {
  const controls = [control('B', { level: 'baseline', elsewhere: text }), control('A', { severity: 'low' }), control('C')];
  const rows = coverage({ controls, objectRules: [], estateRules: [], judged: new Set(), estates: [], open: new Map([['A', 2]]), waived: new Map([['A', 1]]) });
  expect(rows).toMatchObject([{ id: 'B', level: 'baseline', elsewhere: text }, { id: 'A', severity: 'low', findings: 2, waived: 1 }, { id: 'C', findings: 0, waived: 0 }]);
});

it('is passed where the objects that it speaks of are there and nothing is found', () => {
  expect(statusOf(control('A'))).toBe('passed');
});

it('is failed with an open finding, also beside waived ones, and waived with those alone', () => {
  expect(statusOf(control('A'), { open: new Map([['A', 1]]), waived: new Map([['A', 1]]) })).toBe('failed');
  expect(statusOf(control('A'), { waived: new Map([['A', 1]]) })).toBe('waived');
});

it('is partly judged where others decide the rest', () => {
  expect(statusOf(control('A', { elsewhere: text }))).toBe('partly');
});

it('is decided elsewhere without a rule in this run', () => {
  expect(statusOf(control('A', { decided: 'process', elsewhere: text }), { judged: new Set(), objectRules: [] })).toBe('elsewhere');
});

describe('is absent, which is no pass,', () => {
  it('for pods without any pod', () => {
    expect(statusOf(control('A'), { estates: [estate([manifest('Service', 's')])] })).toBe('absent');
    expect(statusOf(control('A'), { estates: [estate(), estate([pod('p')])] })).toBe('passed');
  });

  it('for a kind without an object of that kind and group', () => {
    const role = (apiVersion: string) => ({ objectRules: [onRoles('A')], estates: [estate([manifest('Role', 'r', {}, apiVersion)])] });
    expect(statusOf(control('A'), role('rbac.authorization.k8s.io/v1'))).toBe('passed');
    expect(statusOf(control('A'), role('other.example/v1'))).toBe('absent');
  });

  it('for files of the control plane without any', () => {
    const row = control('A', { decided: 'file' });
    const rules = { objectRules: [], estateRules: [overAll('A')] };
    expect(statusOf(row, rules)).toBe('absent');
    expect(statusOf(row, { ...rules, estates: [estate([], [{ zone: '', file: 'f', content: {} }])] })).toBe('passed');
  });

  it('for a rule over the estate that says so itself, or without an object', () => {
    const rules = (present?: EstateRule['present']) => ({ objectRules: [], estateRules: [overAll('A', { present })] });
    expect(statusOf(control('A'), rules())).toBe('passed');
    expect(statusOf(control('A'), { ...rules(), estates: [estate()] })).toBe('absent');
    expect(statusOf(control('A'), rules(() => false))).toBe('absent');
  });
});

it('says which controls stand in the cluster as well', () => {
  const rows = (objectRules: readonly ObjectRule[]) => coverage({ controls: [control('A')], objectRules, estateRules: [], judged: new Set(), estates: [], open: new Map(), waived: new Map() }).map(({ admission }) => admission);
  expect([rows([onPods('A')]), rows([onPods('A', { admission: false })]), rows([])]).toEqual([[true], [false], [false]]);
});
