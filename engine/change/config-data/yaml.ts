import { parseYaml } from '../../text/index.ts';
import type { Reader } from './config-data.ts';

/** One document, or a list of several. */
export const yaml: Reader = (file) => {
  const documents = parseYaml(file);
  const values = documents?.map((document) => document.toJS() as unknown);
  return values?.length === 1 ? values[0] : values;
};
