import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonText, MEMBERS } from '../../../../engine/publish/bundle/manifest.ts';
import { packTar } from '../../../../engine/publish/bundle/tar.ts';
import { deployment, forged, gap, IMAGE, membersOf, withManifest, type Gap } from '../../../fixtures/publish/bundles.ts';
import { newKey } from '../../../fixtures/publish/keys.ts';
import { refused } from '../../../fixtures/publish/problems.ts';
import { git } from '../../../fixtures/publish/repositories.ts';
import { soak } from '../../../fixtures/soak.ts';

// each step runs git and ssh-keygen, and the machine may have other work
jest.setTimeout(soak(120_000, 3_600_000));

let at: Gap;
beforeEach(() => { at = gap(); });
afterEach(() => at.here.remove());

const A = 'linyi/core/core-mbs/configmap.a.yaml';
const objects = () => git(at.there, 'count-objects', '-v');

/** Refused with the code, and the repository is as it was. */
async function expectRefused(code: string, work: () => Promise<unknown>): Promise<void> {
  const before = [at.tip(), objects(), git(at.there, 'for-each-ref')];
  expect(await refused(work())).toMatchObject([{ code }]);
  expect([at.tip(), objects(), git(at.there, 'for-each-ref')]).toEqual(before);
}

it('brings the zone over, bundle after bundle, byte by byte', async () => {
  const first = await at.publish('1', '1', [deployment(IMAGE)]);
  expect(await at.apply(await at.carry())).toMatchObject({ applied: true, signer: 'sender@ops.example', manifest: { configTo: first } });
  await at.publish('2', '1', [deployment(IMAGE)]);
  await at.publish('3', '1', [deployment(IMAGE)]);
  const { manifest, before } = await at.apply(await at.carry({ since: first }));
  expect([git(at.there, 'rev-parse', 'main'), git(at.there, 'rev-parse', 'main~2')]).toEqual([manifest.to, before]);
  for (const file of at.here.files().filter((each) => each.startsWith('linyi/core/'))) expect(git(at.there, 'show', `main:${file}`)).toBe(at.here.show(file));
  expect(git(at.there, 'ls-tree', '-r', '--name-only', 'main').split('\n')).toEqual(at.here.files().filter((each) => each.startsWith('linyi/core/')));
  expect(git(at.there, 'fsck', '--strict')).toBe('');
});

it('takes a bundle that overlaps what is there, and one that brings nothing more', async () => {
  const first = await at.publish('1');
  await at.apply(await at.carry());
  await at.publish('2');
  await at.apply(await at.carry({ since: first }));
  await at.publish('3');
  const overlapping = await at.carry({ since: first });
  expect(await at.apply(overlapping)).toMatchObject({ applied: true });
  expect(await at.apply(overlapping)).toMatchObject({ applied: false });
  expect(await at.apply(await at.carry())).toMatchObject({ applied: false });
});

it('changes nothing in a dry run, and writes another branch when told so', async () => {
  await at.publish('1');
  const file = await at.carry();
  const before = objects();
  expect(await at.apply(file, { dryRun: true })).toMatchObject({ applied: false });
  expect([at.tip(), objects()]).toEqual([undefined, before]);
  await at.apply(file, { branch: 'incoming/core' });
  expect([at.tip(), git(at.there, 'show', `incoming/core:${A}`)]).toEqual([undefined, expect.stringContaining('value: "1"')]);
});

it('refuses a flipped bit, wherever it is', async () => {
  await at.publish('1');
  const file = await at.carry();
  const bytes = readFileSync(file);
  const codes = new Set<string>();
  for (let index = 0; index < bytes.length; index += soak(5, 1)) {
    const flipped = Buffer.from(bytes);
    flipped[index]! ^= 1 << (index % 8);
    writeFileSync(file, flipped);
    const problems = await refused(at.apply(file));
    codes.add(problems[0]!.code);
  }
  expect([...codes].sort()).toEqual(['CHAMP7201', 'CHAMP7206', 'CHAMP7219']);
  expect([at.tip(), git(at.there, 'for-each-ref')]).toEqual([undefined, '']);
  writeFileSync(file, bytes);
  expect(await at.apply(file)).toMatchObject({ applied: true });
}, 400_000);

it('refuses what is cut off, appended, missing, more or in another order', async () => {
  await at.publish('1');
  const bytes = readFileSync(await at.carry());
  for (const length of [0, 1, 511, 512, 1500, bytes.length - 1024, bytes.length - 1]) await expectRefused('CHAMP7201', () => at.apply(at.write(bytes.subarray(0, length))));
  for (const more of [Buffer.from([0]), Buffer.alloc(512), bytes]) await expectRefused('CHAMP7201', () => at.apply(at.write(Buffer.concat([bytes, more]))));
  const members = [...membersOf(at.write(bytes))];
  const without = (name: string) => new Map(members.filter(([each]) => each !== name));
  for (const other of [...members.map(([name]) => without(name)), new Map([...members, ['extra.txt', Buffer.from('x')] as [string, Buffer]]), new Map([...members].reverse())]) await expectRefused('CHAMP7202', () => at.apply(at.write(packTar(other))));
  await expectRefused('CHAMP7200', () => at.apply(join(at.here.folder, 'not-there')));
  await expectRefused('CHAMP7200', () => at.apply(at.here.folder));
});

it('refuses signers that are not trusted, not now, or not for this', async () => {
  await at.publish('1');
  const file = await at.carry();
  const other = newKey(at.here.folder, 'other');
  await expectRefused('CHAMP7204', async () => at.apply(await at.carry({ key: other.file })));
  await expectRefused('CHAMP7204', async () => at.apply(await forged(at, file, () => {}, other.file)));
  await expectRefused('CHAMP7205', () => at.apply(file, { allowedSigners: at.key.signers('valid-before="20200101"') }));
  await expectRefused('CHAMP7204', () => at.apply(file, { allowedSigners: at.key.signers('namespaces="git"') }));
  await expectRefused('CHAMP7221', () => at.apply(file, { allowedSigners: join(at.here.folder, 'none') }));
});

