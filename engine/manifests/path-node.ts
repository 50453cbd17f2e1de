import { isRecord } from '../inspect/plain.ts';
import type { Finding } from '../inspect/schema/finding.ts';
import type { Node } from '../inspect/schema/nodes.ts';

/** What checks the values at a path, `*` being every item of a list or every value of a map, and that the path leads through maps. */
export function nodeAt(path: string, node: Node): Node {
  return path.split('.').filter((step) => step !== '').reduceRight((below: Node, step): Node => (step === '*' ? new EachNode(below) : new FieldsNode({ [step]: below })), node);
}

/** Some fields of a map; the others are let be. */
export class FieldsNode implements Node {
  private readonly fields: readonly (readonly [string, Node])[];

  constructor(fields: Readonly<Record<string, Node>>) {
    this.fields = Object.entries(fields);
  }

  check(value: unknown, finding: Finding): void {
    if (!isRecord(value)) return finding.wrongType(value, 'object');
    for (const [name, node] of this.fields) if (Object.hasOwn(value, name)) below(name, value[name], node, finding);
  }
}

class EachNode implements Node {
  private readonly node: Node;

  constructor(node: Node) {
    this.node = node;
  }

  check(value: unknown, finding: Finding): void {
    if (Array.isArray(value)) value.forEach((item: unknown, index) => below(index, item, this.node, finding));
    else if (isRecord(value)) for (const key of Object.keys(value)) below(key, value[key], this.node, finding);
    else finding.wrongType(value, 'list or object');
  }
}

function below(step: string | number, value: unknown, node: Node, finding: Finding): void {
  if (value === undefined) return;
  finding.path.push(step);
  node.check(value, finding);
  finding.path.pop();
}
