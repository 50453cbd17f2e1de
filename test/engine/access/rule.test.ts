import { covers, grants, grantsUrl, isEverything, namesGranted, rulesOf, type AccessRule } from '../../../engine/access/index.ts';

const rule = (apiGroups: readonly string[], resources: readonly string[], verbs: readonly string[], resourceNames: readonly string[] = []): AccessRule => ({ apiGroups, resources, verbs, resourceNames, nonResourceURLs: [] });
const urls = (...nonResourceURLs: readonly string[]): AccessRule => ({ ...rule([], [], ['get']), nonResourceURLs });
const can = (of: AccessRule, group: string, resource: string, verb: string, name?: string) => grants(of, { group, resource, verb, ...(name === undefined ? {} : { name }) });

describe('grants', () => {
  it.each([
    ['the same', rule(['apps'], ['deployments'], ['get']), 'apps', 'deployments', 'get', true],
    ['another verb', rule(['apps'], ['deployments'], ['get']), 'apps', 'deployments', 'list', false],
    ['another group', rule([''], ['deployments'], ['get']), 'apps', 'deployments', 'get', false],
    ['any group', rule(['*'], ['deployments'], ['get']), 'apps', 'deployments', 'get', true],
    ['any verb', rule(['apps'], ['deployments'], ['*']), 'apps', 'deployments', 'delete', true],
    ['any resource, with its subresources', rule([''], ['*'], ['create']), '', 'pods/exec', 'create', true],
    ['a resource without its subresources', rule([''], ['pods'], ['create']), '', 'pods/exec', 'create', false],
    ['a subresource without its resource', rule([''], ['pods/exec'], ['create']), '', 'pods', 'create', false],
    ['a subresource of everything', rule(['apps'], ['*/scale'], ['patch']), 'apps', 'deployments/scale', 'patch', true],
    ['another subresource of everything', rule(['apps'], ['*/scale'], ['patch']), 'apps', 'deployments/status', 'patch', false],
    ['all subresources of one', rule([''], ['pods/*'], ['create']), '', 'pods/exec', 'create', true],
    ['all subresources of one, for it itself', rule([''], ['pods/*'], ['create']), '', 'pods', 'create', false],
  ])('%s', (_, of, group, resource, verb, wanted) => {
    expect(can(of, group, resource, verb)).toBe(wanted);
  });

  it('narrows to resourceNames where a call names an object, and shuts out calls that name none', () => {
    const named = rule([''], ['secrets', 'serviceaccounts/token'], ['*'], ['a']);
    for (const verb of ['get', 'update', 'patch', 'delete', 'bind', 'list', 'watch']) {
      expect([can(named, '', 'secrets', verb, 'a'), can(named, '', 'secrets', verb, 'b'), can(named, '', 'secrets', verb)]).toEqual([true, false, false]);
    }
    expect(can(named, '', 'secrets', 'create')).toBe(false);
    expect(can(named, '', 'serviceaccounts/token', 'create', 'a')).toBe(true);
    expect(namesGranted(named, { group: '', resource: 'secrets', verb: 'get' })).toEqual(['a']);
  });

  it('matches URLs as they are, and by their start before a star', () => {
    expect(grantsUrl(urls('/metrics'), '/metrics', 'get')).toBe(true);
    expect(grantsUrl(urls('/metrics'), '/metrics/slis', 'get')).toBe(false);
    expect(grantsUrl(urls('/metrics/*'), '/metrics/slis', 'get')).toBe(true);
    expect(grantsUrl(urls('*'), '/anything', 'get')).toBe(true);
    expect(grantsUrl(urls('*'), '/anything', 'post')).toBe(false);
  });
});

describe('covers', () => {
  it.each([
    ['itself', [rule([''], ['pods'], ['get'])], rule([''], ['pods'], ['get']), true],
    ['what two rules give together', [rule([''], ['pods'], ['get']), rule([''], ['services'], ['get'])], rule([''], ['pods', 'services'], ['get']), true],
    ['more verbs', [rule([''], ['pods'], ['get'])], rule([''], ['pods'], ['get', 'list']), false],
    ['a wildcard by many words', [rule([''], ['pods', 'services'], ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'])], rule([''], ['pods'], ['*']), false],
    ['a subresource by a star before it', [rule(['apps'], ['*/scale'], ['get'])], rule(['apps'], ['deployments/scale'], ['get']), true],
    ['one name by all', [rule([''], ['secrets'], ['get'])], rule([''], ['secrets'], ['get'], ['a']), true],
    ['all names by one', [rule([''], ['secrets'], ['get'], ['a'])], rule([''], ['secrets'], ['get']), false],
    ['names of two rules', [rule([''], ['secrets'], ['get'], ['a']), rule([''], ['secrets'], ['get'], ['b'])], rule([''], ['secrets'], ['get'], ['a', 'b']), true],
    ['URLs below a star', [urls('/metrics/*')], urls('/metrics/slis'), true],
    ['all URLs by some', [urls('/metrics/*')], urls('*'), false],
    ['nothing by nothing', [], rule([], [], []), true],
  ])('%s', (_, held, wanted, is) => {
    expect(covers(held, wanted)).toBe(is);
  });

  it('answers for absurdly long lists in no time', () => {
    const words = Array.from({ length: 2000 }, (_, index) => `r${index}`);
    const begun = performance.now();
    expect(covers([rule(['a'], ['r1'], ['get'])], rule(words, words, words))).toBe(false);
    expect(performance.now() - begun).toBeLessThan(30_000);
  });
});

it('knows when a rule is everything', () => {
  expect(isEverything(rule(['*'], ['*'], ['*']))).toBe(true);
  expect(isEverything(rule(['*'], ['*'], ['*'], ['one']))).toBe(false);
  expect(isEverything(rule(['*'], ['*'], ['get', 'list', 'watch']))).toBe(false);
});

it('reads what has another shape as nothing', () => {
  expect(rulesOf([{ verbs: 'get', resources: [7, 'pods'] }, null, 'x'])).toEqual([{ apiGroups: [], resources: ['pods'], verbs: [], resourceNames: [], nonResourceURLs: [] }]);
  expect(rulesOf({})).toEqual([]);
});
