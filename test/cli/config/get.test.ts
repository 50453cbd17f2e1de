import { FSI, LOGBACK, rig, type Rig } from './rig.ts';

let it_: Rig;
beforeAll(() => {
  it_ = rig('north');
  it_.put('north', 'hsa-mbs-fsi/application.properties', `${FSI}db.password=Wx7pLq90\n`);
  it_.put('north', 'hsa-mbs-fsi/more/a.json', '{"fsi": {"window": 3}}');
  it_.put('north', 'hsa-mbs-pub/application.yml', 'fsi: {window: 5, list: [a]}\n');
  it_.put('north', 'hsa-mbs/logback-spring.xml', LOGBACK);
});
afterAll(() => it_.remove());
const get = (...args: readonly string[]) => it_.run('get', ...args, '-e', 'north');

it('lists the value of every file that has the key, with its place', async () => {
  expect(await get('fsi.window')).toEqual({ code: 0, err: '', out: 'hsa-mbs-fsi  application.properties:2  86400\nhsa-mbs-fsi  more/a.json:1             3\nhsa-mbs-pub  application.yml:1         5\n' });
  const { document } = await it_.json('get', 'fsi.window', '-e', 'north', '-s', 'service=hsa-mbs-fsi', '--file', '**/*.json');
  expect(document).toEqual({ version: 1, environment: 'north', key: 'fsi.window', values: [{ service: 'hsa-mbs-fsi', file: 'more/a.json', line: 1, value: '3' }] });
});

it('reads a key as the format of the file wants it', async () => {
  expect((await get('configuration/root/@level')).out).toBe('hsa-mbs  logback-spring.xml:3  INFO\n');
});

it('shows no value that looks secret, and the names of those that are fetched', async () => {
  expect((await get('db.password')).out).toBe('hsa-mbs-fsi  application.properties:5  <hidden>\n');
  expect((await get('fsi.sign-key')).out).toContain('${secret:vendor-08/hsa-mbs-fsi/envelope#sm2-private-key}');
});

it('names the nearest key where no file has it, and ends with 1', async () => {
  const { code, document } = await it_.json('get', 'fsi.mbs.ulr', '-e', 'north');
  expect(code).toBe(1);
  expect(document.problems).toMatchObject([{ code: 'CHAMP9213', where: 'champ config get', args: { value: 'fsi.mbs.ulr', near: 'fsi.mbs.url' } }]);
});

it('says that a key is a section, and where', async () => {
  const { code, document } = await it_.json('get', 'fsi.list', '-e', 'north');
  expect(code).toBe(1);
  expect(document.problems).toMatchObject([{ code: 'CHAMP9203', where: expect.stringMatching(/application\.yml:1:24$/) }]);
});

it('refuses a key that is none in any format of the files', async () => {
  const { document } = await it_.json('get', 'a[', '-e', 'north', '--file', '*.yml');
  expect(document.problems).toMatchObject([{ code: 'CHAMP9204', args: { format: 'YAML' } }]);
});

it('says that a file cannot be read, and not that it has no such key', async () => {
  it_.put('north', 'hsa-mba-tax/application.properties', `tax.rate=1\n${'#'.repeat(2 ** 20)}\n`);
  const { code, document } = await it_.json('get', 'tax.rate', '-e', 'north');
  expect([code, document.problems]).toMatchObject([1, [{ code: 'CHAMP1102', where: expect.stringMatching(/hsa-mba-tax\/application\.properties$/) }]]);
  expect((await get('fsi.mbs.url', '-s', 'service=hsa-mbs-fsi')).code).toBe(0);
  it_.put('north', 'hsa-mba-tax/application.properties', 'other=1\n');
});

it('says that no service has such a file, and not that the key is missing', async () => {
  const { document } = await it_.json('get', 'fsi.window', '-e', 'north', '--file', 'aplication.properties');
  expect(document.problems).toMatchObject([{ code: 'CHAMP9216', args: { value: 'aplication.properties', near: 'application.properties' } }]);
});

it('shows an empty key as such', async () => {
  expect((await it_.json('get', '', '-e', 'north', '--file', 'application.properties')).document.problems).toMatchObject([{ code: 'CHAMP9213', args: { value: '""' } }]);
});

it('shows a reference as it is under whatever key, and no secret that stands where its name would', async () => {
  it_.put('north', 'hsa-mba-tax/application.properties', 't=${secret:vendor-08/c#d}\nu=${secret:Wx7pLq90aB3dE5}\n');
  expect((await get('t')).out).toContain('${secret:vendor-08/c#d}');
  expect((await get('u')).out).not.toContain('Wx7pLq90aB3dE5');
});
