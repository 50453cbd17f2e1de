import { images, imagesOf, parseImage } from '../../../../engine/inspect/index.ts';
import { codesOf, container, custom, deployment, only } from '../objects.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const running = (image: string) => deployment({ containers: [container({ image })] });

describe('images', () => {
  it.each(['registry.example/a:latest', `registry.example/a:latest@${DIGEST}`, 'registry.example/a', 'a'])('refuses %s, whose tag moves', (image) => {
    expect(only(images, [running(image)])).toMatchObject({ code: 'CHAMP3045', args: { value: image, field: 'spec.template.spec.containers[0].image' } });
  });

  it.each(['registry.example/a:1.2.3', 'localhost:5000/team/a_b--c:v1', `registry.example/a@${DIGEST}`, `registry.example:443/a/b:1@${DIGEST}`])('accepts %s', (image) => {
    expect(codesOf(images, [running(image)])).toEqual([]);
  });

  it.each(['Registry/UPPER:1', 'a b:1', 'a@sha256:abc', '', 'a:', `${'a/'.repeat(400)}b:1`])('refuses the malformed %s', (image) => {
    expect(codesOf(images, [running(image)])).toEqual(['CHAMP3046']);
  });

  it('asks for a digest where the facts do, in init containers too', () => {
    const broken = deployment({ initContainers: [{ name: 'a', image: 'registry.example/a:1' }] });
    expect(codesOf(images, [broken])).toEqual([]);
    expect(only(images, [broken], { requireDigest: true })).toMatchObject({ code: 'CHAMP3044', args: { field: 'spec.template.spec.initContainers[0].image' } });
    expect(codesOf(images, [running('registry.example/a')], { requireDigest: true })).toEqual(['CHAMP3044']);
  });

  it('finds images in custom resources', () => {
    const redis = custom('redis.redis.opstreelabs.in/v1beta2', 'RedisCluster', { kubernetesConfig: { image: 'redis:latest' }, redisExporter: { image: `exporter@${DIGEST}` } });
    expect(imagesOf(redis)).toEqual([{ field: 'spec.kubernetesConfig.image', image: 'redis:latest' }, { field: 'spec.redisExporter.image', image: `exporter@${DIGEST}` }]);
    expect(codesOf(images, [redis])).toEqual(['CHAMP3045']);
  });
});

describe('parseImage', () => {
  it('tells name, tag and digest apart', () => {
    expect(parseImage(`registry.example:5000/a/b:1.0@${DIGEST}`)).toEqual({ name: 'registry.example:5000/a/b', tag: '1.0', digest: DIGEST });
    expect(parseImage('registry.example:5000/a')).toEqual({ name: 'registry.example:5000/a', tag: undefined, digest: undefined });
  });
});
