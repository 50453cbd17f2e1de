import type { Arguments, Code } from '../../problem/index.ts';
import { isRecord } from '../plain.ts';

/** Called for each finding with the field's path, e.g. `spec.ports[0].name`. */
export type Report = (code: Code, field: string, args: Arguments) => void;

/** Where a check is inside a value, and how it says what it found. */
export class Finding {
  readonly path: (string | number)[] = [];
  /** False where fields that a schema does not have are let be. */
  readonly closed: boolean;
  private readonly report: Report;

  constructor(report: Report, closed = true) {
    this.report = report;
    this.closed = closed;
  }

  add(code: Code, args: Arguments): void {
    this.report(code, fieldPath(this.path), args);
  }

  /** As `add`, one step further down. */
  at(step: string | number, code: Code, args: Arguments): void {
    this.report(code, fieldPath([...this.path, step]), args);
  }

  wrongType(value: unknown, allowed: string): void {
    this.add('CHAMP3003', { value: shown(value), allowed });
  }
}

/** `metadata.labels[app.kubernetes.io/name]`, `spec.ports[0].name`. */
export function fieldPath(path: readonly (string | number)[]): string {
  let field = '';
  for (const step of path) {
    if (typeof step === 'number' || !/^[\w-]+$/.test(step)) field += `[${step}]`;
    else field += field ? `.${step}` : step;
  }
  return field;
}

/** A value as it stands in a message: short, with its type visible. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (isRecord(value)) return `object with ${Object.keys(value).length} fields`;
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
