import { at, text, texts, type Plain } from '../inspect/plain.ts';
import { coverage, parseBlock, PRIVATE, subtract, type AddressRange } from './addresses.ts';

/** The `ipBlock` of a peer, read: what it holds, and how it is written. */
export interface IpBlock {
  /** Empty where the API server would refuse it. */
  readonly ranges: readonly AddressRange[];
  /** E.g. `10.0.0.0/8 except 10.1.0.0/16`. */
  readonly text: string;
  /** A block of fewer than 8 bits, which holds pods and nodes wherever they are. */
  readonly wide: boolean;
}

export function readIpBlock(peer: Plain): IpBlock {
  const cidr = text(at(peer, 'ipBlock', 'cidr')) ?? '';
  const except = texts(at(peer, 'ipBlock', 'except'));
  const range = cidr.includes('/') ? parseBlock(cidr) : undefined;
  // an exception that cannot be read excepts nothing
  const holes = except.flatMap((each) => parseBlock(each) ?? []);
  return {
    ranges: range ? subtract(range, holes) : [],
    text: except.length > 0 ? `${cidr} except ${except.join(' ')}` : cidr,
    wide: range !== undefined && /\/0*[0-7]$/.test(cidr),
  };
}

/** How much of some networks a block holds. Networks that nobody knows are somewhere in the private ones: only a wide block is sure to meet them. */
export function covers(block: IpBlock, networks: readonly AddressRange[] | undefined): 'none' | 'part' | 'whole' {
  if (networks !== undefined) return coverage(networks, block.ranges);
  return block.wide && coverage(PRIVATE, block.ranges) !== 'none' ? 'whole' : 'none';
}
