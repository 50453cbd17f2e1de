import { fill } from '../../../engine/report/phrases.ts';

it('fills what it is given and leaves every other brace, also one named like a part of every object', () => {
  expect(fill({ zh: '{count} 个 {toString}', en: '{count} of {constructor} {other}' }, { count: 2 })).toEqual({ zh: '2 个 {toString}', en: '2 of {constructor} {other}' });
});
