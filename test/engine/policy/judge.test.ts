import { judge, PolicyEstate, type EstateRule, type ObjectRule } from '../../../engine/policy/index.ts';
import { controls } from '../../../policies/controls/index.ts';

const text = { zh: '文', en: 'text' };
const object = (name: string, rest: object = {}) => ({ manifest: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, ...rest }, zone: '', file: `${name}.yaml` });
const everyObject: ObjectRule = { id: 'NSA-POD-08', on: [{ group: '', version: 'v1', kind: 'ConfigMap', resource: 'configmaps' }], fix: text, checks: [{ scope: 'object', field: '', expression: 'false' }] };

it('goes on past an object that cannot be read, which is a failure of the estate', () => {
  const torn = { ...object('torn'), manifest: { kind: 'ConfigMap', metadata: { name: 'torn' }, get apiVersion(): string { throw new Error('torn apart'); } } };
  const estate = new PolicyEstate([object('first'), torn, object('last')]);
  const findings = judge(estate, { controls, objectRules: [everyObject], estateRules: [] });
  expect(findings.map(({ at }) => at.file)).toEqual(['first.yaml', 'last.yaml']);
  expect(estate.failures).toEqual([{ at: torn, field: '', error: expect.objectContaining({ message: 'torn apart' }) }]);
});

it('goes on past a rule that stops, and keeps what it found until then', () => {
  const stops: EstateRule = { id: 'NSA-POD-09', fix: text, *find({ objects }) { yield { at: objects[0]!, field: 'a' }; throw new Error('stopped'); } };
  const finds: EstateRule = { id: 'NSA-POD-10', fix: text, find: ({ objects }) => [{ at: objects[0]!, field: 'b' }] };
  const estate = new PolicyEstate([object('first')]);
  const findings = judge(estate, { controls, objectRules: [], estateRules: [stops, finds] });
  expect(findings.map(({ rule, field }) => `${rule} ${field}`)).toEqual(['NSA-POD-09 a', 'NSA-POD-10 b']);
  expect(estate.failures).toEqual([{ rule: 'NSA-POD-09', field: '', error: expect.objectContaining({ message: 'stopped' }) }]);
});

it('leaves no failure where nothing failed', () => {
  const estate = new PolicyEstate([object('first')]);
  expect(judge(estate, { controls, objectRules: [everyObject], estateRules: [] })).toHaveLength(1);
  expect(estate.failures).toEqual([]);
});
