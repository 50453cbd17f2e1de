/** A line that begins or whose value begins with an action of a template: no YAML, or a mapping as a key. */
const STRUCTURAL = /^[ \t]*(?:- +)*(?:["']?[\w./-]+["']?:[ \t]+)?(?:[\w./:@-]*)\{\{/m;
const CONTROL = /\{\{-?\s*(?:if|else|end|range|with|define|include|template|block)\b|\{\{-?\s*[.$](?:Values|Release|Chart|Files|Capabilities|Template)\b/;

/** The first sign that a text is the source of a template, not its result; asked where the text does not read as it should. */
export function unrendered(text: string): { readonly offset: number; readonly text: string } | undefined {
  if (!text.includes('{{')) return undefined;
  const found = CONTROL.exec(text) ?? STRUCTURAL.exec(text);
  if (!found) return undefined;
  const offset = text.indexOf('{{', found.index);
  const end = text.indexOf('\n', offset);
  return { offset, text: text.slice(offset, end < 0 ? undefined : end).trim() };
}

/** A name that holds a placeholder: no API server would take it. */
export const isUnrenderedName = (name: string): boolean => /\{\{|\$\{|\$\(|<[A-Za-z_ -]+>/.test(name);
