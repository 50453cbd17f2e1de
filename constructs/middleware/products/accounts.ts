import type { Holding } from '../contract.ts';
import type { MiddlewareKind } from '../kinds.ts';

/** One account: whoever holds several things in a kind reaches them with the same one. */
export interface Account {
  readonly tenant: string;
  readonly service: string;
  readonly holdings: readonly Holding[];
}

/** Accounts in the order of their first holding. */
export function accountsOf(holdings: readonly Holding[]): readonly Account[] {
  const found = new Map<string, Holding[]>();
  for (const holding of holdings) {
    const key = `${holding.tenant}/${holding.service}`;
    found.set(key, [...(found.get(key) ?? []), holding]);
  }
  return [...found.values()].map((all) => ({ tenant: all[0]!.tenant, service: all[0]!.service, holdings: all }));
}

/** Reference to a property of an account in the external store, `username` and `password` above all. */
export function accountSecret({ tenant, service }: Pick<Holding, 'tenant' | 'service'>, kind: MiddlewareKind, property: string): string {
  return `\${secret:${tenant}/${service}/${kind}#${property}}`;
}

/** What several holdings name, each once. */
export function named(account: Account, of: (holding: Holding) => readonly string[]): readonly string[] {
  return [...new Set(account.holdings.flatMap(of))];
}
