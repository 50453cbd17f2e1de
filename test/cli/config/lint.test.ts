import { FSI, LOGBACK, rig, type Rig } from './rig.ts';

let it_: Rig;
beforeAll(() => { it_ = rig('clean', 'dirty'); });
afterAll(() => it_.remove());

it('finds nothing in clean files, and says how many there are and in which encoding', async () => {
  it_.put('clean', 'hsa-mbs-fsi/application.properties', FSI);
  it_.put('clean', 'hsa-mbs/logback-spring.xml', LOGBACK);
  expect(await it_.run('lint', '-e', 'clean')).toEqual({ code: 0, out: 'clean: 2 files (UTF-8, LF x2), 0 problems\n', err: '' });
});

it('reports every fault of every file with its place', async () => {
  it_.put('dirty', 'hsa-mbs-fsi/application.properties', 'a=1\na=2\nb=${endpoint:hsa-mbz:http}\n');
  it_.put('dirty', 'hsa-mbs-fsi/gbk.properties', Buffer.concat([Buffer.from('n='), Buffer.from([0xd6, 0xd0]), Buffer.from('\nu=${endpoint:hsa-nothing:http}\n')]));
  it_.put('dirty', 'hsa-mbs-fsi/wide.json', Buffer.from('\ufeff{"a": "中"}\r\n', 'utf16le'));
  it_.put('dirty', 'hsa-mbs-pub/application.yml', '\ufeffspring:\r\n  datasource:\r\n    password: Wx7pLq90\r\n');
  it_.put('dirty', 'hsa-mbs/a.xml', '<a>\n  <property name="db.password" value="Wx7pLq90"/>\n  <b>\n</a>\n');
  it_.put('dirty', 'hsa-mbs/notes.txt', 'x\n');
  it_.put('dirty', 'hsa-mbz/a.properties', 'a=1\n');
  it_.put('dirty', 'hsa-mbs/bytes.properties', Buffer.from([0x61, 0x3d, 0xff, 0xfe, 0xfd]));
  const { code, document } = await it_.json('lint', '-e', 'dirty');
  expect(code).toBe(1);
  const [{ files, problems }] = document.environments;
  expect(problems.map((each: { code: string; where: string }) => `${each.where.replace(/^.*\/config\//, '')} ${each.code}`)).toEqual(expect.arrayContaining([
    'hsa-mbs-fsi/application.properties:2:1 CHAMP1111', 'hsa-mbs-fsi/gbk.properties:1:3 CHAMP1105', 'hsa-mbs-fsi/gbk.properties:2:3 CHAMP2033', 'hsa-mbs-fsi/wide.json:1:1 CHAMP1104',
    'hsa-mbs-pub/application.yml:1:1 CHAMP1103', 'hsa-mbs-pub/application.yml:1:8 CHAMP1108', 'hsa-mbs-pub/application.yml:3:15 CHAMP9218',
    'hsa-mbs/a.xml:2:39 CHAMP9218', 'hsa-mbs/a.xml:4:1 CHAMP1110', 'hsa-mbs/notes.txt:1:1 CHAMP1201', 'hsa-mbz CHAMP2036', 'hsa-mbs/bytes.properties:1:3 CHAMP1106',
  ]));
  expect(files).toContainEqual({ service: 'hsa-mbs-fsi', file: 'gbk.properties', format: 'properties', encoding: 'GBK', bom: false, lineEnds: 'LF' });
  expect(files).toContainEqual({ service: 'hsa-mbs-fsi', file: 'wide.json', format: 'json', encoding: 'UTF-16LE', bom: true, lineEnds: 'CRLF' });
  expect(files).toContainEqual({ service: 'hsa-mbs-pub', file: 'application.yml', format: 'yaml', encoding: 'UTF-8', bom: true, lineEnds: 'CRLF' });
  expect(JSON.stringify(document)).not.toContain('Wx7pLq90');
});

it('reads all environments where none is named, and tells people on standard error', async () => {
  const { code, out, err } = await it_.run('lint', '--lang', 'zh');
  expect(code).toBe(1);
  expect(out).toMatch(/^clean:2 个文件\(UTF-8, LF x2\),0 个问题\ndirty:/);
  expect(err).toMatch(/CHAMP1111 .*application\.properties:2:1\n[^]*发现 \d+ 个问题/);
});

it('takes no reference for a credential', async () => {
  it_.put('clean', 'hsa-mbs-fsi/b.yml', 'db:\n  password: "${secret:vendor-08/hsa-mbs-fsi/db-7f3a#password}"\n  token: x${secret:vendor-08/a1b2c3#k9}\n'.replace('x$', '$'));
  expect((await it_.run('lint', '-e', 'clean')).code).toBe(0);
});
