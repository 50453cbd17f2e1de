import type { OwnerGroup } from './rows.ts';

/** CODEOWNERS in the syntax that GitHub and GitLab share; no sections, which GitLab would ask all of. Teams are `@<organisation>/<tenant>`. */
export function codeOwners(groups: readonly OwnerGroup[], organisation: string): string {
  const width = Math.max(...groups.flatMap(({ rows }) => rows.map(({ pattern }) => pattern.length)));
  const blocks = groups.map(({ why, rows }) => [`# ${why}`, ...rows.map(({ pattern, tenants }) => `${pattern.padEnd(width)} ${tenants.map((tenant) => `@${organisation}/${tenant}`).join(' ')}`)].join('\n'));
  return `${blocks.join('\n\n')}\n`;
}
