import { ZONES } from '../../constructs/words.ts';
import type { Text } from '../../engine/problem/index.ts';

/** What people call a zone. */
export function zoneText(zone: string): Text {
  const row = (ZONES as Readonly<Record<string, Text | undefined>>)[zone];
  return { zh: row?.zh ?? zone, en: row?.en ?? zone };
}