it('refuses an older bundle, a gap between bundles, and another history', async () => {
  const first = await at.publish('1');
  const old = await at.carry();
  const second = await at.publish('2');
  const next = await at.carry({ since: first });
  await at.publish('3');
  const later = await at.carry({ since: second });
  await expectRefused('CHAMP7210', () => at.apply(later));
  await at.apply(old);
  await expectRefused('CHAMP7210', () => at.apply(later));
  await at.apply(next);
  await at.apply(later);
  await expectRefused('CHAMP7211', () => at.apply(old));
  await expectRefused('CHAMP7211', () => at.apply(next));

  const elsewhere = gap();
  try {
    await elsewhere.publish('9');
    const alien = await elsewhere.carry();
    await expectRefused('CHAMP7212', () => at.apply(alien, { allowedSigners: elsewhere.signers }));
  } finally {
    elsewhere.here.remove();
  }
});

it('refuses a bundle of another zone or environment', async () => {
  await at.publish('1');
  const [core, public_] = [await at.carry(), await at.carry({ zone: 'public' })];
  await expectRefused('CHAMP7208', () => at.apply(core, { zone: 'public' }));
  await expectRefused('CHAMP7208', () => at.apply(core, { environment: 'dev' }));
  await at.apply(core, { environment: 'linyi', zone: 'core' });
  await expectRefused('CHAMP7208', () => at.apply(public_));
  await expectRefused('CHAMP7208', async () => at.apply(await forged(at, public_, withManifest({ zone: 'core' })), { zone: 'public' }));
});

it('refuses what a trusted signer signed but is not in itself right', async () => {
  const first = await at.publish('1', '1', [deployment(IMAGE)]);
  const file = await at.carry();
  const public_ = await at.carry({ zone: 'public' });
  const lie = (fields: Readonly<Record<string, unknown>>) => forged(at, file, withManifest(fields));
  await expectRefused('CHAMP7209', async () => at.apply(await lie({ to: first })));
  await expectRefused('CHAMP7209', async () => at.apply(await lie({ branch: 'other' })));
  await expectRefused('CHAMP7209', async () => at.apply(await lie({ commits: 2 })));
  await expectRefused('CHAMP7214', async () => at.apply(await lie({ objects: 99 })));
  await expectRefused('CHAMP7209', async () => at.apply(await lie({ environment: 'dev' })));
  await expectRefused('CHAMP7209', async () => at.apply(await forged(at, public_, withManifest({ zone: 'core' }))));
  await expectRefused('CHAMP7207', async () => at.apply(await lie({ version: 2 })));
  await expectRefused('CHAMP7207', async () => at.apply(await lie({ more: 1 })));
  await expectRefused('CHAMP7207', async () => at.apply(await forged(at, file, (members) => members.set(MEMBERS.manifest, Buffer.from('{')))));
  await expectRefused('CHAMP7207', async () => at.apply(await forged(at, file, (members) => members.set(MEMBERS.images, Buffer.from('[]')))));
  await expectRefused('CHAMP7214', async () => at.apply(await forged(at, file, (members) => members.set(MEMBERS.images, jsonText({ environment: 'linyi', zone: 'core', images: [], charts: [] })))));
  await expectRefused('CHAMP7214', async () => at.apply(await forged(at, file, (members) => members.set(MEMBERS.images, jsonText({ images: 'x' })))));
  await expectRefused('CHAMP7209', async () => at.apply(await forged(at, file, (members) => members.set(MEMBERS.git, Buffer.from('nonsense')))));
  await expectRefused('CHAMP7209', async () => at.apply(await forged(at, file, (members) => members.set(MEMBERS.git, members.get(MEMBERS.git)!.subarray(0, -30)))));
});

it('refuses a tree that is not what its ledger says', async () => {
  await at.publish('1');
  const file = await at.carry();
  git(at.here.folder, 'clone', '--quiet', at.here.remote, 'bad');
  const bad = join(at.here.folder, 'bad');
  git(bad, 'checkout', '--quiet', '--orphan', 'other');
  git(bad, 'rm', '-r', '--quiet', '--cached', 'linyi/public');
  writeFileSync(join(bad, A), 'kind: Else\n');
  git(bad, 'add', A);
  git(bad, 'commit', '--quiet', '-m', 'x');
  const to = git(bad, 'rev-parse', 'HEAD');
  git(bad, 'branch', '--force', 'main', to);
  git(bad, 'bundle', 'create', '--quiet', 'x.bundle', 'refs/heads/main');
  await expectRefused('CHAMP7213', async () => at.apply(await forged(at, file, (members) => {
    members.set(MEMBERS.git, readFileSync(join(bad, 'x.bundle')));
    withManifest({ to, from: null, commits: 1 })(members);
  })));
});

it('refuses a place that is no bare repository, and leaves the branch to who moved it meanwhile', async () => {
  await at.publish('1');
  const file = await at.carry();
  for (const repository of [join(at.here.folder, 'none'), at.here.source, at.here.folder]) await expectRefused('CHAMP7218', () => at.apply(file, { repository }));
  await expectRefused('CHAMP7023', () => at.apply(file, { branch: 'a..b' }));
  writeFileSync(join(at.there, 'refs/heads/main.lock'), '');
  expect(await refused(at.apply(file))).toMatchObject([{ code: 'CHAMP7220' }]);
  expect(at.tip()).toBeUndefined();
});
