export { describe, problem, Problems, ProblemError, type Arguments, type CodeRow, type Language, type Problem, type Text } from './problem.ts';
export { codes, type Code } from './codes/index.ts';
export { nearest } from './nearest.ts';
