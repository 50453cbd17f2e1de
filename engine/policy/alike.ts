import type { Plain } from '../inspect/plain.ts';
import type { Path } from './reads.ts';

const MAX_DEPTH = 100;

/**
 * Numbers for values, the same for values of the same content: what an expression cannot tell apart. Keys count in their order. A
 * value of another sort than manifests have (a Map, a Date), one that contains itself and one below 100 levels is like itself alone.
 */
export class Alike {
  /** By identity. */
  private readonly known = new Map<unknown, number>();
  private readonly contents = new Map<string, number>();
  private count = 0;

  /** Of what is at a path, or of where it ends: a field that is absent on the way is not one that is absent at the end. */
  at(context: Plain, path: Path): number {
    let value: unknown = context;
    for (let step = 0; step < path.length; step++) {
      const field = path[step]!;
      if (!isPlain(value)) return this.ofContent(`@${step} ${this.of(value)}`);
      if (!Object.hasOwn(value, field)) return -step;
      value = value[field];
    }
    return this.of(value);
  }

  private of(value: unknown, depth = 0): number {
    let found = this.known.get(value);
    if (found === undefined) {
      // what contains itself meets this number within
      this.known.set(value, (found = this.next()));
      const content = depth > MAX_DEPTH ? undefined : this.contentOf(value, depth);
      const same = content === undefined ? undefined : this.ofContent(content, found);
      if (same !== undefined && same !== found) this.known.set(value, (found = same));
    }
    return found;
  }

  private contentOf(value: unknown, depth: number): string | undefined {
    let content: string;
    if (Array.isArray(value)) {
      content = '[';
      for (let index = 0; index < value.length; index++) content += `${this.of(value[index], depth + 1)} `;
    } else if (isPlain(value)) {
      content = '{';
      for (const key of Object.keys(value)) content += `${this.of(key)} ${this.of(value[key], depth + 1)} `;
    } else return undefined;
    return content;
  }

  private ofContent(content: string, otherwise?: number): number {
    let found = this.contents.get(content);
    if (found === undefined) this.contents.set(content, (found = otherwise ?? this.next()));
    return found;
  }

  private next(): number {
    this.count += 1;
    return this.count;
  }
}

/** A map as CEL has it: one with a field `constructor` is none. */
function isPlain(value: unknown): value is Plain {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const made = (value as { readonly constructor?: unknown }).constructor;
  return made === undefined || made === Object;
}
