/** The middle value, or the mean of the two in the middle; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

export interface Point {
  /** Size of the input. */
  readonly size: number;
  readonly seconds: number;
}

/** Slope of the straight line through points by least squares; undefined with fewer than two places on the x axis. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number | undefined {
  const mean = (index: 0 | 1) => points.reduce((sum, point) => sum + point[index], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const spread = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return spread > 0 ? points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / spread : undefined;
}

/** The exponent e of seconds = c * size^e by least squares on the logarithms; undefined with fewer than two sizes. */
export function growthExponent(points: readonly Point[]): number | undefined {
  return slope(points.map(({ size, seconds }) => [Math.log(size), Math.log(seconds)]));
}
