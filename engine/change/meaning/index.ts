export { meaningsOf, toldOf, type MeaningContext } from './meanings.ts';
export type { Told } from './told.ts';
