import { chartImages, inspect } from '../../../engine/inspect/index.ts';
import { codesOf, custom, only, type Fields } from './objects.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const HOST = 'registry.example:5000/champ';
const application = (valuesObject: unknown) => custom('argoproj.io/v1alpha1', 'Application', { source: { chart: 'redis-operator', helm: { valuesObject } } });
const strict = (valuesObject: Fields) => codesOf(chartImages, [application(valuesObject)], { requireDigest: true });

describe('images in the values of a chart', () => {
  it.each<[string, Fields, string, string]>([
    ['a tag', { image: { repository: `${HOST}/a`, tag: 'v1' } }, 'image.tag', 'v1'],
    ['a tag that is a number', { image: { tag: 1.3 } }, 'image.tag', '1.3'],
    ['an empty tag, which the chart fills', { image: { repository: `${HOST}/a`, tag: '' } }, 'image.tag', ''],
    ['a tag of another name', { operator: { imageName: `${HOST}/a`, imageTag: `v1@${DIGEST}`, initContainerImageTag: 'v1' } }, 'operator.initContainerImageTag', 'v1'],
    ['a tag beside a hub', { global: { hub: `${HOST}/istio`, tag: '1.30.3' } }, 'global.tag', '1.30.3'],
    ['a repository without a tag', { config: { keycloakImage: { repository: `${HOST}/a` } } }, 'config.keycloakImage.repository', `${HOST}/a`],
    ['a whole reference', { init: [{ image: `${HOST}/a:v1` }] }, 'init[0].image', `${HOST}/a:v1`],
    ['a bare name', { global: { proxy: { defaultImage: 'proxyv2' } } }, 'global.proxy.defaultImage', 'proxyv2'],
    ['a reference under any other name', { env: { RELATED: `${HOST}/a:v1` } }, 'env.RELATED', `${HOST}/a:v1`],
    ['a reference in a list of flags', { args: ['--v=2', `--proxy=${HOST}/a:v1`] }, 'args[1]', `--proxy=${HOST}/a:v1`],
    ['a tag whose digest is none', { image: { tag: 'v1', digest: 'sha256:abc' } }, 'image.tag', 'v1'],
  ])('are refused with %s and no digest', (_, valuesObject, field, value) => {
    expect(only(chartImages, [application(valuesObject)], { requireDigest: true })).toMatchObject({ code: 'CHAMP3052', args: { field: `spec.source.helm.valuesObject.${field}`, value } });
  });

  it.each<[string, Fields]>([
    ['a digest behind the tag', { image: { repository: `${HOST}/a`, tag: `v1@${DIGEST}` } }],
    ['a digest beside the tag', { image: { tag: 'v1', digest: DIGEST }, proxy: { imageTag: 'v1', imageDigest: DIGEST } }],
    ['a digest in place of the tag', { image: { repository: `${HOST}/a`, digest: DIGEST } }],
    ['a digest without its algorithm', { image: { repository: 'a', tag: 'v1', sha: 'a'.repeat(64) } }],
    ['a whole reference by digest', { image: `${HOST}/a:v1@${DIGEST}`, args: [`--proxy=${HOST}/a@${DIGEST}`] }],
    ['values that are no images', { url: 'https://registry.example/a:8443', host: 'registry.example:5000', registry: HOST, imageRegistry: HOST, imagePullPolicy: 'IfNotPresent', ratio: '1/2', range: '10.0.0.0/24' }],
  ])('are taken with %s', (_, valuesObject) => {
    expect(strict(valuesObject)).toEqual([]);
  });

  it('may go by tag where the facts do not ask for a digest', () => {
    expect(codesOf(chartImages, [application({ image: { tag: 'v1' } })])).toEqual([]);
  });

  it('are looked for in each of several sources, and only in Applications', () => {
    const several = custom('argoproj.io/v1alpha1', 'Application', { sources: [{ path: '.' }, { helm: { valuesObject: { tag: 'v1' } } }] });
    expect(only(chartImages, [several], { requireDigest: true })).toMatchObject({ args: { field: 'spec.sources[1].helm.valuesObject.tag' } });
    expect(codesOf(chartImages, [custom('v1', 'ConfigMap', { source: { helm: { valuesObject: { tag: 'v1' } } } })], { requireDigest: true })).toEqual([]);
  });

  it('give problems, never an error, whatever the values are', () => {
    const cycle: Record<string, unknown> = { tag: null, image: [], repository: 7 };
    cycle['self'] = cycle;
    for (const valuesObject of [cycle, null, 7, ['a'], 'a']) expect(codesOf(chartImages, [application(valuesObject)], { requireDigest: true })).toEqual([]);
  });

  it('are one of the checks of every inspection', () => {
    expect(inspect([application({ image: { tag: 'v1' } })], { requireDigest: true }).map(({ code }) => code)).toContain('CHAMP3052');
  });
});
