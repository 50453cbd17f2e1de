import { lastDue, parseCron } from '../../../../engine/publish/windows/cron.ts';
import { heldApplications } from '../../../../engine/publish/windows/sync-windows.ts';

const HOUR = 3_600_000;

it.each(['* * * *', '60 * * * *', '* 24 * * *', '* * 0 * *', '* * * 13 *', '5-1 * * * *', '*/0 * * * *', 'x * * * *', '1/2/3 * * * *', ''])('takes %j for no schedule', (text) => {
  expect(parseCron(text)).toBeUndefined();
});

it.each([
  ['30 7 * * *', '2030-01-02T07:30:00Z', 'UTC', true], ['30 7 * * *', '2030-01-02T08:29:00Z', 'UTC', true], ['30 7 * * *', '2030-01-02T08:30:00Z', 'UTC', false], ['30 7 * * *', '2030-01-02T07:29:59Z', 'UTC', false],
  ['30 7 * * *', '2030-01-01T23:45:00Z', 'Asia/Shanghai', true], ['0 0 * * MON', '2030-01-07T00:10:00Z', 'UTC', true], ['0 0 * * 7', '2030-01-06T00:10:00Z', 'UTC', true],
  ['0 0 1 * 3', '2030-01-02T00:10:00Z', 'UTC', true], ['0 0 1 * 3', '2030-01-03T00:10:00Z', 'UTC', false], ['@daily', '2030-01-02T00:59:00Z', 'UTC', true], ['*/20 5-6 * JAN *', '2030-01-02T07:10:00Z', 'UTC', true],
  // 02:30 is never there on the day when the clock goes forward
  ['30 2 * * *', '2030-03-31T01:40:00Z', 'Europe/Berlin', false], ['30 3 * * *', '2030-03-31T01:40:00Z', 'Europe/Berlin', true],
])('an hour of %j is open at %s by the clock of %s: %j', (schedule, at, zone, isOpen) => {
  expect(lastDue(parseCron(schedule)!, new Date(at), HOUR, zone) !== undefined).toBe(isOpen);
});

const project = (...syncWindows: readonly unknown[]) => ({ file: 'linyi/core/argocd/appproject.p.yaml', manifest: { apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', metadata: { name: 'p' }, spec: { syncWindows } } });
const application = (name: string) => ({
  file: `linyi/core/argocd/application.${name}.yaml`,
  manifest: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name }, spec: { project: 'p', source: { path: `linyi/core/${name}` }, destination: { namespace: name, server: 'x' } } },
});
const deny = { kind: 'deny', schedule: '30 7 * * *', duration: '11h', timeZone: 'Asia/Shanghai', applications: ['*'], manualSync: true };
const held = (windows: readonly unknown[], at: string) => heldApplications([project(...windows), application('core-mbs'), application('core-pss')], ['linyi/core/core-mbs/x.yaml'], new Date(at));

it('names the changed Applications that a window holds, until when, and whether a person may sync', () => {
  expect(held([deny], '2030-01-02T02:00:00Z')).toEqual([{ zone: 'core', application: 'core-mbs', project: 'p', schedule: '30 7 * * * 11h', timeZone: 'Asia/Shanghai', until: '2030-01-02T10:30:00.000Z', manual: true }]);
  expect(held([deny], '2030-01-02T11:00:00Z')).toEqual([]);
});

it.each([
  ['a window of other applications', [{ ...deny, applications: ['pub-*'] }], false], ['a window by namespace', [{ ...deny, applications: [], namespaces: ['core-*'] }], true],
  ['two conditions of which one is met', [{ ...deny, namespaces: ['other'] }], true], ['two conditions that must both be met', [{ ...deny, namespaces: ['other'], andOperator: true }], false],
  ['a closed allow window', [{ ...deny, kind: 'allow', schedule: '0 20 * * *', duration: '1h' }], true], ['an open allow window', [{ ...deny, kind: 'allow' }], false],
  ['an unreadable window', [{ ...deny, schedule: 'x' }], false], ['an unknown time zone', [{ ...deny, timeZone: 'Nowhere/Land' }], false],
])('judges %s', (_, windows, isHeld) => {
  expect(held(windows, '2030-01-02T02:00:00Z').length > 0).toBe(isHeld);
});

it('lets a person sync only if every closed window does', () => {
  expect(held([deny, { ...deny, manualSync: false }], '2030-01-02T02:00:00Z')).toMatchObject([{ manual: false }]);
});
