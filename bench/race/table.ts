import { growthExponent, median, slope } from './statistics.ts';
import type { Run } from './measure.ts';

/** What one tool did with one estate. */
export interface Result {
  readonly tool: string;
  readonly services: number;
  readonly objects: number;
  readonly runs: readonly Pick<Run, 'seconds' | 'peak' | 'cpu'>[];
  /** Stopped at this many seconds, and not raced. */
  readonly cutAt?: number;
  /** It was cut at a smaller estate, and was not started here. */
  readonly isSkipped?: boolean;
}

/** Figures of a result; undefined where there was no run. */
export interface Figures {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly peak?: number;
  readonly cpu?: number;
}

export function figuresOf({ runs }: Result): Figures | undefined {
  if (runs.length === 0) return undefined;
  const seconds = runs.map((run) => run.seconds);
  const known = (of: 'peak' | 'cpu') => runs.flatMap((run) => run[of] ?? []);
  return {
    median: median(seconds), min: Math.min(...seconds), max: Math.max(...seconds),
    ...(known('peak').length > 0 ? { peak: Math.max(...known('peak')), cpu: median(known('cpu')) } : {}),
  };
}

/** Growth of a tool's median with the number of objects, over the sizes it finished. */
export function growthOf(results: readonly Result[], tool: string): number | undefined {
  return growthExponent(results.flatMap((each) => {
    const figures = each.tool === tool ? figuresOf(each) : undefined;
    return figures ? [{ size: each.objects, seconds: figures.median }] : [];
  }));
}

/** Peak memory in kB for each further object. */
export function memoryGrowthOf(results: readonly Result[], tool: string): number | undefined {
  const megabytes = slope(results.flatMap((each) => {
    const peak = each.tool === tool ? figuresOf(each)?.peak : undefined;
    return peak === undefined ? [] : [[each.objects, peak] as const];
  }));
  return megabytes === undefined ? undefined : megabytes * 1024;
}

const HEAD = ['services', 'objects', 'tool', 'median s', 'min', 'max', 'x champ', 'x helm', 'peak MB', 'CPU s', 'runs'];

/** A Markdown table of all results, and one of how time and memory grow. */
export function tableOf(results: readonly Result[]): string {
  const rows = results.map((each) => {
    const figures = figuresOf(each);
    const head = [String(each.services), String(each.objects), each.tool];
    if (!figures) return [...head, each.isSkipped ? 'not run' : `over ${each.cutAt}`, '', '', '', '', '', '', '0'];
    const against = (tool: string) => {
      const other = results.find((one) => one.tool === tool && one.services === each.services);
      const theirs = other && figuresOf(other);
      return theirs ? (figures.median / theirs.median).toFixed(2) : '';
    };
    return [
      ...head, ...[figures.median, figures.min, figures.max].map((value) => value.toFixed(2)), against('champ'), against('helm'),
      figures.peak?.toFixed(0) ?? '', figures.cpu?.toFixed(2) ?? '', String(each.runs.length),
    ];
  });
  const growth = [...new Set(results.map(({ tool }) => tool))].map((tool) => [
    tool, growthOf(results, tool)?.toFixed(2) ?? '', memoryGrowthOf(results, tool)?.toFixed(1) ?? '',
  ]);
  return `${markdown(HEAD, rows)}\n\n${markdown(['tool', 'growth exponent', 'kB an object'], growth)}`;
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const isText = (column: number) => head[column] === 'tool';
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => (isText(column) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
  return [line(head), `|${widths.map((width, column) => `${'-'.repeat(width + 1)}${isText(column) ? '-' : ':'}`).join('|')}|`, ...rows.map(line)].join('\n');
}
