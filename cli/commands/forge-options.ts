import { Option } from 'commander';
import { FORGES, type ForgeKind } from '../../engine/forge/forge.ts';
import { prWords as words } from '../pr/words.ts';
import type { Declare } from '../program.ts';

/** What a merge request is made from and where, alike in every command that opens one. */
export interface ForgeCommandOptions {
  readonly title?: string;
  readonly body?: string;
  readonly report?: string;
  readonly branch?: string;
  readonly target: string;
  readonly draft?: boolean;
  readonly forge?: ForgeKind;
  readonly forgeUrl?: string;
  readonly tokenFile?: string;
}

export function forgeOptions({ text }: Declare): readonly Option[] {
  return [
    new Option('--title <line>', text(words.title)),
    new Option('--body <file>', text(words.body)).conflicts('report'),
    new Option('--report <file>', text(words.report)),
    new Option('--branch <name>', text(words.branch)),
    new Option('--target <name>', text(words.target)).default('main'),
    new Option('--draft', text(words.draft)),
    new Option('--forge <forge>', text(words.forge)).choices(FORGES),
    new Option('--forge-url <url>', text(words.forgeUrl)),
    new Option('--token-file <file>', text(words.tokenFile)),
  ];
}
