/** The functions of sprig and text/template that our pipelines use, as their documentation has them. */
const FUNCTIONS: Readonly<Record<string, (...args: string[]) => string>> = {
  replace: (from, to, text) => text!.replaceAll(from!, () => to!),
  trimPrefix: (prefix, text) => (text!.startsWith(prefix!) ? text!.slice(prefix!.length) : text!),
  trimSuffix: (suffix, text) => (text!.endsWith(suffix!) ? text!.slice(0, -suffix!.length) : text!),
  // encoding/json escapes these three for HTML, and the two line separators
  toJson: (text) => JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`),
  html: (text) => text!.replace(/[&<>"'\0]/g, (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' })[each] ?? '\ufffd'),
};

/**
 * Executes a Go template of the few forms that we write. As text/template lexes it: text runs to the next `{{`,
 * an action to the first `}}` outside a string.
 */
export function execute(template: string, data: Readonly<Record<string, string>>): string {
  let output = '';
  let offset = 0;
  for (;;) {
    const open = template.indexOf('{{', offset);
    if (open < 0) return output + template.slice(offset);
    output += template.slice(offset, open);
    const action = /\{\{ ((?:"(?:[^"\\]|\\.)*"|[^"}])*) \}\}/y;
    action.lastIndex = open;
    const found = action.exec(template);
    if (!found) throw new Error(`unexpected action at ${template.slice(open, open + 20)}`);
    output += evaluate(found[1]!, data);
    offset = action.lastIndex;
  }
}

function evaluate(pipeline: string, data: Readonly<Record<string, string>>): string {
  let value: string | undefined;
  for (const command of split(pipeline)) {
    const [first, ...rest] = command;
    if (first!.startsWith('"')) value = JSON.parse(first!) as string;
    else if (first!.startsWith('.')) value = data[first!.slice(1)];
    else if (first === 'index') value = data[JSON.parse(rest[1]!) as string];
    else value = FUNCTIONS[first!]!(...rest.map((each) => JSON.parse(each) as string), value!);
    if (value === undefined) throw new Error(`missing key in ${pipeline}`);
  }
  return value!;
}

/** Commands between `|`, each as its words. */
function split(pipeline: string): string[][] {
  const commands: string[][] = [[]];
  for (const [word] of pipeline.matchAll(/"(?:[^"\\]|\\.)*"|[^\s"|]+|\|/g)) {
    if (word === '|') commands.push([]);
    else commands.at(-1)!.push(word);
  }
  return commands;
}
