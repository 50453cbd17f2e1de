import { credentialsIn } from '../../../engine/secrets/index.ts';
import { base64, keyPair, made, password } from './made.ts';

const SIZE = 8 * 2 ** 20;
const filled = (unit: string): string => unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE);
/** Seconds of the processor, which other work on the machine does not lengthen. */
function cpu(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

// what is usual is a second
const MOST_SECONDS = 20;
jest.setTimeout(300_000);

describe('eight megabytes without a break', () => {
  it.each(['a', 'A', 'aA0', '+/', '=', ' ', '1', '-', '_', '.', '"', '\\', '\n', '密'])('of %j hold nothing, whatever the key, and are searched in seconds', (unit) => {
    const text = filled(unit);
    for (const key of ['', 'password']) expect(cpu(() => expect(credentialsIn(text, { key })).toEqual([]))).toBeLessThan(MOST_SECONDS);
  });

  it.each([
    ['eyJaaaaaaaa.', 'a'], ['-----BEGIN PRIVATE KEY-----', ' '], ['-----BEGIN PRIVATE KEY-----\n', 'a: '], ['-----BEGIN CERTIFICATE-----', 'A'], ['ENC(', 'a'], ['{cipher}', 'A'],
    ['<password>', ' '], ['<password>', 'a '], ['password=', ' '], ['password: a', ' '], ['"password" value="', '\\'], ['password=$(', 'a'], ['token ', ' '], ['auth', ' '], ['mysql ', ' '], ['user a ', ' '], ['://a:', 'b'], ['1a1a1a1', ' a'],
  ])('of %j and then %j hold nothing', (start, unit) => {
    const text = start + filled(unit);
    expect(cpu(() => expect(credentialsIn(text)).toEqual([]))).toBeLessThan(MOST_SECONDS);
  });

  it.each(['-eyJa', 'eyJaaaaaaaa-', '://', 'curl -u ', 'mysql ', 'token\\', 'password=password ', '-----BEGIN PRIVATE KEY-----a: ', '${a', '<password>'])('of nothing but %j, each of which starts a search, take seconds', (unit) => {
    const text = filled(unit);
    expect(cpu(() => credentialsIn(text))).toBeLessThan(MOST_SECONDS);
  });

  it.each(['a://b:cdefg1@f ', 'mysql -pabc1x ', `bearer ${made(30)} `, 'user a on >abcd1 ', 'password=abc1x;'])('of nothing but credentials as %j are some of them', (unit) => {
    const { length } = credentialsIn(filled(unit));
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThanOrEqual(20);
  });

  it('do not hide what stands before, within and behind them', () => {
    const quarter = 'a'.repeat(SIZE / 4);
    const values = [password(), password(), password()];
    const text = `db.password=${values[0]}\n${quarter}\ndb.password=${values[1]}\n${quarter} db.password=${values[2]}\n`;
    expect(credentialsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(values);
  });
});

it('a line of many spaces behind a key is read once', () => {
  const text = Array.from({ length: 200 }, () => `password: a${' '.repeat(4000)}b c`).join('\n');
  expect(cpu(() => credentialsIn(text))).toBeLessThan(MOST_SECONDS);
});

it('a private key behind its headers is found, and headers without a key are read once', () => {
  const body = keyPair.privateKey.split('\n');
  const text = [body[0], 'Proc-Type: 4,ENCRYPTED', 'DEK-Info: AES-256-CBC,0011', '', ...body.slice(1)].join('\n');
  expect(credentialsIn(text).map(({ kind }) => kind)).toEqual(['privateKey']);
  expect(cpu(() => expect(credentialsIn(`${body[0]}\n${'a: '.repeat(5000)}\n!`)).toEqual([]))).toBeLessThan(MOST_SECONDS);
});

it('a token behind a prefix is found', () => {
  const token = `${'ey'}J${made(30)}.${'ey'}J${made(60)}.${made(40)}`;
  for (const text of [token, `session-${token}`, `"${token}"`, `a.b/${token}`]) expect(credentialsIn(text).map(({ kind }) => kind)).toContain('token');
  expect(credentialsIn(`x: ${base64(token)}`).map(({ kind }) => kind)).toEqual(['token']);
});
