import { HEALTH_CHECKS, healthSettings, JUDGED_BY_ARGOCD, STATUSLESS_KINDS } from '../../../../../engine/render/argocd/health/index.ts';
import { rendered } from '../../../../fixtures/linyi.ts';

jest.setTimeout(120_000);

const key = ({ group, kind }: { readonly group: string; readonly kind: string }) => `${group}/${kind}`;
const lists = { judged: JUDGED_BY_ARGOCD.map(key), statusless: STATUSLESS_KINDS.map(key), checked: HEALTH_CHECKS.map(key) };
const all = [...lists.judged, ...lists.statusless, ...lists.checked];
const emitted = new Set((['linyi', 'dev'] as const).flatMap((name) => rendered(name).output.objects.map(({ manifest: { apiVersion, kind } }) => `${apiVersion.includes('/') ? apiVersion.split('/')[0]! : ''}/${kind}`)));

it('every kind of the estates is judged by ArgoCD, has nothing to judge, or has a check here', () => {
  expect([...emitted].filter((each) => !all.includes(each))).toEqual([]);
});

it('each kind has one place, and no list names a kind that no estate has', () => {
  expect(all.filter((each, index) => all.indexOf(each) !== index)).toEqual([]);
  expect(all.filter((each) => !emitted.has(each))).toEqual([]);
});

it('each kind without a verdict has its reason', () => {
  for (const { why } of STATUSLESS_KINDS) expect(why).toMatch(/\w{3}/);
});

it('settings are keyed as ArgoCD reads them, the core group without a prefix', () => {
  expect(Object.keys(healthSettings())).toEqual(expect.arrayContaining(['resource.customizations.health.Namespace', 'resource.customizations.health.argoproj.io_Application']));
});
