import { growthExponent, median } from '../../../bench/race/statistics.ts';

describe('the median', () => {
  it('is the middle value whatever the order', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([9, 1, 2, 10])).toBe(5.5);
  });

  it('is not moved by one slow run', () => {
    expect(median([1, 1.1, 1.2, 1.1, 60])).toBe(1.1);
  });
});

describe('the growth exponent', () => {
  it.each([[1], [1.05], [2]])('finds %p in times that grow so', (exponent) => {
    const points = [500, 1000, 2000, 4000].map((size) => ({ size, seconds: 0.003 * size ** exponent }));
    expect(growthExponent(points)).toBeCloseTo(exponent, 6);
  });

  it('is unknown with one size', () => {
    expect(growthExponent([{ size: 500, seconds: 1 }])).toBeUndefined();
    expect(growthExponent([{ size: 500, seconds: 1 }, { size: 500, seconds: 2 }])).toBeUndefined();
  });
});
