import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FSI, LOGBACK, rig, type Rig } from './rig.ts';

const FSI_FILE = 'hsa-mbs-fsi/application.properties';
const PUB_FILE = 'hsa-mbs-pub/application.yml';
const PUB = 'server:\n  port: 9052 # 端口\nfsi: {window: 5}\n';
const GBK = Buffer.concat([Buffer.from('# '), Buffer.from([0xd6, 0xd0]), Buffer.from('\r\nfsi.window=7\r\n')]);

let it_: Rig;
beforeAll(() => { it_ = rig('north'); });
afterAll(() => it_.remove());
beforeEach(() => {
  it_.put('north', FSI_FILE, FSI);
  it_.put('north', PUB_FILE, PUB);
  it_.put('north', 'hsa-mbs/logback-spring.xml', LOGBACK);
});

const set = (...args: readonly string[]) => it_.run('set', ...args, '-e', 'north');
const text = (file: string) => it_.bytes('north', file).toString();
const untouched = () => expect([text(FSI_FILE), text(PUB_FILE), text('hsa-mbs/logback-spring.xml')]).toEqual([FSI, PUB, LOGBACK]);
const codes = (document: { readonly problems: readonly { readonly code: string; readonly where: string }[] }) => document.problems.map(({ code, where }) => `${code} ${where.replace(/^.*\/config\//, '')}`);

it('sets one key in the file that has it, and shows the line before and after', async () => {
  const { code, out, err } = await set('fsi.mbs.url', 'http://${endpoint:hsa-mbs-pub:http}/x');
  expect(code).toBe(0);
  expect(out).toMatch(/config\/hsa-mbs-fsi\/application\.properties\n {2}3 - fsi\.mbs\.url=http:\/\/\$\{endpoint:hsa-mbs:http\}\/hsa-mbs\n {2}3 \+ fsi\.mbs\.url=http:\/\/\$\{endpoint:hsa-mbs-pub:http\}\/x\n$/);
  expect(err).toBe('files written: 1\n');
  expect(text(FSI_FILE)).toBe(FSI.replace('hsa-mbs:http}/hsa-mbs', 'hsa-mbs-pub:http}/x'));
});

it('sets a key in all selected services, each in its format, with the variables of the service', async () => {
  const { code, err } = await set('fsi.window', '{{service}}/{{zone}}/{{ subsystem }}/{{tenant}}/{{environment}}', '--select', 'layer=L6,vendor=vendor-08', '-s', 'service=hsa-mbs-fsi,service=hsa-mbs-pub,service=hsa-mbs');
  expect({ code, err }).toEqual({ code: 0, err: 'selected services without fsi.window: 1 (hsa-mbs)\nfiles written: 2\n' });
  expect(text(FSI_FILE)).toBe(FSI.replace('86400', 'hsa-mbs-fsi/core/mbs/vendor-08/north'));
  expect(text(PUB_FILE)).toBe(PUB.replace('window: 5', 'window: hsa-mbs-pub/core/mbs/vendor-08/north'));
});

it('writes nothing in a dry run, and tells as JSON what it would', async () => {
  const { code, document } = await it_.json('set', 'fsi.window', '1', '-e', 'north', '--select', 'subsystem=mbs', '--dry-run');
  expect(code).toBe(0);
  expect(document).toMatchObject({
    version: 1, environment: 'north', key: 'fsi.window', written: false, unchanged: [],
    changes: [
      { service: 'hsa-mbs-fsi', before: '86400', after: '1', lines: [{ sign: '-', line: 2, text: 'fsi.window=86400' }, { sign: '+', line: 2, text: 'fsi.window=1' }] },
      { service: 'hsa-mbs-pub', before: '5', after: '1' },
    ],
  });
  expect(document.without).toContain('hsa-mbs');
  untouched();
});

it('asks which services are meant when several have the key', async () => {
  const { code, document } = await it_.json('set', 'fsi.window', '1', '-e', 'north');
  expect(code).toBe(1);
  expect(document.problems).toMatchObject([{ code: 'CHAMP9214', args: { count: '2', allowed: 'hsa-mbs-fsi, hsa-mbs-pub' } }]);
  untouched();
});

