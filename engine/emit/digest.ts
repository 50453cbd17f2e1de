import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** `sha256:...` of bytes, or of a text's UTF-8 bytes. */
export const digestOf = (content: string | Buffer): string => `sha256:${hash('sha256', content)}`;

const buffer = Buffer.allocUnsafe(256 * 1024);

/** `sha256:...` of a regular file's bytes, in bounded memory whatever its size. Throws the file system's errors. */
export function digestOfFile(path: string): string {
  const descriptor = openSync(path, 'r');
  try {
    let count = fill(descriptor);
    if (count < buffer.length) return `sha256:${hash('sha256', buffer.subarray(0, count))}`;
    const whole = createHash('sha256');
    for (; count > 0; count = fill(descriptor)) whole.update(buffer.subarray(0, count));
    return `sha256:${whole.digest('hex')}`;
  } finally {
    closeSync(descriptor);
  }
}

/** Reads until the buffer is full or the file ends: a network file system may give less than asked. */
function fill(descriptor: number): number {
  let filled = 0;
  while (filled < buffer.length) {
    const count = readSync(descriptor, buffer, filled, buffer.length - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return filled;
}
