export { addFromStore, type StoreAddOptions } from './add.ts';
export { listStore } from './list.ts';
export { showStore } from './show.ts';