it('asks which file is meant when several of one service have the key', async () => {
  it_.put('north', 'hsa-mbs-fsi/more/x.properties', 'fsi.window=1\n');
  const found = await it_.json('set', 'fsi.window', '2', '-e', 'north', '-s', 'service=hsa-mbs-fsi');
  expect(found.document.problems).toMatchObject([{ code: 'CHAMP9212', args: { allowed: 'application.properties, more/x.properties' } }]);
  expect((await set('fsi.window', '2', '--file', 'more/*')).code).toBe(0);
  expect([text(FSI_FILE), text('hsa-mbs-fsi/more/x.properties')]).toEqual([FSI, 'fsi.window=2\n']);
  it_.put('north', 'hsa-mbs-fsi/more/x.properties', 'other=1\n');
});

it('adds a key to the file that is named, and to no other', async () => {
  expect((await set('new.key', 'x', '-s', 'service=hsa-mbs-fsi', '--file', 'application.properties')).code).toBe(0);
  expect(text(FSI_FILE)).toBe(`${FSI}new.key=x\n`);
  const none = await it_.json('set', 'fsi.windo', 'x', '-e', 'north', '-s', 'subsystem=mbs');
  expect(none.document.problems).toMatchObject([{ code: 'CHAMP9213', args: { near: 'fsi.window' } }]);
});

it('makes a file of properties where that is asked for, and none of another format', async () => {
  const args = ['set', 'app.name', '{{service}}', '-e', 'north', '-s', 'service=hsa-mba-tax,service=hsa-mba-job'];
  const missing = await it_.json(...args, '--file', 'app/application.properties');
  expect(codes(missing.document)).toEqual(['CHAMP9216 champ config set', 'CHAMP9216 champ config set']);
  expect((await it_.run(...args, '--file', 'app/application.properties', '--create')).code).toBe(0);
  expect([text('hsa-mba-tax/app/application.properties'), text('hsa-mba-job/app/application.properties')]).toEqual(['app.name=hsa-mba-tax\n', 'app.name=hsa-mba-job\n']);
  const other = await it_.json(...args, '--file', 'application.yml', '--create');
  expect(codes(other.document)).toEqual(['CHAMP9209 champ config set']);
  for (const path of ['../x.properties', '/x.properties', '.x.properties', 'a//b.properties', './x.properties', '*.properties']) expect(codes((await it_.json(...args, '--file', path, '--create')).document)).toEqual(['CHAMP9260 champ config set']);
  expect(it_.has('north', 'hsa-mba-tax/application.yml')).toBe(false);
});

it.each([
  ['a reference to a service that there is none of', 'http://${endpoint:hsa-mbz:http}/', 'CHAMP2033 hsa-mbs-fsi/application.properties:3:20'],
  ['a reference that is not closed', 'http://${endpoint:hsa-mbs', 'CHAMP1212 hsa-mbs-fsi/application.properties:3:20'],
  ['a malformed reference', '${secret:x}', 'CHAMP1211 hsa-mbs-fsi/application.properties:3:13'],
  ['a misspelt reference', '${endpont:hsa-mbs:http}', 'CHAMP1210 hsa-mbs-fsi/application.properties:3:13'],
  ['a secret of another tenant', '${secret:vendor-01/a#b}', 'CHAMP2032 hsa-mbs-fsi/application.properties:3:13'],
  ['a password in a URL', 'jdbc:mysql://root:Wx7pLq90@db/x', 'CHAMP9217 hsa-mbs-fsi/application.properties:3:13'],
])('refuses %s, and writes nothing', async (_, value, expected) => {
  const { code, document } = await it_.json('set', 'fsi.mbs.url', value, '-e', 'north');
  expect(code).toBe(1);
  expect(codes(document)).toContain(expected);
  untouched();
});

it.each([
  ['under a key that says so', ['db.password', 'Wx7pLq90', '-s', 'service=hsa-mbs-fsi', '--file', 'application.properties']],
  ['in a nested key', ['server.db.password', 'Wx7pLq90', '-s', 'service=hsa-mbs-pub', '--file', 'application.yml']],
  ['in an attribute beside its name', ['configuration/property[@name=db.password]/@value', 'Wx7pLq90', '-s', 'service=hsa-mbs', '--file', 'logback-spring.xml']],
])('refuses a literal password %s, and never prints it', async (_, args) => {
  const { code, out, err } = await set(...args);
  expect(code).toBe(1);
  expect(err).toMatch(/CHAMP9217 [^]*nothing was written/);
  expect(out + err).not.toContain('Wx7pLq90');
  untouched();
});

