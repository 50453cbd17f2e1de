import { InvalidArgumentError } from 'commander';

/** Exceptions end by the calendar of the people who signed them; only a run without `--date` asks the clock. */
export function today(now: Date = new Date()): string {
  return [String(now.getFullYear()), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
}

/** The value of `--date`. */
export function dayArgument(value: string): string {
  const parsed = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  if (!parsed || Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== value) throw new InvalidArgumentError('YYYY-MM-DD');
  return value;
}

/** The value of `--at`, with its offset from UTC. */
export function momentArgument(value: string): Date {
  const parsed = new Date(value);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[-+]\d\d:\d\d)$/.test(value) || Number.isNaN(parsed.getTime())) throw new InvalidArgumentError('YYYY-MM-DDTHH:MM+HH:MM');
  return parsed;
}
