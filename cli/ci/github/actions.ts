import { NODE } from '../settings.ts';
import type { Step } from './model.ts';

/** The actions of others that are used, by the commit of a release: a tag can be moved. */
const ACTIONS = {
  checkout: ['actions/checkout', '3d3c42e5aac5ba805825da76410c181273ba90b1', 'v7.0.1'],
  node: ['actions/setup-node', '820762786026740c76f36085b0efc47a31fe5020', 'v7.0.0'],
  upload: ['actions/upload-artifact', 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f', 'v7.0.0'],
} as const satisfies Readonly<Record<string, readonly [name: string, commit: string, version: string]>>;

const uses = (action: keyof typeof ACTIONS): string => `${ACTIONS[action][0]}@${ACTIONS[action][1]}`;

/** Version of each action, by what a step says. */
export const VERSIONS: ReadonlyMap<string, string> = new Map(Object.values(ACTIONS).map(([name, commit, version]) => [`${name}@${commit}`, version]));

/** The sources; the token that fetched them is not left for what runs later. */
export const checkout = (more: Readonly<Record<string, string | number | boolean>> = {}): Step => ({ uses: uses('checkout'), with: { 'persist-credentials': false, ...more } });

/** With all history: the base of a comparison is in it. */
export const checkoutAll = (): Step => checkout({ 'fetch-depth': 0 });

/** No cache: what one change request leaves there, another would run. */
export const node = (): Step => ({ uses: uses('node'), with: { 'node-version': NODE, 'package-manager-cache': false } });

/** Keeps reports, also those of a job that failed. */
export const upload = (name: string, paths: readonly string[]): Step => ({
  if: '${{ !cancelled() }}', uses: uses('upload'), with: { name, path: paths.join('\n'), 'if-no-files-found': 'ignore', 'retention-days': 30 },
});

export const run = (command: string): Step => ({ run: command });

export const RUNNER = 'ubuntu-24.04';
