import { cidrsOf, coverage, intersect, merge, overlap, parseBlock, sizeOf, subtract } from '../../../engine/network/addresses.ts';

const block = (text: string) => parseBlock(text)!;
const hex = ({ version, first, last }: { version: number; first: bigint; last: bigint }) => [version, first.toString(16), last.toString(16)];

describe('address blocks', () => {
  it.each([
    ['10.0.0.0/8', [4, 'a000000', 'affffff']],
    ['10.1.2.3/8', [4, 'a000000', 'affffff']],
    ['0.0.0.0/0', [4, '0', 'ffffffff']],
    ['192.168.1.1', [4, 'c0a80101', 'c0a80101']],
    ['010.0.0.1/32', [4, 'a000001', 'a000001']],
    ['::/0', [6, '0', 'f'.repeat(32)]],
    ['fd00:ec2::254', [6, 'fd000ec2000000000000000000000254', 'fd000ec2000000000000000000000254']],
    ['2001:db8::/127', [6, '20010db8000000000000000000000000', '20010db8000000000000000000000001']],
    ['::ffff:10.0.0.0/104', [4, 'a000000', 'affffff']],
  ])('reads %s', (text, expected) => {
    expect(hex(block(text))).toEqual(expected);
  });

  it.each(['', '10.0.0.0/33', '10.0.0/8', '256.0.0.0/8', '10.0.0.0/8/8', '10.0.0.0/-1', 'fe80::1%eth0', '1::2::3/64', '::/129', 'mysql', 'a:'.repeat(10_000)])('reads nothing from %.20s', (text) => {
    expect(parseBlock(text)).toBeUndefined();
  });

  it('takes holes out, and only those of the same version', () => {
    const left = subtract(block('10.0.0.0/8'), ['10.0.0.0/16', '10.255.0.0/16', '::/0', '11.0.0.0/8'].map(block));
    expect(left.map(hex)).toEqual([[4, 'a010000', 'afeffff']]);
    expect(subtract(block('10.0.0.0/8'), [block('0.0.0.0/0')])).toEqual([]);
  });

  it('says how much of a network others hold', () => {
    expect(coverage([block('10.0.0.0/24')], ['10.0.0.0/25', '10.0.0.128/25'].map(block))).toBe('whole');
    expect(coverage([block('10.0.0.0/24')], [block('10.0.0.0/25')])).toBe('part');
    expect(coverage([block('10.0.0.0/24')], [block('10.0.1.0/24')])).toBe('none');
    expect(overlap(block('0.0.0.0/0'), block('::/0'))).toBe(false);
  });

  it('finds what two lists have in common, and writes a range as blocks', () => {
    expect(intersect(['10.0.0.0/24', 'fd00::/8'].map(block), ['10.0.0.128/25', '11.0.0.0/8'].map(block)).flatMap(cidrsOf)).toEqual(['10.0.0.128/25']);
    expect(cidrsOf({ version: 4, first: 1n, last: 6n })).toEqual(['0.0.0.1/32', '0.0.0.2/31', '0.0.0.4/31', '0.0.0.6/32']);
    expect(cidrsOf(block('::/0'))).toEqual(['0:0:0:0:0:0:0:0/0']);
  });

  it('counts each address once', () => {
    expect(sizeOf(['10.0.0.0/25', '10.0.0.128/25', '10.0.0.7'].map(block))).toBe(256n);
    expect(merge(['10.0.0.128/25', '10.0.0.0/25'].map(block)).map(hex)).toEqual([[4, 'a000000', 'a0000ff']]);
  });
});
