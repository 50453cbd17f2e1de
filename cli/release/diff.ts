import type { ImageRow } from '../../constructs/facts.ts';
import { chosenEnvironments } from '../estate/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { EXIT } from '../run.ts';
import { releasesOf } from './list.ts';
import { releaseWords as words } from './words.ts';

interface Difference {
  readonly service: string;
  /** Path, tag and digest; undefined where the service is not released there. */
  readonly base?: string;
  readonly head?: string;
}

/** Services whose image differs; the registries of two environments always do. */
export function diffReleases(base: string, head: string, console_: Console, folder?: string): number {
  chosenEnvironments([base, head], folder);
  const [was, is] = [base, head].map((name) => releasesOf(name, folder).releases.services) as [Rows, Rows];
  const differences = [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((service): readonly Difference[] => {
    const [one, other] = [imageOf(was[service]), imageOf(is[service])];
    return one === other ? [] : [{ service, ...(one === undefined ? {} : { base: one }), ...(other === undefined ? {} : { head: other }) }];
  });
  if (console_.json) console_.document({ base, head, differences });
  else for (const each of differences) tell(each, base, head, console_);
  console_.note(differences.length === 0 ? say(words.equal, console_.language, { a: base, b: head }) : say(words.differ, console_.language, { count: differences.length }));
  return differences.length === 0 ? EXIT.ok : EXIT.findings;
}

type Rows = Readonly<Record<string, ImageRow>>;

const imageOf = (row: ImageRow | undefined): string | undefined => row && `${row.image}:${row.tag}${row.digest === undefined ? '' : `@${row.digest}`}`;

function tell({ service, base: was, head: is }: Difference, base: string, head: string, { data, language }: Console): void {
  if (was === undefined || is === undefined) return data(say(words.only, language, { service, name: was === undefined ? head : base, image: was ?? is ?? '' }));
  data([service, say(words.imageIn, language, { name: base, image: was }), say(words.imageIn, language, { name: head, image: is })].join('\n'));
}
