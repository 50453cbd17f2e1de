// eslint-disable-next-line no-control-regex
const BREAKING = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/;
const ALL_BREAKING = new RegExp(BREAKING, 'g');

/** A text of others on one line, without what moves a cursor or turns the direction of writing. */
export const oneLine = (value: string): string => value.replace(ALL_BREAKING, ' ').trim();

/** Whether a text is on one line as it is, with something on it. */
export const isOneLine = (value: string): boolean => value.trim() !== '' && !BREAKING.test(value);
