import { XMLParser } from 'fast-xml-parser';
import { parseConfig } from '../../config/index.ts';
import { Problems } from '../../problem/index.ts';
import type { Reader } from './config-data.ts';

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false, parseAttributeValue: false, processEntities: false, ignoreDeclaration: true });

/** Elements and attributes by name, nothing expanded; what engine/config refuses is not read. */
export const xml: Reader = ({ name, text }) => {
  if (!parseConfig(text, name, new Problems())) return undefined;
  try {
    return parser.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
