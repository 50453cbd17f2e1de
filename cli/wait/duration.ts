const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

/** Milliseconds of `90s`, `30m`, `1h30m`, up to a week; undefined for anything else. */
export function durationOf(text: string): number | undefined {
  if (!/^(\d{1,6}[smh])+$/.test(text)) return undefined;
  const total = [...text.matchAll(/(\d+)([smh])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit!]!, 0);
  return total > 0 && total <= 7 * 24 * 3_600_000 ? total : undefined;
}
