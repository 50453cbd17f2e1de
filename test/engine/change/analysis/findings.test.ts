import { Belonging, findingChange, pairsOf } from '../../../../engine/change/analysis/index.ts';
import type { Change, SideEnvironment } from '../../../../engine/change/index.ts';
import { compareEnvironments } from '../../../../engine/change/compare.ts';
import { contextOf } from '../../../fixtures/changes/context.ts';
import { run } from '../../../fixtures/changes/case.ts';
import { CONFIG, RELEASES, SIZES } from '../../../fixtures/changes/everyday.ts';
import { both, editing, sideOf, without } from '../../../fixtures/changes/estate.ts';
import { LOG_AGENT } from '../../../fixtures/changes/waivers.ts';

jest.setTimeout(120_000);

const base = sideOf();
const { policy } = contextOf(base.rendered);
const DAY = '2030-01-01';

const findings = (before: SideEnvironment, after: SideEnvironment, more: readonly Change[] = [], date = DAY) => {
  const [pair] = pairsOf([before], [after], [...compareEnvironments(before, after), ...more]);
  const { appeared, gone } = findingChange(pair!, policy, date, new Belonging(pair!));
  const shown = (rows: typeof appeared) => rows.map(({ rule, object, field }) => `${rule} ${object} ${field}`).sort();
  return { appeared: shown(appeared), gone: shown(gone) };
};

const app = (edit: (container: any) => void) => sideOf({ objects: editing('Deployment', 'hsa-pss-pw', (copy) => edit(copy.spec.template.spec.containers[0])) }).side;
const root = app((each) => { each.securityContext.runAsUser = 0; });

describe('findings', () => {
  it('appear on the head and go from the base, each with its rule, object and field', () => {
    const { appeared } = findings(base.side, root);
    expect(appeared).toContain('NSA-POD-02 Deployment/pub-pss/hsa-pss-pw spec.template.spec.containers[0].securityContext.runAsUser');
    expect(findings(root, base.side)).toEqual({ appeared: [], gone: appeared });
  });

  it('of a rule over several objects appear too', () => {
    const { appeared } = findings(base.side, sideOf({ objects: without('Deployment', 'hsa-pss-pw') }).side);
    expect(appeared.filter((each) => each.startsWith('NSA-UPG-03'))).toContain('NSA-UPG-03 Service/pub-pss/hsa-pss-pw spec.selector');
  });

  it('that only moved in a list are the same', () => {
    const two = (order: readonly string[]) => sideOf({ objects: editing('Deployment', 'hsa-pss-pw', (copy) => { copy.spec.template.spec.volumes = [...order.map((path) => ({ name: path, hostPath: { path: `/${path}` } })), ...copy.spec.template.spec.volumes]; }) }).side;
    expect(findings(two(['a', 'b']), two(['b', 'a']))).toEqual({ appeared: [], gone: [] });
  });

  it('that a waiver covers have not appeared, and do when the waiver goes or is over', () => {
    const waived = sideOf({ overrides: { waivers: [LOG_AGENT] } }).side;
    expect(findings(waived, base.side).appeared).toEqual(['NSA-POD-12 DaemonSet/core-agents/fluent-bit spec.template.spec.volumes[3].hostPath']);
    expect(findings(base.side, waived)).toEqual({ appeared: [], gone: ['NSA-POD-12 DaemonSet/core-agents/fluent-bit spec.template.spec.volumes[3].hostPath'] });
    expect(findings(base.side, waived, [], '2031-01-01')).toEqual({ appeared: [], gone: [] });
  });

  it('are those of all objects when another default or level holds for them', () => {
    const bare = editing('Deployment', 'hsa-pss-pw', (copy) => { delete copy.spec.template.spec.containers[0].resources.limits.cpu; });
    const none = editing('LimitRange', 'pub-pss', (copy) => { delete copy.spec.limits[0].default; delete copy.spec.limits[0].max; });
    const { appeared } = findings(sideOf({ objects: bare }).side, sideOf({ objects: both(bare, none) }).side);
    expect(appeared).toContain('NSA-NET-15 Deployment/pub-pss/hsa-pss-pw spec.template.spec.containers[0].resources.limits.cpu');
  });
});

/** A file that nobody looks at makes the whole zone judged. */
const everything = (zones: readonly string[]): readonly Change[] => [...new Set(zones)].map((zone) => ({ class: 'changed', environment: 'small', zone, application: '', file: `${zone}/x`, path: '', source: '', object: { apiVersion: '', kind: 'File', name: `${zone}/x` }, fields: [{ field: 'content' }] }));

describe('what is found from the changed objects alone', () => {
  // every second one: each is judged twice, once as a whole
  it.each([...RELEASES, ...CONFIG, ...SIZES].filter((_, index) => index % 2 === 0).map((each) => [each.name, each] as const))('is what is found from all of them: %s', (_, { base: from = {}, head = {} }) => {
    const [before, after] = [sideOf(from!), sideOf(head!)];
    expect(findings(before.side, after.side)).toEqual(findings(before.side, after.side, everything(compareEnvironments(before.side, after.side).map(({ zone }) => zone))));
  });

  it.each([
    ['a credential in the environment', app((each) => { each.env.push({ name: 'DB_PASSWORD', value: 'kT8wq29ZpLm4Xv7c' }); })],
    ['an image without its digest', app((each) => { each.image = each.image.split('@')[0]; })],
    ['a missing limit', app((each) => { delete each.resources.limits; })],
    ['a credential in a file', sideOf({ objects: editing('ConfigMap', 'hsa-pss-pw-config', (copy) => { copy.data['extra.properties'] = 'db.password=kT8wq29ZpLm4Xv7c\n'; }) }).side],
  ])('has %s', (_, after) => {
    const found = findings(base.side, after);
    expect(found.appeared.length).toBeGreaterThan(0);
    expect(found).toEqual(findings(base.side, after, everything(['public'])));
  });
});

it('is left out without rules', () => {
  const { report } = run({ name: 'a', head: { objects: editing('Deployment', 'hsa-pss-pw', (copy) => { copy.spec.template.spec.hostNetwork = true; }) }, context: { policy: undefined }, classes: [], risk: 'low' });
  expect(report.findings).toEqual({ appeared: [], gone: [] });
});
