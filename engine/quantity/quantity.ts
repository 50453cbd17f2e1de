const SUFFIX: Readonly<Record<string, number>> = {
  n: 1e-9, u: 1e-6, m: 1e-3, '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18,
  Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60,
};

/** A Kubernetes quantity as a number: cores for CPU, bytes for memory and storage; undefined when it is not one. */
export function parseQuantity(text: string | number): number | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:[eE]([+-]?\d+)|(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei))?$/.exec(String(text));
  if (!match) return undefined;
  return Number(match[1]) * (match[2] === undefined ? SUFFIX[match[3] ?? '']! : 10 ** Number(match[2]));
}

/** As `parseQuantity`; for values that were checked before. */
export function quantity(text: string | number): number {
  const value = parseQuantity(text);
  if (value === undefined) throw new Error(`"${text}" is not a Kubernetes quantity`);
  return value;
}

/** Cores, rounded up to the millicore: `1500m`, `2`. */
export function cpu(cores: number): string {
  const milli = Math.ceil(cores * 1000 - 1e-6);
  return milli % 1000 === 0 ? String(milli / 1000) : `${milli}m`;
}

/** Bytes, rounded up to the mebibyte, in the largest unit that keeps it whole: `512Mi`, `2Gi`. */
export function memory(bytes: number): string {
  const mebi = Math.ceil(bytes / 2 ** 20 - 1e-6);
  if (mebi !== 0 && mebi % 2 ** 20 === 0) return `${mebi / 2 ** 20}Ti`;
  return mebi !== 0 && mebi % 1024 === 0 ? `${mebi / 1024}Gi` : `${mebi}Mi`;
}
