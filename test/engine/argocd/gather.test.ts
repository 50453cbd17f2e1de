import { applicationStatus, argocd, gather, sentence } from '../../../engine/argocd/index.ts';
import { application, json, serve } from '../../fixtures/argocd.ts';

const answers: Readonly<Record<string, unknown>> = {
  list: { items: [application('core-mbs', { status: { sync: { status: 'OutOfSync' }, health: { status: 'Degraded' } } })] },
  application: application('core-mbs', { status: { sync: { status: 'OutOfSync' }, health: { status: 'Degraded', message: 'm' }, conditions: [{ type: 'SyncError', message: 'm' }], resources: [{ kind: 'Pod', name: 'p', health: { status: 'Degraded' } }] } }),
  tree: { nodes: [{ kind: 'Pod', name: 'p', namespace: 'n', uid: 'u', health: { status: 'Progressing', message: 'm' }, info: [{ name: 'Status Reason', value: 'Pending' }], parentRefs: [{ uid: 'r' }] }] },
  windows: { activeWindows: [{ kind: 'deny', schedule: 's', duration: 'd' }], assignedWindows: [] },
  events: { items: [{ type: 'Warning', reason: 'FailedMount', message: 'm', lastTimestamp: 't' }] },
};

/** Every way to put null at one place of a value. */
function nulled(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [null];
  return [null, ...Object.entries(value).flatMap(([key, each]) => nulled(each).map((other) => (Array.isArray(value) ? value.map((old: unknown, index) => (String(index) === key ? other : old)) : { ...value, [key]: other })))];
}

it.each(Object.keys(answers))('bears null anywhere in the answer "%s"', async (which) => {
  let now = answers;
  const server = await serve(({ path }, response) => {
    const name = path.endsWith('/applications') ? 'list' : path.endsWith('/resource-tree') ? 'tree' : path.endsWith('/syncwindows') ? 'windows' : path.endsWith('/events') ? 'events' : 'application';
    json(response, now[name]);
  });
  const argo = argocd({ url: server.url, token: 'token-of-nobody' });
  try {
    for (const each of nulled(answers[which])) {
      now = { ...answers, [which]: each };
      for (const { causes } of (await gather(argo, {})).map(applicationStatus)) for (const cause of causes) expect(sentence(cause, 'en')).not.toContain('{');
    }
  } finally {
    argo.close();
    await server.stop();
  }
});
