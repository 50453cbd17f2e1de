import { isOlder } from '../../../cli/promote/version-order.ts';

it.each([
  ['V1.2.3', 'V1.2.4'], ['V1.2.9', 'V1.2.10'], ['1.2', '1.2.1'], ['V1.2.3-rc.2', 'V1.2.3'], ['V1.2.3-rc.2', 'V1.2.3-rc.10'], ['V1.2.3', 'V1.2.3-p1'], ['1.9.0', 'v2'], ['20300101', '20300102'],
])('%s is older than %s, and not the other way round', (one, other) => {
  expect([isOlder(one, other), isOlder(other, one)]).toEqual([true, false]);
});

it.each([['V1.2.3', 'V1.2.3'], ['1.2', 'V1.2.0'], ['main', 'V1.2.3'], ['4f3a9bc', '1.0.0'], ['stable', 'canary']])('%s and %s are not compared, or equal', (one, other) => {
  expect([isOlder(one, other), isOlder(other, one)]).toEqual([false, false]);
});
