import type { Reviewed } from './reviewed.ts';
import type { Complaint } from './tools.ts';

export interface Row {
  readonly tool: string;
  readonly id: string;
  /** Objects, each counted once. */
  readonly objects: readonly string[];
  readonly review: Reviewed | undefined;
  /** Objects that no review covers. */
  readonly unread: readonly string[];
}

export interface Comparison {
  readonly rows: readonly Row[];
  /** Reviews that nothing calls for any more. */
  readonly stale: readonly Reviewed[];
}

/** Complaints by tool and check, each held against its review. */
export function compare(complaints: readonly Complaint[], reviewed: readonly Reviewed[]): Comparison {
  const reviews = new Map(reviewed.map((each) => [keyOf(each), each]));
  const found = new Map<string, { readonly tool: string; readonly id: string; readonly objects: Set<string> }>();
  for (const complaint of complaints) {
    const row = found.get(keyOf(complaint)) ?? { tool: complaint.tool, id: complaint.id, objects: new Set<string>() };
    found.set(keyOf(complaint), row);
    row.objects.add(complaint.object);
  }
  const rows = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, { tool, id, objects }]): Row => {
    const review = reviews.get(key);
    const all = [...objects].sort();
    return { tool, id, objects: all, review, unread: review ? all.filter((object) => !review.only.test(object)) : all };
  });
  return { rows, stale: reviewed.filter((each) => !found.has(keyOf(each))) };
}

const keyOf = ({ tool, id }: { readonly tool: string; readonly id: string }): string => `${tool} ${id}`;
