import type { Field } from './field.ts';

const HEAP = /^-(?:Xm[sxn]|XX:(?:Max|Min|Initial)RAMPercentage=|XX:Max(?:Metaspace|DirectMemory)Size=|XX:MetaspaceSize=)/;

export const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** Options of a text that set the size of a Java heap. */
export const heapOf = (text: unknown): readonly string[] => (typeof text === 'string' ? words(text).filter((word) => HEAP.test(word)) : []);

const others = (text: string): string => words(text).filter((word) => !HEAP.test(word)).join(' ');

/** True where the options of a Java process differ in the size of its heap and in nothing else. */
export function isHeapAlone({ before, after }: Field): boolean {
  return typeof before === 'string' && typeof after === 'string' && others(before) === others(after) && heapOf(before).join(' ') !== heapOf(after).join(' ');
}
