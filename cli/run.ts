import type { Text } from '../engine/problem/index.ts';
import type { Console } from './output/console.ts';

/** 0 ok, 1 findings or difference, 2 wrong usage, 3 failure. */
export const EXIT = { ok: 0, findings: 1, usage: 2, failure: 3 } as const;

/** What a command does; `folder` holds the environments, undefined for the repository's own. Returns the exit code. */
export type Body = (console_: Console, folder?: string) => number | Promise<number>;

/** Runs the body of a command with its console and keeps what it returns or throws as the exit code; `after` is said after problems. */
export type Run = (body: Body, after?: Text) => Promise<void>;
