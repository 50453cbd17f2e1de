import { at, isRecord, list, texts } from '../../engine/inspect/plain.ts';
import type { EstateFile, EstateObject, PolicyEstate } from '../../engine/policy/index.ts';
import { filesOf } from './documents.ts';

export interface FirewallRule {
  readonly field: string;
  readonly to: readonly string[];
  readonly from: readonly string[];
  /** E.g. `2379-2380/tcp`; empty for all ports. */
  readonly ports: string;
}

export interface Firewall {
  readonly at: EstateFile | EstateObject;
  readonly zone: string;
  readonly rules: readonly FirewallRule[];
}

/** Files that list what machines let in: `rules` of `to`, `ports`, `from`; what no rule names is closed. */
export function firewallsOf(estate: PolicyEstate): readonly Firewall[] {
  return filesOf(estate).flatMap((file): Firewall[] => {
    const rules = list(file.content['rules']);
    if (file.content['kind'] !== undefined || rules.length === 0 || !rules.every((rule) => isRecord(rule) && 'to' in rule && 'from' in rule)) return [];
    return [{
      at: file.at, zone: file.zone,
      rules: rules.map((rule, index) => ({ field: `rules[${index}]`, to: texts(at(rule, 'to')), from: texts(at(rule, 'from')), ports: portText(at(rule, 'ports')) })),
    }];
  });
}

const portText = (ports: unknown): string => (typeof ports === 'string' || typeof ports === 'number' ? String(ports) : texts(ports).join(','));

/** First and last port of each range; all ports where none is named or it cannot be read. */
export function portsOf(ports: string): readonly (readonly [number, number])[] {
  const ranges = ports.split(',').map((part) => /^\s*(\d+)(?:-(\d+))?(?:\/\w+)?\s*$/.exec(part));
  if (ranges.some((range) => range === null)) return [[0, 65535]];
  return ranges.map((range) => [Number(range![1]), Number(range![2] ?? range![1])]);
}

/** No source at all, or one so wide that it is the internet. */
export function isOpen(from: readonly string[]): boolean {
  return from.length === 0 || from.some((block) => {
    const [address, bits] = block.split('/');
    return bits !== undefined && Number(bits) < (address!.includes(':') ? 16 : 8);
  });
}

/** True when every block of `inner` lies in some block of `outer`; what cannot be read as IPv4 must stand in both word for word. */
export function covers(outer: readonly string[], inner: readonly string[]): boolean {
  const blocks = outer.map(range);
  return inner.every((block) => {
    const own = range(block);
    return outer.includes(block) || (own !== undefined && blocks.some((each) => each !== undefined && each[0] <= own[0] && own[1] <= each[1]));
  });
}

/** First and last IPv4 address of a block, as numbers. */
function range(block: string): readonly [number, number] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(block.trim());
  if (!match) return undefined;
  const address = match.slice(1, 5).reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(match[5] ?? 32));
  const first = address - (address % size);
  return [first, first + size - 1];
}
