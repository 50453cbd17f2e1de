import { maskText } from '../../engine/change/mask-text.ts';

/** Stands for what nobody may read in a terminal or a log. */
export const HIDDEN = '<hidden>';

const LONGEST = 400;

/** Keys of XML and nginx say what they are for in their last steps: `property[@name=db.password]/@value`. */
export function namesIn(key: string): readonly string[] {
  const steps = key.includes('/') ? key.split('/').slice(-2) : [key];
  return [key, ...steps.flatMap((step) => step.split(/[^\p{L}\p{N}_.-]+/u))].filter((name) => name !== '');
}

/** A reference names a secret and is none; `secret:` in front of a name would be taken for a key with its value. */
const REFERENCE = /\$\{secret:[\w./-]+#[\w.-]+\}/g;

/** A text without what looks secret in it, references as they are. */
export function maskedText(text: string, key: string): string {
  const references = text.match(REFERENCE) ?? [];
  let index = 0;
  const masked = maskText(text.replace(REFERENCE, () => `\${champ.reference.${index++}}`), key, true, () => HIDDEN);
  return masked.replace(/\$\{champ\.reference\.(\d+)\}/g, (stand, at: string) => references[Number(at)] ?? stand);
}

/** A value without what looks secret in it. */
export function shownValue(key: string, value: string): string {
  let shown = value;
  for (const name of namesIn(key)) if (shown === value) shown = maskedText(value, name);
  return shown;
}

export const isHidden = (key: string, value: string | undefined): boolean => value !== undefined && shownValue(key, value) !== value;

/** One line for a terminal: nothing that moves its cursor, and not without end. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex
  const safe = text.replace(/[\0-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (each) => (each === '\n' ? '\\n' : `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`));
  return safe.length > LONGEST ? `${safe.slice(0, LONGEST)} ...` : safe;
}
