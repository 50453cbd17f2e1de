import type { Reader } from './config-data.ts';

export const json: Reader = ({ text }) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
