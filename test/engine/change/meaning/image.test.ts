import { alone, app, meanings, said, workload } from '../../../fixtures/sides.ts';

const digest = (each: string) => `sha256:${each.repeat(64)}`;
const of = (tag: string, from = 'a', registry = 'registry.example') => `${registry}/champ/hsa-mbs:${tag}@${digest(from)}`;
const changed = (before: string, after: string) => meanings('Deployment core-mbs/a', app({ image: before }), app({ image: after }));

describe('what a change of an image means', () => {
  test.each([
    ['a version', of('V1'), of('V2', 'b'), 'version', 'container app: champ/hsa-mbs V1 -> V2 (digest aaaaaaaaaaaa -> bbbbbbbbbbbb)'],
    ['a digest under the same tag', of('V1'), of('V1', 'b'), 'digest', 'container app: champ/hsa-mbs V1: digest changed, tag did not (digest aaaaaaaaaaaa -> bbbbbbbbbbbb)'],
    ['another tag of the same content', of('V1'), of('V2'), 'version', 'container app: champ/hsa-mbs V1 -> V2, digest as before'],
    ['another registry', of('V1'), of('V1', 'a', 'other.example'), 'registry', 'container app: registry registry.example -> other.example (champ/hsa-mbs), digest as before'],
    ['another image', of('V1'), 'registry.example/champ/other:V1', 'image', 'container app: another image: champ/hsa-mbs:V1 -> champ/other:V1'],
    ['a digest that comes', 'registry.example/champ/hsa-mbs:V1', of('V1'), 'pin', 'container app: champ/hsa-mbs V1: pinned to a digest (digest - -> aaaaaaaaaaaa)'],
    ['a digest that goes', of('V1'), 'registry.example/champ/hsa-mbs:V1', 'pin', 'container app: champ/hsa-mbs V1: no longer pinned to a digest (digest aaaaaaaaaaaa -> -)'],
    ['what is no name of an image', 'A B', 'C D', 'image', 'container app: image A B -> C D'],
  ])('tells %s', (_, before, after, what, en) => {
    expect(changed(before, after)).toMatchObject([{ kind: 'image', en, data: { what, container: 'app', from: before, to: after } }]);
  });

  test('gives tags and digests to programs, and both languages to people', () => {
    expect(changed(of('V1'), of('V2', 'b'))).toMatchObject([{ zh: '容器 app champ/hsa-mbs V1 -> V2（摘要 aaaaaaaaaaaa -> bbbbbbbbbbbb）', data: { fromTag: 'V1', toTag: 'V2', fromDigest: digest('a'), toDigest: digest('b') } }]);
  });

  test('tells containers that come and go by their image', () => {
    const [one, two] = [{ name: 'app', image: of('V1') }, { name: 'agent', image: 'x.example/agent:2' }];
    expect(said(meanings('Deployment core-mbs/a', workload({ containers: [one] }), workload({ containers: [one, two] })))).toEqual([['image', 'container agent added (agent:2)']]);
    expect(said(meanings('Deployment core-mbs/a', workload({ containers: [one], initContainers: [two] }), workload({ containers: [one] })))).toEqual([['image', 'init container agent removed (agent:2)']]);
  });

  test('tells versions of products that operators run, and delivered artefacts', () => {
    expect(said(meanings('Kafka core-mw/a', { spec: { kafka: { version: '4.1.0' } } }, { spec: { kafka: { version: '4.2.0' } } }, { apiVersion: 'kafka.strimzi.io/v1' }))).toEqual([['image', 'product version: 4.1.0 -> 4.2.0']]);
    const artefact = (sum: string) => ({ metadata: { annotations: { 'champ.hsa/artefact-sha256': sum } } });
    expect(said(meanings('Deployment core-mbs/a', artefact('00'), artefact('11')))).toEqual([['image', 'checksum of the delivered artefact: 00 -> 11']]);
  });

  test('lists the images of what is created', () => {
    expect(alone('created', 'Deployment core-mbs/a', app({ image: of('V1') }))).toMatchObject([{ kind: 'image', en: 'image champ/hsa-mbs:V1', data: { images: [of('V1')] } }]);
  });
});
