/**
 * How a plain word or number is read by Kubernetes' tools (YAML 1.1, as Go has it) where that is not what YAML 1.2 or a person
 * takes it for.
 */
const TRUE = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON']);
const FALSE = new Set(['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF']);

/** A boolean of YAML 1.1 alone. */
export function oldBoolean(text: string): boolean | undefined {
  if (text.length > 3) return undefined;
  return TRUE.has(text) ? true : FALSE.has(text) ? false : undefined;
}

const OCTAL = /^([-+]?)0o?([0-7_]+)$/;
const ZERO_FIRST = /^[-+]?0[0-9_]+$/;
const BINARY = /^([-+]?)0b([01_]+)$/;
const UNDERSCORED = /^[-+]?[1-9][0-9]*_[0-9_]*$/;

/** A number that another reader takes for another one, or for a string: leading zero, `0o`, `0b`, underscores. */
export function oddNumber(text: string): number | undefined {
  const digits = (found: string, base: number) => Number.parseInt(found.replaceAll('_', ''), base);
  const octal = OCTAL.exec(text);
  if (octal) return (octal[1] === '-' ? -1 : 1) * digits(octal[2]!, 8);
  const binary = BINARY.exec(text);
  if (binary) return (binary[1] === '-' ? -1 : 1) * digits(binary[2]!, 2);
  if (ZERO_FIRST.test(text) || UNDERSCORED.test(text)) return digits(text, 10);
  return undefined;
}
