import type { CiSettings } from './settings.ts';

/** What this repository's city says; change it, then run `npx projen`. */
export const CITY: CiSettings = { organisation: 'champ', language: 'zh', environments: ['linyi'] };
