import { landing, type Target } from '../../../engine/argocd/index.ts';
import { application } from '../../fixtures/argocd.ts';

const [BEFORE, COMMIT, AFTER] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string];
const PUSHED = '2026-03-01T10:00:00Z';
const target = (changed: boolean): Target => ({ commit: COMMIT, since: PUSHED, has: (revision) => revision === COMMIT || revision === AFTER, changed: (_, revision) => changed && revision !== COMMIT && revision !== AFTER });

interface Row {
  readonly revision?: string;
  readonly sync?: string;
  readonly health?: string;
  readonly reconciledAt?: string;
  readonly operation?: { readonly phase: string; readonly revision: string; readonly message?: string };
  readonly pending?: object;
  readonly source?: object;
}
const at = ({ revision = COMMIT, sync = 'Synced', health = 'Healthy', reconciledAt = '2026-03-01T10:00:05Z', operation, pending, source }: Row) => ({
  application: application('core-mbs', {
    ...(source ? { spec: { source } } : {}), ...(pending ? { operation: pending } : {}),
    status: { sync: { status: sync, revision }, health: { status: health }, reconciledAt, ...(operation ? { operationState: { phase: operation.phase, message: operation.message ?? '', syncResult: { revision: operation.revision } } } : {}) },
  }) as never,
});
const done = (revision: string) => ({ phase: 'Succeeded', revision });

it.each<[string, Row, boolean, string, string]>([
  ['at the commit, its folder changed, synced', { operation: done(COMMIT) }, true, 'landed', ''],
  ['at a descendant, synced there', { revision: AFTER, operation: done(AFTER) }, true, 'landed', ''],
  ['at the commit, its folder unchanged since its last sync', { operation: done(BEFORE) }, false, 'landed', ''],
  ['at the commit, its folder unchanged, never synced', {}, false, 'landed', ''],
  ['before the commit, all green', { revision: BEFORE, operation: done(BEFORE) }, true, 'waiting', 'behind'],
  ['never compared', { revision: '' }, true, 'waiting', 'unreconciled'],
  ['compared before the push', { reconciledAt: '2026-03-01T09:59:58Z', operation: done(COMMIT) }, true, 'waiting', 'unreconciled'],
  ['compared in the second of the push', { reconciledAt: '2026-03-01T10:00:00Z', operation: done(COMMIT) }, true, 'landed', ''],
  ['OutOfSync', { sync: 'OutOfSync', operation: done(COMMIT) }, true, 'waiting', ''],
  ['Progressing', { health: 'Progressing', operation: done(COMMIT) }, true, 'waiting', ''],
  ['with a sync that runs', { operation: { phase: 'Running', revision: COMMIT } }, true, 'waiting', 'syncing'],
  ['with a sync that is asked for', { operation: done(COMMIT), pending: { sync: {} } }, true, 'waiting', ''],
  ['whose folder changed, last synced before', { operation: done(BEFORE) }, true, 'unapplied', 'unapplied'],
  ['whose sync failed', { sync: 'OutOfSync', operation: { phase: 'Failed', revision: COMMIT, message: 'no' } }, true, 'failed', 'operation'],
  ['green again, though a hook of the commit failed', { operation: { phase: 'Failed', revision: COMMIT, message: 'hook' } }, true, 'waiting', 'operation'],
  ['that waits for a person', { sync: 'OutOfSync', operation: { phase: 'Running', revision: COMMIT, message: 'waiting for pruning confirmation of apps/StatefulSet/nacos' } }, true, 'held', 'confirmation'],
  ['of a chart, green', { revision: '1.30.3', source: { chart: 'istiod' } }, true, 'landed', ''],
  ['of a chart, Degraded', { revision: '1.30.3', health: 'Degraded', source: { chart: 'istiod' } }, true, 'waiting', ''],
])('an Application %s', (_, row, changed, state, cause) => {
  const found = landing(at(row), target(changed));
  expect(found.state).toBe(state);
  if (cause) expect(found.causes.map(({ kind }) => kind)).toContain(cause);
  expect(found.causes.length > 0).toBe(state !== 'landed');
});

it('is held, not under way, while a sync window is closed', () => {
  const windows = { activeWindows: [{ kind: 'deny', schedule: '30 7 * * *', duration: '11h' }], assignedWindows: [] };
  expect(landing({ ...at({ sync: 'OutOfSync', operation: done(BEFORE) }), windows }, target(true))).toMatchObject({ state: 'held', causes: [{ kind: 'window', detail: 'deny 30 7 * * * 11h' }] });
});
