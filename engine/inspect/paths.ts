import { isRecord } from './plain.ts';

/** A value with the path where it was found, e.g. `spec.data[2].secretKey`. */
export interface Found {
  readonly field: string;
  readonly value: unknown;
}

/** A path with `[]` for every item of a list, e.g. `spec.nodeSets[].podTemplate`, ready to be followed. */
export type Path = readonly string[];

export function path(text: string): Path {
  return text.replaceAll('[]', '.[]').split('.').filter(Boolean);
}

/** Every value at the path; none where a step is missing. */
export function valuesAt(root: unknown, steps: Path): readonly Found[] {
  const found: Found[] = [];
  follow(root, steps, 0, '', found);
  return found;
}

function follow(value: unknown, steps: Path, index: number, field: string, found: Found[]): void {
  if (index === steps.length) {
    if (value !== undefined && value !== null) found.push({ field, value });
    return;
  }
  const step = steps[index]!;
  if (step === '[]') {
    if (Array.isArray(value)) value.forEach((item, position) => follow(item, steps, index + 1, `${field}[${position}]`, found));
  } else if (isRecord(value) && Object.hasOwn(value, step)) {
    follow(value[step], steps, index + 1, field ? `${field}.${step}` : step, found);
  }
}
