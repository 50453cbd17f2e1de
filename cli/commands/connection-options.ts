import { Option } from 'commander';
import type { Declare } from '../program.ts';
import { statusWords } from '../status/words.ts';
import { repeated } from './option-readers.ts';

/** How ArgoCD is reached, alike in every command that asks it. */
export function connectionOptions({ text }: Declare): readonly Option[] {
  return [
    new Option('--server <[zone=]url>', text(statusWords.server)).argParser(repeated),
    new Option('--token-file <[zone=]file>', text(statusWords.tokenFile)).argParser(repeated),
    new Option('--ca <[zone=]file>', text(statusWords.ca)).argParser(repeated),
    new Option('--request-timeout <seconds>', text(statusWords.requestTimeout)).default('30'),
  ];
}
