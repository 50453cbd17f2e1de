export { isEmpty, renderMiddleware } from './middleware.ts';
export { operatorFacts } from './operator-facts.ts';
