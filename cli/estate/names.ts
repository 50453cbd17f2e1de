import { SUBSYSTEMS } from '../../apps/medical-insurance/subsystems.ts';
import { MIDDLEWARE_KINDS } from '../../constructs/middleware/kinds.ts';

/** Names that `explain` knows in any environment, with what they are; nothing is rendered for it. */
export function explainableNames(language: 'zh' | 'en'): readonly { readonly name: string; readonly text: string }[] {
  return [
    ...SUBSYSTEMS.flatMap(({ services }) => Object.entries(services).map(([name, row]) => ({ name, text: row[language] }))),
    ...MIDDLEWARE_KINDS.map((name) => ({ name, text: '' })),
  ];
}
