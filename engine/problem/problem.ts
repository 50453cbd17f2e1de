import { codes, type Code } from './codes/index.ts';

/** A sentence in both languages of the project; people read one of them, by `--lang`. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** What a code says, with `{value}`, `{allowed}` and any other argument as placeholders. */
export interface CodeRow {
  readonly message: Text;
  /** How to mend it: an instruction, not a comment. */
  readonly fix: Text;
}

export interface Problem {
  readonly code: Code;
  /** `file:line:column`, or the construct path, or `apiVersion/Kind namespace/name` of an object. */
  readonly where: string;
  /** Arguments of the message; `value` is what was found, `allowed` what would have been accepted, `near` the nearest allowed word. */
  readonly args: Readonly<Record<string, string>>;
}

export type Arguments = Readonly<Record<string, string | number | boolean | undefined | readonly string[]>>;

export function problem(code: Code, where: string, args: Arguments = {}): Problem {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(args)) {
    if (value !== undefined) plain[name] = typeof value === 'object' ? value.join(', ') : String(value);
  }
  return { code, where, args: plain };
}

/** Thrown once, with everything that was found; nothing is written after it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((each) => describe(each, 'en')).join('\n'));
    this.problems = problems;
  }
}

/** Collects problems so that one run reports them all. */
export class Problems {
  private readonly found = new Map<string, Problem>();

  add(code: Code, where: string, args: Arguments = {}): void {
    this.push(problem(code, where, args));
  }

  push(...problems: readonly Problem[]): void {
    for (const each of problems) this.found.set(JSON.stringify([each.code, each.where, each.args]), each);
  }

  get size(): number {
    return this.found.size;
  }

  /** Sorted by place, then code: the same input gives the same report. */
  all(): readonly Problem[] {
    const key = (each: Problem) => `${each.where.replace(/\d+/g, (digits) => digits.padStart(8, '0'))} ${each.code}`;
    return [...this.found.values()].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  }

  throwIfAny(): void {
    if (this.found.size > 0) throw new ProblemError(this.all());
  }

  /** Runs `work`; problems it throws are kept and `undefined` is returned, any other error goes on. */
  gather<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.push(...error.problems);
      return undefined;
    }
  }
}

export type Language = keyof Text;

const fill = (template: string, args: Problem['args']): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(args, name) ? args[name] ?? whole : whole));

/** The three lines people read: code and place, what is wrong, how to mend it. */
export function describe(each: Problem, language: Language): string {
  const row = codes[each.code];
  const words = language === 'zh' ? { allowed: '允许', near: '是否想写', mend: '修改' } : { allowed: 'allowed', near: 'did you mean', mend: 'mend' };
  return [
    `${each.code} ${each.where}`,
    `  ${fill(row.message[language], each.args)}`,
    ...(each.args['near'] ? [`  ${words.near}: ${each.args['near']}`] : []),
    ...(each.args['allowed'] ? [`  ${words.allowed}: ${each.args['allowed']}`] : []),
    `  ${words.mend}: ${fill(row.fix[language], each.args)}`,
  ].join('\n');
}
