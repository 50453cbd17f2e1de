/** What a run asks for: the whole guide, or a Pod Security level exactly as the API server judges it. */
export const PROFILES = ['nsa-cisa', 'pss-baseline', 'pss-restricted'] as const;

export type Profile = (typeof PROFILES)[number];

/** Versions whose Pod Security rules are known; without a version the newest is meant. */
export const KUBERNETES = ['1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36'] as const;

export type KubernetesVersion = (typeof KUBERNETES)[number];

export const NEWEST: KubernetesVersion = '1.36';

export const minor = (version: string): number => Number(version.slice(version.indexOf('.') + 1));
