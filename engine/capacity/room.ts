/** What is left on a node: cores and bytes. */
export interface Node {
  readonly index: number;
  cpu: number;
  memory: number;
}

/** Nodes by how much room they have, the most first, of equals the first; adding and taking are logarithmic. */
export class Room {
  private readonly heap: Node[] = [];
  private readonly roomOf: (node: Node) => number;

  constructor(roomOf: (node: Node) => number) {
    this.roomOf = roomOf;
  }

  add(node: Node): void {
    const { heap } = this;
    let at = heap.push(node) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isBefore(node, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = node;
  }

  /** The node with most room, which is no longer in here; undefined when there is none. */
  take(): Node | undefined {
    const { heap } = this;
    const [top, last] = [heap[0], heap.pop()];
    if (heap.length === 0 || last === undefined) return last;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && this.isBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (!this.isBefore(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return top;
  }

  private isBefore(a: Node, b: Node): boolean {
    const difference = this.roomOf(a) - this.roomOf(b);
    return difference > 0 || (difference === 0 && a.index < b.index);
  }
}
