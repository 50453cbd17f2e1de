import { Option } from 'commander';
import type { Declare } from '../program.ts';
import { words } from '../output/words.ts';
import { repeated } from './option-readers.ts';

export interface EnvironmentOptions {
  readonly env?: readonly string[];
}

/** `-e, --env NAME`, which may be given more than once. */
export const environmentOption = ({ text }: Declare): Option =>
  new Option('-e, --env <name>', text(words.env)).argParser(repeated);
