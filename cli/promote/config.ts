import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigFile, Facts } from '../../constructs/facts.ts';
import { type Problems } from '../../engine/problem/index.ts';
import { SourceFile, readText } from '../../engine/text/index.ts';
import { credentialsOf } from '../config/credentials.ts';
import { shownPath, type EditedFile } from '../edit/files.ts';
import { readKept, withKept } from './keep.ts';
import type { Promotion } from './promotion.ts';

export interface PromotedConfig {
  readonly files: readonly EditedFile[];
  /** Files that the target alone has; they stay. */
  readonly alone: readonly string[];
  /** The configuration of the target as it would be. */
  readonly facts: Facts['config'];
}

/** Configuration files of the services as the source has them, but for what the target keeps. */
export function promoteConfig({ from, to, services }: Promotion, problems: Problems): PromotedConfig {
  const [source, target] = [from.environment.facts.config, to.environment.facts.config];
  const kept = readKept(to.home, to.environment.allServices.map(({ id }) => id), problems);
  const files: EditedFile[] = [];
  const facts: Record<string, readonly ConfigFile[]> = { ...target };
  // a file that cannot be read as it is has been told of, and is no part of the facts
  const wrong = from.environment.problems.all().filter(({ where }) => services.some((service) => where.startsWith(`${shownPath(join(from.home, 'config', service))}/`)));
  problems.push(...wrong);
  for (const service of services) {
    for (const { path, text } of source[service] ?? []) {
      const at = join(to.home, 'config', service, path);
      const before = existsSync(at) ? problems.gather(() => readText(at, { name: shownPath(at) })) : undefined;
      if (existsSync(at) && before === undefined) continue;
      const after = withKept({ service, path, target: before, source: text }, kept, problems);
      refuseCredentials(after, before, shownPath(at), problems);
      facts[service] = [...(facts[service] ?? []).filter((file) => file.path !== path), { path, text: after, name: shownPath(at) }].sort((a, b) => (a.path < b.path ? -1 : 1));
      if (after !== before) files.push({ path: at, ...(before === undefined ? {} : { before }), after });
    }
  }
  const alone = services.flatMap((service) => (target[service] ?? []).filter(({ path }) => !(source[service] ?? []).some((file) => file.path === path)).map(({ name }) => name));
  return { files, alone, facts };
}

/** A credential in clear text is not carried on. */
function refuseCredentials(after: string, before: string | undefined, name: string, problems: Problems): void {
  const file = new SourceFile(name, after, problems);
  const known = new Set(credentialsOf(before ?? '', name).map((each) => before!.slice(each.start, each.end)));
  for (const { start, end, kind, key } of credentialsOf(after, name)) {
    if (!known.has(after.slice(start, end))) problems.add('CHAMP9218', file.place(start), { value: key ?? name, kind });
  }
}
