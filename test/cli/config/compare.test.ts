import { FSI, rig, type Rig } from './rig.ts';

const FILE = 'hsa-mbs-fsi/application.properties';
let it_: Rig;
beforeAll(() => { it_ = rig('north', 'south'); });
afterAll(() => it_.remove());
beforeEach(() => {
  it_.put('north', FILE, FSI);
  it_.put('south', FILE, FSI);
});

it('ends with 0 and says so when nothing differs, whatever order, comments and escapes say', async () => {
  it_.put('south', FILE, FSI.split('\n').reverse().join('\n').replace('86400', '\\u0038\\u0036400'));
  expect(await it_.run('compare', 'north', 'south')).toEqual({ code: 0, out: '', err: 'the configuration of north and south does not differ\n' });
});

it('tells keys and names of secrets that one has alone, and values that differ', async () => {
  it_.put('south', FILE, FSI.replace('86400', '1').replace('fsi.mbs.url', 'fsi.new.url').replace('envelope#sm2', 'other#sm2'));
  const { code, document } = await it_.json('compare', 'north', 'south');
  expect(code).toBe(1);
  expect(document).toMatchObject({
    version: 1, a: 'north', b: 'south', effective: false,
    services: [{
      service: 'hsa-mbs-fsi',
      onlyInA: [{ file: 'application.properties', key: 'fsi.mbs.url' }], onlyInB: [{ file: 'application.properties', key: 'fsi.new.url' }],
      different: [{ key: 'fsi.window', a: '86400', b: '1' }, { key: 'fsi.sign-key', b: '${secret:vendor-08/hsa-mbs-fsi/other#sm2-private-key}' }],
      secrets: { onlyInA: ['vendor-08/hsa-mbs-fsi/envelope#sm2-private-key'], onlyInB: ['vendor-08/hsa-mbs-fsi/other#sm2-private-key'] },
    }],
  });
  const { out } = await it_.run('compare', 'north', 'south');
  expect(out).toMatch(/^hsa-mbs-fsi\n {2}only in north {2}application\.properties {2}fsi\.mbs\.url/);
  expect(out).toMatch(/^ {2}different +application\.properties +fsi\.window +86400 -> 1$/m);
  expect(out).toMatch(/^ {2}only in south +secret +vendor-08\/hsa-mbs-fsi\/other#sm2-private-key$/m);
});

it('shows no value that looks secret, and still that it differs', async () => {
  it_.put('north', FILE, 'db.password=Wx7pLq90\nonly.token=Zz81kkQwErTy5566\n');
  it_.put('south', FILE, 'db.password=Vb3nMk21\n');
  const ended = [await it_.run('compare', 'north', 'south'), await it_.run('compare', 'north', 'south', '--json')];
  for (const { out, err } of ended) expect(out + err).not.toMatch(/Wx7pLq90|Vb3nMk21|Zz81kkQwErTy5566/);
  expect(ended[0]!.out).toMatch(/different +application\.properties +db\.password +<hidden> -> <hidden>/);
});

it('compares what is selected alone', async () => {
  it_.put('south', FILE, 'x=1\n');
  expect((await it_.run('compare', 'north', 'south', '-s', 'subsystem=pss')).code).toBe(0);
  expect((await it_.run('compare', 'north', 'south', '-s', 'service=hsa-mbs-fsi')).code).toBe(1);
  expect((await it_.run('compare', 'north', 'south', '-s', 'service=hsa-none')).code).toBe(2);
});

it('compares with --effective what the pods get: the delivered value that one side overrides is told', async () => {
  it_.put('south', FILE, `${FSI}hsa.env=x\n`);
  const own = await it_.json('compare', 'north', 'south');
  const all = await it_.json('compare', 'north', 'south', '--effective');
  expect(own.document.services).toHaveLength(1);
  expect(all.document).toMatchObject({ effective: true, services: [{ service: 'hsa-mbs-fsi', onlyInB: [{ key: 'hsa.env' }] }] });
});

it('lays many keys of one file out as their number', async () => {
  it_.put('south', FILE, `${FSI}${Array.from({ length: 60 }, (_, index) => `key.n${index}=1\n`).join('')}`);
  const { out } = await it_.run('compare', 'north', 'south');
  expect(out.split('\n')).toHaveLength(1 + 20 + 1 + 1);
  expect(out).toContain('... and 40 more keys');
});

it('compares nothing when a file cannot be read', async () => {
  it_.put('south', FILE, 'a=1\na=2\n');
  const { code, document } = await it_.json('compare', 'north', 'south');
  expect(code).toBe(1);
  expect(document.problems).toMatchObject([{ code: 'CHAMP1111' }]);
  expect((await it_.run('compare', 'north', 'sout')).err).toMatch(/CHAMP5001[^]*south/);
});

it('never calls files alike that it cannot read', async () => {
  const it_ = rig('one', 'other');
  it_.put('one', 'hsa-mbs-fsi/notes.txt', '1\n');
  it_.put('other', 'hsa-mbs-fsi/notes.txt', '2\n');
  const { code, document } = await it_.json('compare', 'one', 'other', '-s', 'service=hsa-mbs-fsi');
  expect([code, document.problems.map(({ code: each }: { readonly code: string }) => each)]).toEqual([1, ['CHAMP1201', 'CHAMP1201']]);
  it_.remove();
});
