/** How text is written at one kind of place, now (`write`) and by the template engine in the cluster (`pipeline`). */
export interface Quoting {
  /** Text as the product reads it back unchanged; undefined when it cannot stand here. */
  write(value: string): string | undefined;
  /** What follows the value in a Go template; undefined when a secret, whose text is not known, must not stand here. */
  readonly pipeline: string | undefined;
}

type Replacement = readonly [from: string, to: string];

/** Replacements in order, as TypeScript and as a pipeline of sprig's `replace`: one source for both. */
function replacing(...replacements: readonly Replacement[]): Quoting {
  return {
    write: (value) => replacements.reduce((text, [from, to]) => text.replaceAll(from, () => to), value),
    pipeline: replacements.map(([from, to]) => ` | replace ${JSON.stringify(from)} ${JSON.stringify(to)}`).join(''),
  };
}

const insideJsonString = (value: string) => JSON.stringify(value).slice(1, -1);

/** Needs no quotes in any format: hosts, ports, paths, URLs and lists of them, `kafka-0:9092,kafka-1:9092`. */
const PLAIN = /^[\w./][\w./?&=+~@%,-]*(?::[\w./?&=+~@%,-]+)*$/;
const plain: Quoting = { write: (value) => (PLAIN.test(value) ? value : undefined), pipeline: undefined };

/** A value of a `.properties` file. Blanks at the start of a value are lost there, in this format as such. */
export const properties = replacing(['\\', '\\\\'], ['\n', '\\n'], ['\r', '\\r']);

/** Inside a JSON string or a double-quoted YAML scalar. */
export const jsonString: Quoting = {
  write: insideJsonString,
  pipeline: ' | toJson | trimPrefix "\\"" | trimSuffix "\\""',
};

export const yamlSingle: Quoting = {
  ...replacing(["'", "''"]),
  write: (value) => (value.includes('\n') ? undefined : value.replaceAll("'", "''")),
};

/** A whole unquoted YAML scalar: quoted when it must be. */
export const yamlWhole: Quoting = {
  write: (value) => (PLAIN.test(value) ? value : JSON.stringify(value)),
  pipeline: ' | toJson',
};

/** A part of an unquoted YAML scalar. */
export const yamlPart = plain;

/** A line of a block scalar, which further lines of the value follow at the same indentation. */
export const yamlBlock = (indentation: string): Quoting => replacing(['\n', `\n${indentation}`]);

/** Text or an attribute of XML, as the `html` function of Go templates writes it. */
export const xmlText: Quoting = {
  write: (value) => value.replace(/[&<>"']/g, (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' })[each]!),
  pipeline: ' | html',
};

export const xmlCdata = replacing([']]>', ']]]]><![CDATA[>']);

/** A quoted word of nginx; it has no escape for `$`, which starts a variable in most directives. */
export const nginxDouble = replacing(['\\', '\\\\'], ['"', '\\"']);
export const nginxSingle = replacing(['\\', '\\\\'], ["'", "\\'"]);
export const nginxPlain = plain;
