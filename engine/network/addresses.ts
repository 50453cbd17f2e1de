import { isIPv6 } from 'node:net';

/** Addresses of one version from the first to the last, both included. */
export interface AddressRange {
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

const BITS = { 4: 32, 6: 128 } as const;
/** `::ffff:0:0/96`: IPv4 written as IPv6. */
const MAPPED = 0xffffn << 32n;

/** A block such as `10.0.0.0/8` or `fd00::/8`, bits below the prefix ignored; a bare address is a block of one. Undefined for anything else. */
export function parseBlock(text: string): AddressRange | undefined {
  // longer than any address, so that bad input costs nothing
  if (text.length > 64) return undefined;
  const [address = '', prefix, more] = text.split('/');
  const value = parseAddress(address);
  if (!value || more !== undefined) return undefined;
  const { version, number } = value;
  const bits = BITS[version];
  if (prefix !== undefined && (!/^\d{1,3}$/.test(prefix) || Number(prefix) > bits)) return undefined;
  const free = BigInt(bits - Number(prefix ?? bits));
  const first = (number >> free) << free;
  return unmapped({ version, first, last: first + (1n << free) - 1n });
}

function parseAddress(text: string): { readonly version: 4 | 6; readonly number: bigint } | undefined {
  if (!text.includes(':')) {
    const number = parseFour(text);
    return number === undefined ? undefined : { version: 4, number };
  }
  if (!isIPv6(text) || text.includes('%')) return undefined;
  const dotted = text.includes('.') ? text.slice(text.lastIndexOf(':') + 1) : undefined;
  const tail = dotted === undefined ? undefined : parseFour(dotted);
  const whole = tail === undefined ? text : `${text.slice(0, -dotted!.length)}${(tail >> 16n).toString(16)}:${(tail & 0xffffn).toString(16)}`;
  const [left = '', right] = whole.split('::');
  const words = (part: string) => part.split(':').filter((word) => word !== '');
  const before = words(left);
  const after = words(right ?? '');
  const zeros: string[] = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return { version: 6, number: [...before, ...zeros, ...after].reduce((sum, word) => (sum << 16n) | BigInt(`0x${word}`), 0n) };
}

/** Leading zeros are decimal, as Kubernetes reads them in fields that exist for long. */
function parseFour(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^0*\d{1,3}$/.test(part) && Number(part) <= 255)) return undefined;
  return parts.reduce((sum, part) => (sum << 8n) | BigInt(Number(part)), 0n);
}

function unmapped(range: AddressRange): AddressRange {
  if (range.version === 4 || range.first >> 32n !== 0xffffn || range.last >> 32n !== 0xffffn) return range;
  return { version: 4, first: range.first - MAPPED, last: range.last - MAPPED };
}

/** What is left of a range without the holes. */
export function subtract(range: AddressRange, holes: readonly AddressRange[]): readonly AddressRange[] {
  let left: readonly AddressRange[] = [range];
  for (const hole of holes) {
    left = left.flatMap((each) => {
      if (!overlap(each, hole)) return [each];
      const parts: AddressRange[] = [];
      if (each.first < hole.first) parts.push({ ...each, last: hole.first - 1n });
      if (hole.last < each.last) parts.push({ ...each, first: hole.last + 1n });
      return parts;
    });
  }
  return left;
}

/** What is in both. */
export const intersect = (a: readonly AddressRange[], b: readonly AddressRange[]): readonly AddressRange[] => (
  a.flatMap((each) => b.filter((other) => overlap(each, other)).map((other): AddressRange => ({
    version: each.version, first: each.first > other.first ? each.first : other.first, last: each.last < other.last ? each.last : other.last,
  })))
);

export function overlap(a: AddressRange, b: AddressRange): boolean {
  return a.version === b.version && a.first <= b.last && b.first <= a.last;
}

/** How much of the ranges lies within others. */
export function coverage(of: readonly AddressRange[], by: readonly AddressRange[]): 'none' | 'part' | 'whole' {
  if (!of.some((each) => by.some((other) => overlap(each, other)))) return 'none';
  return of.every((each) => subtract(each, by).length === 0) ? 'whole' : 'part';
}

/** The same addresses, each once, in order. */
export function merge(ranges: readonly AddressRange[]): readonly AddressRange[] {
  const merged: AddressRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.version - b.version || compare(a.first, b.first))) {
    const last = merged.at(-1);
    if (!last || last.version !== range.version || range.first > last.last + 1n) merged.push(range);
    else if (range.last > last.last) merged[merged.length - 1] = { ...last, last: range.last };
  }
  return merged;
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** Number of addresses, each counted once. */
export const sizeOf = (ranges: readonly AddressRange[]): bigint => merge(ranges).reduce((sum, { first, last }) => sum + last - first + 1n, 0n);

/** The fewest blocks that are a range. */
export function cidrsOf({ version, first, last }: AddressRange): readonly string[] {
  const bits = BigInt(BITS[version]);
  const cidrs: string[] = [];
  for (let next = first; next <= last;) {
    let free = 0n;
    while (free < bits && next % (2n << free) === 0n && next + (2n << free) - 1n <= last) free += 1n;
    cidrs.push(`${addressText(version, next)}/${bits - free}`);
    next += 1n << free;
  }
  return cidrs;
}

function addressText(version: 4 | 6, address: bigint): string {
  const [parts, width] = version === 4 ? [4, 8n] as const : [8, 16n] as const;
  const words = Array.from({ length: parts }, (_, index) => (address >> (width * BigInt(parts - 1 - index))) & ((1n << width) - 1n));
  return version === 4 ? words.join('.') : words.map((word) => word.toString(16)).join(':');
}

/** Private and local networks: RFC 1918, 3927, 4193, 4291, 6598, and loopback. */
export const PRIVATE: readonly AddressRange[] = [
  '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16', '127.0.0.0/8', 'fc00::/7', 'fe80::/10',
].map((block) => parseBlock(block)!);
