import { resourceRules } from '../../../policies/network/resources.ts';
import { estateOf, judged, judgedEstate } from '../../fixtures/policies.ts';

const whole = { cpu: '1', memory: '1Gi', 'ephemeral-storage': '1Gi' };
const full = { requests: whole, limits: whole };
const container = (resources: unknown, name = 'app') => ({ name, image: 'app', ...(resources === undefined ? {} : { resources }) });
const pod = (spec: object) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace: 'a' }, spec });
const found = (spec: object, options = {}) => judged(resourceRules, [pod(spec)], options).map(({ field }) => field.replace('spec.', ''));
const all = (path: string) => ['requests.cpu', 'limits.cpu', 'requests.memory', 'limits.memory', 'requests.ephemeral-storage', 'limits.ephemeral-storage'].map((each) => `${path}.resources.${each}`);

describe('NSA-NET-15', () => {
  it.each([
    ['everything', full],
    ['limits alone, which stand for requests', { limits: whole }],
    ['numbers', { requests: { ...whole, cpu: 1 }, limits: { ...whole, cpu: 2.5, memory: 1073741824 } }],
  ])('lets a container with %s pass', (_, resources) => {
    expect(found({ containers: [container(resources)] })).toEqual([]);
  });

  it.each([
    ['nothing', undefined, all('containers[0]')],
    ['requests alone', { requests: whole }, all('containers[0]').filter((each) => each.includes('limits'))],
    ['no memory', { requests: { cpu: '1', 'ephemeral-storage': '1Gi' }, limits: { cpu: '1', 'ephemeral-storage': '1Gi' } }, ['containers[0].resources.requests.memory', 'containers[0].resources.limits.memory']],
    ['zero, which is no limit', { requests: whole, limits: { ...whole, cpu: 0, memory: '0Gi' } }, ['containers[0].resources.limits.cpu', 'containers[0].resources.limits.memory']],
    ['no scratch space', { limits: { cpu: '1', memory: '1Gi' } }, ['containers[0].resources.requests.ephemeral-storage', 'containers[0].resources.limits.ephemeral-storage']],
  ])('finds a container with %s', (_, resources, fields) => {
    expect([...found({ containers: [container(resources)] })].sort()).toEqual([...fields].sort());
  });

  it('looks at init containers and sidecars, and names them', () => {
    const findings = judged(resourceRules, [pod({ initContainers: [{ ...container(undefined, 'proxy'), restartPolicy: 'Always' }], containers: [container(full)] })]);
    expect(findings).toHaveLength(6);
    expect(findings[0]).toMatchObject({ container: 'proxy', field: expect.stringContaining('spec.initContainers[0]') as string, message: { en: 'container proxy has no request of cpu' } });
  });

  it('asks nothing of debug containers, for which the API takes no resources', () => {
    expect(found({ containers: [container(full)], ephemeralContainers: [container(undefined, 'debug')] })).toEqual([]);
  });

  it('counts resources of the whole pod where the version has them', () => {
    const spec = { resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '2', memory: '2Gi' } }, containers: [container({ limits: { 'ephemeral-storage': '1Gi' } })] };
    expect(found(spec)).toEqual([]);
    expect(found(spec, { kubernetes: '1.34' })).toEqual([]);
    expect(found(spec, { kubernetes: '1.33' })).toHaveLength(4);
  });

  it('counts defaults of a LimitRange that the params list, for this namespace and value alone', () => {
    const params = (...lines: readonly string[]) => ({ params: { limitDefaults: lines.join('\n') } });
    const spec = { containers: [container({ limits: { 'ephemeral-storage': '1Gi' } })] };
    expect(found(spec, params('a/limits.cpu', 'a/limits.memory', 'a/requests.cpu', 'a/requests.memory'))).toEqual([]);
    expect(found(spec, params('a/limits.cpu', 'aa/limits.memory', 'b/requests.cpu'))).toHaveLength(3);
  });

  it('finds nothing in the Deployments, StatefulSets, DaemonSets and Jobs of the estate', () => {
    const found = judgedEstate(resourceRules, estateOf('linyi')).map(({ at, field }) => `${'manifest' in at ? at.manifest.apiVersion : ''} ${field}`);
    expect(found.filter((each) => /^(apps|batch)\//.test(each))).toEqual([]);
  });
});
