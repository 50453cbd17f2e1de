export { applyToBytes, decodeFile, type DecodedFile } from './bytes.ts';
export { editText, formatOf, getValue, readForEdit, type Change, type Edit, type EditOptions } from './edit.ts';
export type { EditFormat, Entry, Reading } from './format.ts';
