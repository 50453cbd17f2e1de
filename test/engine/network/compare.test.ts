import { compare, type Declared, type Edge } from '../../../engine/network/index.ts';

const need = (from: string, to: string, port: number, protocol: Declared['protocol'] = 'TCP'): Declared => ({ from, to, port, protocol, why: 'calls' });
const open = (from: string, to: string, port: number, endPort?: number): Edge => ({ zone: 'core', from, to, port, ...(endPort ? { endPort } : {}), protocol: 'TCP', why: 'p' });

describe('what is needed against what is open', () => {
  it('is quiet where both are the same', () => {
    expect(compare([open('a', 'b', 80)], [need('a', 'b', 80), need('a', 'b', 80)])).toEqual({ declaredButBlocked: [], allowedButUndeclared: [] });
  });

  it.each([
    ['another port', need('a', 'b', 81)], ['the other way', need('b', 'a', 80)], ['another protocol', need('a', 'b', 80, 'UDP')],
  ])('finds both sides of a difference: %s', (_, needed) => {
    expect(compare([open('a', 'b', 80)], [needed])).toEqual({ declaredButBlocked: [needed], allowedButUndeclared: [open('a', 'b', 80)] });
  });

  it('takes a port in an open range as open, and a range of which some ports are not needed as too much', () => {
    expect(compare([open('a', 'b', 80, 90)], [need('a', 'b', 85)])).toEqual({ declaredButBlocked: [], allowedButUndeclared: [open('a', 'b', 80, 90)] });
    expect(compare([open('a', 'b', 80, 81)], [need('a', 'b', 80), need('a', 'b', 81)]).allowedButUndeclared).toEqual([]);
  });

  it('takes a place of which some addresses are left out as closed, and says which', () => {
    const part = { ...open('a', 'b', 80), leftOut: ['10.8.0.8/29'] };
    expect(compare([part], [need('a', 'b', 80)])).toEqual({ declaredButBlocked: [{ ...need('a', 'b', 80), why: 'calls; left out: 10.8.0.8/29' }], allowedButUndeclared: [] });
    expect(compare([part, open('a', 'b', 70, 90)], [need('a', 'b', 80)]).declaredButBlocked).toEqual([]);
  });

  it('sorts what is blocked', () => {
    expect(compare([], [need('b', 'a', 1), need('a', 'b', 10), need('a', 'b', 9)]).declaredButBlocked.map(({ from, port }) => [from, port])).toEqual([['a', 9], ['a', 10], ['b', 1]]);
  });
});
