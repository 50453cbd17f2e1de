/** A schedule of five fields, as ArgoCD's sync windows have it. */
export interface Cron {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  /** With both day fields given, either may match. */
  readonly eitherDay: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MACROS: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *', '@daily': '0 0 * * *', '@midnight': '0 0 * * *', '@weekly': '0 0 * * 0', '@monthly': '0 0 1 * *', '@yearly': '0 0 1 1 *', '@annually': '0 0 1 1 *',
};

/** Reads a schedule; undefined when it is none. */
export function parseCron(text: string): Cron | undefined {
  const fields = (MACROS[text.trim()] ?? text).trim().split(/\s+/);
  if (fields.length !== 5) return undefined;
  const [minutes, hours, days, months, weekdays] = [
    field(fields[0]!, 0, 59), field(fields[1]!, 0, 23), field(fields[2]!, 1, 31), field(fields[3]!, 1, 12, MONTHS, 1), field(fields[4]!, 0, 7, WEEKDAYS),
  ];
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  const isAny = (each: string) => each.startsWith('*') || each.startsWith('?');
  return { minutes, hours, days, months, weekdays: new Set([...weekdays].map((day) => day % 7)), eitherDay: !isAny(fields[2]!) && !isAny(fields[4]!) };
}

function field(text: string, low: number, high: number, names: readonly string[] = [], first = 0): ReadonlySet<number> | undefined {
  const found = new Set<number>();
  const number = (word: string) => (/^\d+$/.test(word) ? Number(word) : names.includes(word.toLowerCase()) ? names.indexOf(word.toLowerCase()) + first : Number.NaN);
  for (const part of text.split(',')) {
    const [range = '', every = '1', ...more] = part.split('/');
    const [from = '', to, ...rest] = range === '*' || range === '?' ? [String(low), String(high)] : range.split('-');
    const start = number(from);
    const end = to !== undefined ? number(to) : part.includes('/') ? high : start;
    const step = /^\d+$/.test(every) ? Number(every) : 0;
    if (more.length + rest.length > 0 || !(start >= low) || !(end <= high) || start > end || step < 1) return undefined;
    for (let value = start; value <= end; value += step) found.add(value);
  }
  return found;
}

/** The newest time a schedule was due in `(at - span, at]`, by the clock of a time zone; undefined when it was not. Times in milliseconds. */
export function lastDue(cron: Cron, at: Date, spanMs: number, timeZone: string): Date | undefined {
  const minute = 60_000;
  const end = Math.floor(at.getTime() / minute) * minute;
  let offset = offsetOf(end, timeZone);
  for (let time = end; time > at.getTime() - spanMs; time -= minute) {
    // the clock changes at most every quarter of an hour
    if (time % (15 * minute) === 14 * minute) offset = offsetOf(time, timeZone);
    const local = new Date(time + offset);
    if (!cron.hours.has(local.getUTCHours()) || !cron.minutes.has(local.getUTCMinutes()) || !cron.months.has(local.getUTCMonth() + 1)) continue;
    const [day, weekday] = [cron.days.has(local.getUTCDate()), cron.weekdays.has(local.getUTCDay())];
    if (cron.eitherDay ? day || weekday : day && weekday) return new Date(time);
  }
  return undefined;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds that a time zone is ahead of UTC. */
function offsetOf(time: number, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
    clocks.set(timeZone, clock);
  }
  const part = Object.fromEntries(clock.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']) - time;
}
