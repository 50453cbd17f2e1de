/** Characters of two bytes, made from the decoder when it is asked for first. */
let codes: ReadonlyMap<string, number> | undefined;

function twoByteCodes(): ReadonlyMap<string, number> {
  if (codes) return codes;
  const found = new Map<string, number>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !found.has(character)) found.set(character, lead * 256 + trail);
    }
  }
  codes = found;
  return found;
}

/** The text in GBK, or the first character that GBK lacks. */
export function encodeGbk(text: string): Uint8Array | string {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character < '\x80' ? character.charCodeAt(0) : twoByteCodes().get(character);
    if (code === undefined) return character;
    if (code >= 256) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** The byte at which a character starts; `offset` counts UTF-16 units. */
export function gbkOffset(bytes: Uint8Array, offset: number): number {
  let at = 0;
  for (let units = 0; units < offset; ) {
    const [lead = 0, trail = 0] = bytes.subarray(at, at + 2);
    const length = lead < 0x81 || lead === 0xff ? 1 : trail >= 0x30 && trail <= 0x39 ? 4 : 2;
    // from 0x90 on, four bytes are a character beyond the first plane
    units += length === 4 && lead >= 0x90 ? 2 : 1;
    at += length;
  }
  return at;
}
