/** Of an option that may be given more than once. */
export const repeated = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** Of a list by commas that may be given more than once. */
export const listed = (value: string, before: readonly string[] = []): readonly string[] => [...before, ...value.split(',').map((each) => each.trim()).filter((each) => each !== '')];
