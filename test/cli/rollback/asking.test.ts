import { PassThrough } from 'node:stream';
import { asking } from '../../../cli/rollback/run.ts';

const answer = (give: (input: PassThrough) => void): Promise<string> => {
  const input = new PassThrough();
  const asked = asking(input, new PassThrough())('Go back? ');
  give(input);
  return asked;
};

it('takes a line, and the end of the input for no', async () => {
  expect(await answer((input) => input.write('yes\n'))).toBe('yes');
  expect(await answer((input) => input.end())).toBe('');
});
