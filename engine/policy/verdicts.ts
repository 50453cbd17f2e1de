import type { Alike } from './alike.ts';
import { compile, type CelContext, type Program } from './cel.ts';

/** True, false, or why it cannot be said: admission refuses what it cannot evaluate, and so do we. */
export type Verdict = boolean | string;

/** What an expression says of contexts. It is evaluated once for all that it cannot tell apart. */
export class Verdicts {
  private readonly whole: Evaluation;
  private readonly alternatives: readonly Evaluation[];
  /** The alternative that was true last time: mostly it is so again. */
  private likely = 0;

  constructor(expression: string, alike: Alike) {
    this.whole = new Evaluation(expression, alike);
    const alternatives = alternativesOf(expression);
    this.alternatives = alternatives.length > 1 ? alternatives.map((each) => new Evaluation(each, alike)) : [];
  }

  of(context: CelContext): Verdict {
    const { alternatives, likely } = this;
    if (alternatives.length === 0) return this.whole.of(context);
    // one that is true decides, whatever the others read
    if (alternatives[likely]!.of(context) === true) return true;
    for (let index = 0; index < alternatives.length; index++) {
      if (index === likely || alternatives[index]!.of(context) !== true) continue;
      this.likely = index;
      return true;
    }
    return this.whole.of(context);
  }
}

type Known = Map<number, Known | Verdict>;

class Evaluation {
  private readonly expression: string;
  private readonly alike: Alike;
  private readonly known: Known = new Map();
  private program: Program | undefined;

  constructor(expression: string, alike: Alike) {
    this.expression = expression;
    this.alike = alike;
  }

  of(context: CelContext): Verdict {
    const program = (this.program ??= compile(this.expression));
    const { reads } = program;
    let { known } = this;
    const last = reads.length - 1;
    for (let index = 0; index < last; index++) {
      const key = this.alike.at(context, reads[index]!);
      let next = known.get(key) as Known | undefined;
      if (!next) known.set(key, (next = new Map()));
      known = next;
    }
    const key = last < 0 ? 0 : this.alike.at(context, reads[last]!);
    let verdict = known.get(key) as Verdict | undefined;
    if (verdict === undefined) known.set(key, (verdict = evaluate(program, context)));
    return verdict;
  }
}

function evaluate(program: Program, context: CelContext): Verdict {
  try {
    const value = program(context);
    return typeof value === 'boolean' ? value : `not a boolean: ${typeof value}`;
  } catch (error) {
    return (error as Error).message.split('\n')[0] ?? '';
  }
}

const known = new Map<string, readonly string[]>();

/** The operands of `||` on top of an expression; the expression itself where a condition (`? :`) or a comment could bind them otherwise. */
function alternativesOf(expression: string): readonly string[] {
  let found = known.get(expression);
  if (!found) known.set(expression, (found = split(expression)));
  return found;
}

function split(expression: string): readonly string[] {
  const found: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < expression.length; at++) {
    const character = expression[at]!;
    if (character === "'" || character === '"') {
      at = endOfText(expression, at);
      if (at < 0) return [expression];
    } else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    else if (depth > 0) continue;
    else if (character === '/' || (character === '?' && expression[at - 1] !== '.')) return [expression];
    else if (character === '|' && expression[at + 1] === '|') {
      found.push(expression.slice(start, at));
      at += 1;
      start = at + 1;
    }
  }
  return [...found, expression.slice(start)];
}

/** Where a text ends that starts at a quote; -1 for one of three quotes or with a prefix, whose escapes are others. */
function endOfText(expression: string, start: number): number {
  const quote = expression[start]!;
  if (expression.startsWith(quote.repeat(3), start) || /[rRbB]/.test(expression[start - 1] ?? '')) return -1;
  let end = start + 1;
  while (end < expression.length && expression[end] !== quote) end += expression[end] === '\\' ? 2 : 1;
  return end < expression.length ? end : -1;
}