it('hides what was a secret when a reference takes its place', async () => {
  it_.put('north', FSI_FILE, 'db.password=Wx7pLq90\n');
  const { code, out, err } = await set('db.password', '${secret:vendor-08/db#password}');
  expect(code).toBe(0);
  expect(out).toMatch(/1 - db\.password=<hidden>\n {2}1 \+ db\.password=\$\{secret:vendor-08\/db#password\}/);
  expect(out + err).not.toContain('Wx7pLq90');
});

it('takes a file with a fault elsewhere as it is, so that faults can be mended one by one', async () => {
  it_.put('north', FSI_FILE, 'a=${endpoint:hsa-x:http}\nb=${endpoint:hsa-y:http}\n');
  expect((await set('a', '${endpoint:hsa-mbs:http}')).code).toBe(0);
  expect(text(FSI_FILE)).toBe('a=${endpoint:hsa-mbs:http}\nb=${endpoint:hsa-y:http}\n');
});

it('writes in the encoding, with the line ends and the permissions of the file, and says which', async () => {
  it_.put('north', FSI_FILE, GBK);
  chmodSync(join(it_.folder, 'north', 'config', FSI_FILE), 0o640);
  const { code, err } = await set('fsi.window', '保', '-s', 'service=hsa-mbs-fsi');
  expect(code).toBe(0);
  expect(err).toContain('written in its own encoding (GBK, CRLF)');
  expect(it_.bytes('north', FSI_FILE)).toEqual(Buffer.concat([GBK.subarray(0, -3), Buffer.from('\\u4fdd\r\n')]));
  expect(statSync(join(it_.folder, 'north', 'config', FSI_FILE)).mode & 0o777).toBe(0o640);
  expect(readdirSync(join(it_.folder, 'north', 'config', 'hsa-mbs-fsi'))).not.toContainEqual(expect.stringMatching(/tmp/));
});

it('writes none of several files when one of them cannot be written', async () => {
  const gbk = Buffer.concat([Buffer.from('# '), Buffer.from([0xd6, 0xd0]), Buffer.from('\nfsi: {window: x}\n')]);
  it_.put('north', PUB_FILE, gbk);
  const { code, document } = await it_.json('set', 'fsi.window', '😀', '-e', 'north', '-s', 'subsystem=mbs');
  expect(code).toBe(1);
  expect(document.problems).toMatchObject([{ code: 'CHAMP9207', args: { encoding: 'GBK', value: '😀 (U+1F600)' } }]);
  expect([text(FSI_FILE), it_.bytes('north', PUB_FILE)]).toEqual([FSI, gbk]);
});

it('says so when the value is there already', async () => {
  const { code, out, err } = await set('server.port', '9052');
  expect({ code, out, err }).toEqual({ code: 0, out: '', err: 'files that have the value already: 1\n' });
});

it('takes a value that begins with a hyphen behind --, and {{...}} as it is when asked to', async () => {
  expect((await it_.run('set', 'fsi.window', '-e', 'north', '-s', 'service=hsa-mbs-fsi', '--literal', '--', '-{{ .x }}{{name}}')).code).toBe(0);
  expect(text(FSI_FILE)).toBe(FSI.replace('86400', '-{{ .x }}{{name}}'));
  expect((await set('server.port', '80', '--as-text')).code).toBe(0);
  expect(text(PUB_FILE)).toBe(PUB.replace('9052', '"80"'));
});

it.each([
  ['an unknown variable', ['fsi.window', '{{servce}}'], 'CHAMP9215', 'service'],
  ['an unknown selector', ['fsi.window', 'x', '-s', 'layr=L5'], 'CHAMP9233', 'layer'],
  ['a value that no service has', ['fsi.window', 'x', '-s', 'vendor=vendor-88'], 'CHAMP9234', 'vendor-08'],
])('calls %s wrong usage, and names the nearest', async (_, args, code, near) => {
  const ended = await it_.json('set', ...args, '-e', 'north');
  expect(ended.code).toBe(2);
  expect(ended.document.problems).toMatchObject([{ code, args: { near } }]);
});

it('refuses a broken file of a selected service, and looks past it when another has the key', async () => {
  it_.put('north', 'hsa-mbs/logback-spring.xml', '<a>');
  expect((await it_.json('set', 'server.port', '1', '-e', 'north', '-s', 'subsystem=mbs')).code).toBe(1);
  expect(text(PUB_FILE)).toBe(PUB);
  const { code, err } = await set('server.port', '1');
  expect(code).toBe(0);
  expect(err).toContain('CHAMP1110');
  expect(text(PUB_FILE)).toBe(PUB.replace('9052', '1'));
});

it('names the right form for a key that is none in the file that is named', async () => {
  const { document } = await it_.json('set', 'a..b', '1', '-e', 'north', '-s', 'service=hsa-mbs-pub', '--file', 'application.yml');
  expect(document.problems).toMatchObject([{ code: 'CHAMP9204', args: { format: 'YAML', allowed: expect.stringContaining('a.b[0].c') } }]);
});

it('unset removes the line of the key, skips services without it, and refuses what nobody has', async () => {
  const { code, out, err } = await it_.run('unset', 'fsi.window', '-e', 'north', '-s', 'service=hsa-mbs-fsi,service=hsa-mbs');
  expect(code).toBe(0);
  expect(out).toMatch(/application\.properties\n {2}2 - fsi\.window=86400\n$/);
  expect(err).toBe('selected services without fsi.window: 1 (hsa-mbs)\nfiles written: 1\n');
  expect(text(FSI_FILE)).toBe(FSI.replace('fsi.window=86400\n', ''));
  expect((await it_.json('unset', 'fsi.windows', '-e', 'north')).document.problems).toMatchObject([{ code: 'CHAMP9213' }]);
});

it('makes no file of properties for a service that reads none, and names the kinds that do', async () => {
  const args = ['app.name', 'x', '--file', 'application.properties', '--create'];
  const { code, document } = await it_.json('set', ...args, '-e', 'north', '-s', 'service=hsa-mbs-ui,service=hsa-mbs-pub');
  expect(code).toBe(1);
  expect(document.problems).toMatchObject([{ code: 'CHAMP9262', args: { count: '1', services: 'hsa-mbs-ui', allowed: 'api, worker, batch' } }]);
  expect([it_.has('north', 'hsa-mbs-ui'), it_.has('north', 'hsa-mbs-pub/application.properties')]).toEqual([false, false]);
});

it('makes no file below a file, and none where a folder is', async () => {
  for (const path of ['application.properties/x.properties', 'more.properties']) {
    it_.put('north', 'hsa-mbs-fsi/more.properties/x.properties', 'a=1\n');
    const { document } = await it_.json('set', 'k', 'v', '-e', 'north', '-s', 'service=hsa-mbs-fsi', '--file', path, '--create');
    expect(codes(document)).toEqual([expect.stringMatching(/^CHAMP9261 hsa-mbs-fsi\//)]);
  }
  rmSync(join(it_.folder, 'north', 'config', 'hsa-mbs-fsi', 'more.properties'), { recursive: true });
});

it('writes nothing through a link that stands for the folder of a service', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'champ-outside-'));
  const link = join(it_.folder, 'north', 'config', 'hsa-mba-dsm');
  symlinkSync(outside, link);
  const { code, document } = await it_.json('set', 'k', 'v', '-e', 'north', '-s', 'service=hsa-mba-dsm', '--file', 'x.properties', '--create');
  expect([code, codes(document), readdirSync(outside)]).toEqual([1, ['CHAMP2049 hsa-mba-dsm'], []]);
  rmSync(link);
  rmSync(outside, { recursive: true });
});

it('writes no characters into XML that its declaration would make a reader take for others', async () => {
  it_.put('north', 'hsa-mbs/logback-spring.xml', '<?xml version="1.0" encoding="GBK"?>\n<a>1</a>\n');
  const wrong = await it_.json('set', 'a', '文', '-e', 'north', '-s', 'service=hsa-mbs');
  expect(codes(wrong.document)).toEqual(['CHAMP1204 hsa-mbs/logback-spring.xml:1:1']);
  expect((await set('a', '2', '-s', 'service=hsa-mbs')).code).toBe(0);
  expect(text('hsa-mbs/logback-spring.xml')).toContain('<a>2</a>');
});

it('names files that cannot be read beside a key that is nowhere, whether services are chosen or not', async () => {
  it_.put('north', 'hsa-mba-tax/big.properties', `tax.rate=1\n${'#'.repeat(2 ** 20)}\n`);
  for (const chosen of [[], ['-s', 'service=hsa-mba-tax']]) {
    const { code, document } = await it_.json('set', 'tax.rate', '2', '-e', 'north', ...chosen);
    expect([code, codes(document)]).toEqual([1, expect.arrayContaining(['CHAMP1102 hsa-mba-tax/big.properties'])]);
  }
  rmSync(join(it_.folder, 'north', 'config', 'hsa-mba-tax', 'big.properties'));
});
