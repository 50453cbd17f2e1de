/** Images of the platform's own tools, by key under `products` in releases.yaml, with the version that this repository was written for. */
export const TOOLS = {
  /** Java agents and the static drain helper, copied into pods by an init container. */
  'champ-agents': { image: 'champ/agents', tag: '1.0.0' },
  /** Writes configuration files into the configuration centre and reports what differs from them. */
  'champ-config-import': { image: 'champ/config-import', tag: '1.0.0' },
} as const;
