type Node = Readonly<Record<string, any>>;

/** Where a value is not as a JSON Schema says, for the words that the schemas of this repository use; an unknown word is a fault too. */
export function faultsOf(root: Node, value: unknown, schema: Node = root, at = '$'): readonly string[] {
  return Object.entries(schema).flatMap(([word, rule]) => {
    const check = WORDS[word];
    if (check === null) return [];
    return check ? check({ root, schema, rule, value, at }) : [`${at}: the schema's word ${word} is not checked`];
  });
}

interface Case { readonly root: Node; readonly schema: Node; readonly rule: any; readonly value: any; readonly at: string }

const isObject = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const typeOf = (value: unknown): readonly string[] => [Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value, ...(Number.isInteger(value) ? ['integer'] : [])];
const fault = (holds: boolean, { at, rule }: Case): readonly string[] => (holds ? [] : [`${at}: ${JSON.stringify(rule)}`]);

const WORDS: Readonly<Record<string, ((each: Case) => readonly string[]) | null>> = {
  $schema: null, $defs: null, title: null, description: null,
  $ref: ({ root, rule, value, at }) => faultsOf(root, value, root['$defs'][rule.slice('#/$defs/'.length)], at),
  type: (each) => fault([each.rule].flat().some((type: string) => typeOf(each.value).includes(type)), each),
  const: (each) => fault(each.value === each.rule, each),
  enum: (each) => fault(each.rule.includes(each.value), each),
  minimum: (each) => fault(typeof each.value !== 'number' || each.value >= each.rule, each),
  required: (each) => (isObject(each.value) ? each.rule.filter((key: string) => !Object.hasOwn(each.value, key)).map((key: string) => `${each.at}: no ${key}`) : []),
  properties: ({ root, rule, value, at }) => (isObject(value) ? Object.entries(value).flatMap(([key, each]) => (Object.hasOwn(rule, key) ? faultsOf(root, each, rule[key], `${at}.${key}`) : [])) : []),
  additionalProperties: ({ root, schema, rule, value, at }) => (isObject(value)
    ? Object.entries(value).flatMap(([key, each]) => (Object.hasOwn(schema['properties'] ?? {}, key) ? [] : rule === false ? [`${at}: ${key} is unknown`] : faultsOf(root, each, rule, `${at}.${key}`))) : []),
  items: ({ root, rule, value, at }) => (Array.isArray(value) ? value.flatMap((each, index) => faultsOf(root, each, rule, `${at}[${index}]`)) : []),
  anyOf: (each) => fault(each.rule.some((one: Node) => faultsOf(each.root, each.value, one, each.at).length === 0), each),
};
