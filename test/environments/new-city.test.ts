/** A third city, generated: one short folder on the alibaba edition, made of the files that people would write. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { city } from '../../apps/medical-insurance/index.ts';
import { build, readEnvironmentFacts, renderEnvironment } from '../../cli/estate/index.ts';
import type { EnvironmentProps, ExternalEndpoint } from '../../constructs/environment.ts';
import { productImages } from '../../constructs/images.ts';
import { MIDDLEWARE } from '../../constructs/middleware/index.ts';
import type { ZoneId } from '../../constructs/words.ts';
import linyi from '../../environments/linyi/index.ts';
import { describe as tell, Problems } from '../../engine/problem/index.ts';

/** What is bought instead of run: a name, ports and CIDRs for each kind. */
function managed(): EnvironmentProps['managed'] {
  return Object.fromEntries(Object.values(MIDDLEWARE).flatMap(({ kind, zones, editions }, index) => {
    const product = editions.alibaba;
    if (product.mode !== 'managed') return [];
    const endpoint = (zone: ZoneId): ExternalEndpoint => ({ host: `${kind}.${zone}.newcity.example`, cidrs: [`10.${zone === 'core' ? 90 : 91}.${index}.0/28`], ports: product.ports.map(({ port }) => port) });
    return [[kind, Object.fromEntries(zones.map((id): ZoneId => (id === 'ops' ? 'core' : id)).map((id) => [id, endpoint(id)]))]];
  }));
}

const definition = city({ ...linyi.props, name: 'newcity', zh: '新城', en: 'New city', edition: 'alibaba', managed: managed() });

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const image = (path: string, tag: string, artefact?: string) =>
  `{image: ${path}, tag: "${tag}", digest: "sha256:${sha(path)}"${artefact ? `, artefact: {name: ${artefact}.jar, sha256: "${sha(artefact)}"}` : ''}}`;
const products = Object.entries(productImages());

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'champ-city-'));
  writeFileSync(join(folder, 'sizes.yaml'), 'profile: city10M\nservices:\n  hsa-mbs: {min: 12, max: 18}\n');
  writeFileSync(join(folder, 'releases.yaml'), [
    'release: V1.2.3', 'services:', ...definition.services.map((id) => `  ${id}: ${image(`champ/${id}`, 'V1.2.3', `${id}-ali`)}`),
    'products:', ...products.map(([key, row]) => `  ${key}: ${image(row.image, row.tag)}`), '',
  ].join('\n'));
  mkdirSync(join(folder, 'config', 'hsa-mbs'), { recursive: true });
  writeFileSync(join(folder, 'config', 'hsa-mbs', 'application.properties'), 'mbs.area=990000\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function renderCity() {
  const problems = new Problems();
  const { facts } = readEnvironmentFacts(folder, definition.services, problems);
  expect(problems.all().map((each) => tell(each, 'en'))).toEqual([]);
  return renderEnvironment(build(definition, facts));
}

it('renders without a problem', () => {
  expect(renderCity().tree.files.size).toBeGreaterThan(1000);
});

it('has a managed product behind a name of the cluster, an egress rule by CIDR and no workload of its own', () => {
  const objects = renderCity().output.objects.map((each) => each.manifest);
  const cache = objects.filter((each) => each.metadata.namespace === 'core-mw-cache' && !['NetworkPolicy', 'ResourceQuota', 'LimitRange', 'SecretStore', 'ServiceAccount', 'RoleBinding'].includes(each.kind));
  expect(cache).toEqual([expect.objectContaining({ kind: 'Service', spec: expect.objectContaining({ type: 'ExternalName', externalName: 'cache.core.newcity.example' }) })]);
  const policy = objects.find((each) => each.kind === 'NetworkPolicy' && each.metadata.name === 'hsa-mbs')!;
  expect(JSON.stringify(policy['spec'])).toContain(MIDDLEWARE.cache.editions.alibaba.mode === 'managed' ? definition.props.managed!.cache!.core!.cidrs[0]! : '');
});

it('gives services the connection keys of the edition', () => {
  const objects = renderCity().output.objects.map((each) => each.manifest);
  const text = JSON.stringify(objects.filter((each) => each.metadata.name === 'hsa-mbs-config'));
  expect(text).toContain('mq.ali.');
  expect(text).not.toContain('mq.tencent.');
});

it('refuses a managed product whose addresses are not known', () => {
  const { cache: _, ...rest } = definition.props.managed!;
  const broken = city({ ...definition.props, managed: { ...rest, search: { core: { host: 'search.example', cidrs: [], ports: [9200] } } } });
  const { facts } = readEnvironmentFacts(folder, broken.services, new Problems());
  expect(() => renderEnvironment(build(broken, facts))).toThrow(/CHAMP2013[\s\S]*CHAMP2014|CHAMP2014[\s\S]*CHAMP2013/);
});
