import { problem, ProblemError, type Problem, type Text } from '../engine/problem/index.ts';
import type { Console } from './output/console.ts';
import { say } from './output/language.ts';
import { total } from './output/report.ts';
import { EXIT, type Body } from './run.ts';

export interface Call {
  /** What the user called, e.g. `champ synth`. */
  readonly command: string;
  /** Folder of the environments, if not the repository's own. */
  readonly folder?: string;
  /** Said after problems. */
  readonly after?: Text;
}

/** What lies outside of the project: nothing in it can be mended. */
const FAILURES: ReadonlySet<string> = new Set([
  'CHAMP5011', 'CHAMP5040', 'CHAMP5041',
  'CHAMP7001', 'CHAMP7002', 'CHAMP7003', 'CHAMP7004', 'CHAMP7006', 'CHAMP7007', 'CHAMP7008',
  'CHAMP7200', 'CHAMP7203', 'CHAMP7220', 'CHAMP7221',
  'CHAMP9000', 'CHAMP9001', 'CHAMP9002', 'CHAMP9003', 'CHAMP9004', 'CHAMP9005', 'CHAMP9006', 'CHAMP9007', 'CHAMP9008', 'CHAMP9009', 'CHAMP9010', 'CHAMP9011', 'CHAMP9012', 'CHAMP9013', 'CHAMP9014', 'CHAMP9015', 'CHAMP9016', 'CHAMP9017', 'CHAMP9018', 'CHAMP9019', 'CHAMP9020', 'CHAMP9021', 'CHAMP9050',
  'CHAMP9300', 'CHAMP9301', 'CHAMP9304', 'CHAMP9305', 'CHAMP9306', 'CHAMP9307', 'CHAMP9309', 'CHAMP9310', 'CHAMP9311', 'CHAMP9312', 'CHAMP9313', 'CHAMP9314', 'CHAMP9315', 'CHAMP9316', 'CHAMP9320', 'CHAMP9321', 'CHAMP9324', 'CHAMP9325', 'CHAMP9326', 'CHAMP9327', 'CHAMP9330', 'CHAMP9331', 'CHAMP9332', 'CHAMP9333', 'CHAMP9350', 'CHAMP9361',
]);

/** Runs `body` and tells what went wrong. Returns the exit code. */
export async function settle(body: Body, console_: Console, { command, folder, after }: Call): Promise<number> {
  try {
    return await body(console_, folder);
  } catch (error) {
    console_.done();
    if (error instanceof ProblemError) {
      console_.problems(error.problems);
      if (error.problems.length > 1) console_.note(`\n${total(error.problems, console_.language)}`);
      if (after) console_.note(say(after, console_.language));
      return error.problems.some(({ code }) => FAILURES.has(code) || code.startsWith('CHAMP80')) ? EXIT.failure : EXIT.findings;
    }
    console_.problems([failure(error, command)]);
    // a defect needs its stack; what the system refuses, such as a full disk, does not
    if (!isSystemError(error)) console_.alert(textOf(error, 'stack'));
    return EXIT.failure;
  }
}

// by what it has: an error may come from another realm, where instanceof fails
const isSystemError = (error: unknown): boolean => typeof error === 'object' && error !== null && 'syscall' in error;
const textOf = (error: unknown, key: 'message' | 'stack'): string => String((error as Partial<Error> | undefined)?.[key] ?? error);

function failure(error: unknown, command: string): Problem {
  return problem(isSystemError(error) ? 'CHAMP5091' : 'CHAMP5090', command, { value: textOf(error, 'message').split('\n')[0] });
}
