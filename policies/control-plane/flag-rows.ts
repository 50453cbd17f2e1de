import type { Text } from '../../engine/problem/index.ts';
import type { Discovery, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { flagsOf, type Component, type Flags } from './flags.ts';

/** What one flag must be; `good` sees `undefined` where it is absent, and so decides what the binary's default is worth. */
export interface FlagRow {
  readonly component: Component;
  readonly flag: string;
  readonly want: Want;
}

export interface Want {
  readonly words: Text;
  readonly good: (value: string | undefined, flags: Flags) => boolean;
}

const words = (zh: string, en: string): Text => ({ zh, en });

export const SET: Want = { words: words('须设置', 'must be set'), good: (value) => value !== undefined && value !== '' };
export const UNSET: Want = { words: words('不得设置', 'must not be set'), good: (value) => value === undefined || value === '' };
export const TRUE: Want = { words: words('须为 true', 'must be true'), good: (value) => value === 'true' };
export const NOT_TRUE: Want = { words: words('不得为 true', 'must not be true'), good: (value) => value !== 'true' };
export const NOT_FALSE: Want = { words: words('不得为 false', 'must not be false'), good: (value) => value !== 'false' };
export const ABSENT_OR_ZERO: Want = { words: words('不得设置，或为 0', 'must be absent or 0'), good: (value) => value === undefined || value === '0' };
export const NOT_ZERO: Want = { words: words('不得为 0', 'must not be 0'), good: (value) => value !== '0' };
export const POSITIVE: Want = { words: words('须为正数', 'must be a positive number'), good: (value) => value !== undefined && /^\d+$/.test(value) && Number(value) > 0 };
/** Absent is TLS 1.2, the default of every release that is still known. */
export const TLS12: Want = { words: words('须为 TLS 1.2 或更高', 'must be TLS 1.2 or newer'), good: (value) => value === undefined || isTls12(value) };
export const CIPHERS: Want = {
  words: words('不得含弱密码套件', 'must name no weak cipher suites'),
  good: (value) => !(value ?? '').split(',').some((suite) => isWeak(suite)),
};

export const isTls12 = (version: string): boolean => /^(?:VersionTLS|TLS)1\.?[23]$/.test(version);

/** No forward secrecy, or a cipher without authentication of what it encrypts. */
export const isWeak = (suite: string): boolean => /^TLS_RSA_|_RC4_|3DES|_CBC_|_NULL_/.test(suite.trim());

/** Rows of one component. */
export function rows(component: Component, wants: Readonly<Record<string, Want>>): readonly FlagRow[] {
  return Object.entries(wants).map(([flag, want]) => ({ component, flag, want }));
}

/** What the rows find wrong, in every source of flags. */
export function* findFlags(estate: PolicyEstate, table: readonly FlagRow[]): Iterable<Discovery> {
  for (const component of new Set(table.map((row) => row.component))) {
    for (const flags of flagsOf(estate, component)) {
      for (const row of table) {
        if (row.component !== component) continue;
        const value = flags.values.get(row.flag);
        if (!row.want.good(value, flags)) yield flagWrong(flags, row.flag, row.want.words);
      }
    }
  }
}

export function flagWrong(flags: Flags, flag: string, want: Text): Discovery {
  const value = flags.values.get(flag);
  return {
    at: flags.at, field: flags.field(flag),
    message: {
      zh: `${flags.component} 的 --${flag} ${value === undefined ? '未设置' : `为 ${value}`}，${want.zh}`,
      en: `--${flag} of ${flags.component} ${value === undefined ? 'is not set' : `is ${value}`}: it ${want.en}`,
    },
  };
}

export const hasFlags = (...components: readonly Component[]) => (estate: PolicyEstate): boolean => components.some((component) => flagsOf(estate, component).length > 0);

/** A rule that is rows of flags and nothing else. */
export function flagRule(id: string, fix: Text, table: readonly FlagRow[]): EstateRule {
  return { id, fix, find: (estate) => findFlags(estate, table), present: hasFlags(...new Set(table.map((row) => row.component))) };
}
