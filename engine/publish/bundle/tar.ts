import { problem, ProblemError } from '../../problem/index.ts';

const BLOCK = 512;
/** Two empty blocks end an archive. */
const END = Buffer.alloc(2 * BLOCK);
/** 8 GiB less a byte: what eleven octal digits hold. */
const MAX_SIZE = 0o77777777777;

/** A tar archive (ustar) of plain files: no times, no owners, in the order given. The same members give the same bytes. */
export function packTar(members: ReadonlyMap<string, Buffer>): Buffer {
  return Buffer.concat([...[...members].flatMap(([name, content]) => [header(name, content.length), content, padding(content.length)]), END]);
}

/** Members by name, in their order. Throws unless the bytes are exactly what packTar writes: a flipped, missing or added bit is refused. */
export function unpackTar(bytes: Buffer, where: string): ReadonlyMap<string, Buffer> {
  const refuse = (why: string) => new ProblemError([problem('CHAMP7201', where, { why })]);
  const members = new Map<string, Buffer>();
  let at = 0;
  while (at + BLOCK <= bytes.length && bytes[at] !== 0) {
    const name = bytes.toString('latin1', at, at + 100).replace(/\0.*$/s, '');
    const size = /^[0-7]{11}$/.exec(bytes.toString('latin1', at + 124, at + 135));
    if (!size || !/^[a-z][a-z0-9.-]*$/.test(name)) throw refuse('not a header');
    const from = at + BLOCK;
    const length = parseInt(size[0], 8);
    if (from + length > bytes.length) throw refuse('cut off');
    if (members.has(name)) throw refuse(`${name} twice`);
    members.set(name, bytes.subarray(from, from + length));
    at = from + length + padding(length).length;
  }
  if (at + END.length > bytes.length) throw refuse('cut off');
  if (at + END.length < bytes.length) throw refuse('bytes after the end');
  if (!packTar(members).equals(bytes)) throw refuse('not as written');
  return members;
}

const padding = (length: number): Buffer => Buffer.alloc((BLOCK - (length % BLOCK)) % BLOCK);

function header(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100 || size > MAX_SIZE) throw new Error(`tar: ${name} of ${size} bytes does not fit`);
  const block = Buffer.alloc(BLOCK);
  const put = (text: string, at: number) => block.write(text, at, 'latin1');
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');
  put(name, 0);
  put(`${octal(0o644, 7)}\0`, 100);
  put(`${octal(0, 7)}\0${octal(0, 7)}\0`, 108);
  put(`${octal(size, 11)}\0${octal(0, 11)}\0`, 124);
  // its checksum counts as spaces; then the type, a plain file
  put('        0', 148);
  put('ustar\x0000', 257);
  put(`${octal(block.reduce((sum, byte) => sum + byte, 0), 6)}\0 `, 148);
  return block;
}
