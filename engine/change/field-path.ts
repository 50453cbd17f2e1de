/** One step of a path: the key of a mapping, or an element of a list by its merge key or its place. */
export type Step = { readonly key: string } | { readonly item: string };

const PLAIN_KEY = /^[\w-]+$/;
/** What can stand between brackets as it is. */
const PLAIN_ITEM = /^[^"=[\]\n][^"[\]\n]*$/;

/** `spec.containers[app].image`, `data["application.properties"]`; an element whose name holds brackets or quotes is `[="a]b"]`. */
export function fieldText(steps: readonly Step[]): string {
  let text = '';
  for (const step of steps) {
    if ('item' in step) text += PLAIN_ITEM.test(step.item) ? `[${step.item}]` : `[=${JSON.stringify(step.item)}]`;
    else if (!PLAIN_KEY.test(step.key)) text += `[${JSON.stringify(step.key)}]`;
    else text += text === '' ? step.key : `.${step.key}`;
  }
  return text;
}

const STEP = /\[(?:=("(?:[^"\\]|\\[^])*")|("(?:[^"\\]|\\[^])*")|([^"=[\]\n][^"[\]\n]*))\]|\.?([^.[\]]+)/y;

/** The steps of a path that `fieldText` wrote; what it would not write is one key. */
export function stepsOf(field: string): readonly Step[] {
  const steps: Step[] = [];
  for (STEP.lastIndex = 0; STEP.lastIndex < field.length;) {
    const found = STEP.exec(field);
    if (!found) return [{ key: field }];
    const [, quotedItem, quotedKey, item, key] = found;
    const quoted = quotedItem ?? quotedKey;
    const text = quoted === undefined ? undefined : unquoted(quoted);
    if (quoted !== undefined && text === undefined) return [{ key: field }];
    if (text !== undefined) steps.push(quotedItem === undefined ? { key: text } : { item: text });
    else if (item !== undefined) steps.push({ item });
    else steps.push({ key: key! });
  }
  return steps;
}

function unquoted(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}

/** Name of a step, whatever it is. */
export const nameOf = (step: Step): string => ('item' in step ? step.item : step.key);
