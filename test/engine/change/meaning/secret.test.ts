import { alone, app, meanings, said, type Fields } from '../../../fixtures/sides.ts';

const external = (...keys: readonly string[]): Fields => ({ spec: { secretStoreRef: { name: 'core' }, data: keys.map((key) => ({ secretKey: key, remoteRef: { key: `db/${key}`, property: 'password' } })) } });

describe('what a change of secrets means', () => {
  test('tells what an ExternalSecret reads, by name', () => {
    expect(said(meanings('ExternalSecret core-mbs/a', external('a'), external('a', 'b')))).toEqual([['secret', 'reads secret db/b#password']]);
    expect(meanings('ExternalSecret core-mbs/a', external('a', 'b'), external('a'))).toMatchObject([{ en: 'no longer reads secret db/b#password', data: { what: 'removed', names: ['db/b#password'] } }]);
    expect(said(alone('created', 'ExternalSecret core-mbs/a', external('b', 'a')))).toEqual([['secret', 'secrets: db/a#password; db/b#password']]);
  });

  test('tells that a Secret has another value, by a fingerprint', () => {
    expect(said(meanings('Secret core-mbs/a', { data: { a: 'b25l' } }, { data: { a: 'dHdv', b: 'dGhyZWU=' } }))).toEqual([
      ['secret', expect.stringMatching(/^secret a has another value \(hmac:[0-9a-f]{8} -> hmac:[0-9a-f]{8}\)$/)], ['secret', expect.stringMatching(/^secret b added \(hmac:[0-9a-f]{8}\)$/)],
    ]);
    expect(said(alone('deleted', 'Secret core-mbs/a', { stringData: { token: 'x' } }))).toEqual([['secret', 'secrets: token']]);
  });

  test('tells a variable that comes from a Secret', () => {
    const env = [{ name: 'T', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }];
    expect(said(meanings('Deployment core-mbs/a', app({}), app({ env })))).toEqual([['secret', 'container app: variable T comes from Secret s#k']]);
  });
});
