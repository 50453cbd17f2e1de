import { checkFiles } from '../../../../engine/render/service/check-files.ts';
import { Output } from '../../../../engine/render/output.ts';
import { renderService } from '../../../../engine/render/service/service.ts';
import { smallEnvironment } from '../../../fixtures/estate.ts';

const NAME = 'environments/small/config/hsa-mbs-fsi/application.properties';

function check(text: string, path = 'application.properties') {
  const environment = smallEnvironment({ config: { 'hsa-mbs-fsi': [{ path, text, name: NAME.replace('application.properties', path) }] } });
  const service = environment.tryService('hsa-mbs-fsi')!;
  checkFiles(service);
  return { service, problems: environment.problems.all() };
}

it('takes an endpoint reference for a declared call', () => {
  const { service, problems } = check('mbs.url=http://${endpoint:hsa-mbs:http}/hsa-mbs\n');
  expect(problems).toEqual([]);
  expect(service.callees.map((call) => [call.to.id, call.protocol])).toContainEqual(['hsa-mbs', 'http']);
});

it('refuses an endpoint that is not there, with the nearest name and the position', () => {
  expect(check('a=1\nurl=${endpoint:hsa-mbz:http}\n').problems).toContainEqual(expect.objectContaining({ code: 'CHAMP2033', where: `${NAME}:2:5`, args: expect.objectContaining({ near: 'hsa-mbs' }) }));
});

it('refuses a service of the other zone without a declared call across', () => {
  expect(check('url=${endpoint:hsa-pss-pw:http}\n').problems).toContainEqual(expect.objectContaining({ code: 'CHAMP2033' }));
});

it('refuses the secret of another tenant', () => {
  expect(check('key=${secret:vendor-03/hsa-pss-pw/cache#password}\n').problems).toContainEqual(expect.objectContaining({
    code: 'CHAMP2032', where: `${NAME}:1:5`, args: expect.objectContaining({ tenant: 'vendor-02' }),
  }));
  expect(check('key=${secret:vendor-02/hsa-mbs-fsi/cache#password}\n').problems).toEqual([]);
});

it('refuses a placeholder that nothing resolves, and knows those of the generated files', () => {
  expect(check('a=${nobody.knows}\n').problems).toContainEqual(expect.objectContaining({ code: 'CHAMP1213' }));
  expect(check('a=${server.port}\nb=${cache.cluster0.cacheName}\nc=${own:default}\n').problems).toEqual([]);
});

it.each([['broken.json', '{"a": 1,}'], ['broken.yml', 'a: [1\n'], ['broken.xml', '<a><b></a>'], ['broken.conf', 'server { listen 80;\n']])('reports the syntax of %s with its position', (path, text) => {
  expect(check(text, path).problems).toContainEqual(expect.objectContaining({ where: expect.stringMatching(new RegExp(`${path}:\\d+:\\d+$`)) }));
});

it('refuses a reference to a kind of middleware that the service does not use', () => {
  expect(check('url=${endpoint:search:http}\n').problems).toContainEqual(expect.objectContaining({ code: 'CHAMP2047' }));
});

it('refuses two files that would share one key', () => {
  const file = (path: string) => ({ path, text: 'a=1\n', name: path });
  const environment = smallEnvironment({ config: { 'hsa-mbs': [file('sub/x.properties'), file('sub.x.properties')] } });
  renderService(environment.tryService('hsa-mbs')!, new Output(environment));
  expect(environment.problems.all()).toContainEqual(expect.objectContaining({ code: 'CHAMP2048', args: { value: 'sub.x.properties' } }));
});

it('keeps two secrets apart whose names differ by punctuation alone', () => {
  const text = 'a=${secret:vendor-02/x-y#z}\nb=${secret:vendor-02/x#y_z}\n';
  const environment = smallEnvironment({ config: { 'hsa-mbs': [{ path: 'own.properties', text, name: 'own.properties' }] } });
  const out = new Output(environment);
  renderService(environment.tryService('hsa-mbs')!, out);
  const { data, target } = out.objects.find((each) => each.manifest.kind === 'ExternalSecret')!.manifest['spec'] as { data: { secretKey: string; remoteRef: object }[]; target: { template: { data: Record<string, string> } } };
  expect(data).toEqual(expect.arrayContaining([{ secretKey: 'x_y_z', remoteRef: { key: 'x-y', property: 'z' } }, { secretKey: 'x_y_z_2', remoteRef: { key: 'x', property: 'y_z' } }]));
  expect(target.template.data['own.properties']).toMatch(/a=\{\{ \.x_y_z .*\nb=\{\{ \.x_y_z_2 /);
});
