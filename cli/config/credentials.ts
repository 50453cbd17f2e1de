import { credentialsIn, type Credential } from '../../engine/secrets/index.ts';
import { namesIn } from './shown.ts';

/** References fetch what they name; what stands behind their colon is no default. Offsets stay. */
const withoutReferences = (text: string): string => text.replace(/\$\{(?:secret|endpoint):[^{}\n]*\}/g, (reference) => `\${${'r'.repeat(reference.length - 3)}}`);

/** A credential that a value is or holds, by its key. */
export function credentialUnder(key: string, value: string): Credential | undefined {
  const text = withoutReferences(value);
  return namesIn(key).flatMap((name) => credentialsIn(text, { key: name }))[0];
}

/** Credentials in a part of a file, by what stands beside them. */
export const credentialsOf = (text: string, path: string): readonly Credential[] => credentialsIn(withoutReferences(text), { key: path });
