import { ROLLBACK_TO, ROLLED_BACK, ENVIRONMENT, messageOf, RESUMED, SOURCE_AUTHOR, SOURCE_COMMIT, ZONES, type Trailer } from './state/trailers.ts';
import { sourceName, type SourceCommit } from './git/source.ts';
import { isContent, type ZonePlan } from './zone-plan.ts';

export interface Counts {
  readonly created: number;
  readonly changed: number;
  readonly removed: number;
}

/** Files of objects and components; the ledger and the metadata follow them. */
export const countsOf = (plan: Pick<ZonePlan, 'created' | 'changed' | 'removed'>): Counts => ({
  created: plan.created.filter(isContent).length, changed: plan.changed.filter(isContent).length, removed: plan.removed.filter(isContent).length,
});

const countLines = (plans: readonly ZonePlan[]): readonly string[] => plans.map((plan) => {
  const { created, changed, removed } = countsOf(plan);
  return `${plan.zone}: ${created} created, ${changed} changed, ${removed} removed`;
});

/** The counts that a message of ours has, by zone. */
export function countsIn(message: string): ReadonlyMap<string, Counts> {
  return new Map([...message.matchAll(/^([\w-]+): (\d+) created, (\d+) changed, (\d+) removed$/gm)].map(([, zone, created, changed, removed]) => [zone!, { created: Number(created), changed: Number(changed), removed: Number(removed) }]));
}

/** Message of a publish: the trailers of ArgoCD lead its pages from a deployed commit to the source. */
export function publishMessage(environment: string, source: SourceCommit, plans: readonly ZonePlan[], resumed: readonly string[]): string {
  const author = `${source.author.name} <${source.author.email}>`;
  const trailers: readonly Trailer[] = [
    ...ownTrailers(environment, plans), [SOURCE_COMMIT, sourceName(source)], [SOURCE_AUTHOR, author], [RESUMED, resumed.join(', ')],
    ['Argocd-reference-commit-sha', source.sha], ['Argocd-reference-commit-author', author], ['Argocd-reference-commit-subject', source.subject],
    ['Argocd-reference-commit-repourl', source.repository], ['Argocd-reference-commit-date', source.date],
  ];
  return messageOf(`${environment}: ${source.subject}`, countLines(plans), trailers);
}

export interface RollbackMessage {
  readonly to: string;
  readonly undone: string;
  /** Subject and source commit of what is brought back. */
  readonly subject: string;
  readonly source: string;
  /** Former rollbacks that this one ends. */
  readonly resumed: readonly string[];
}

export function rollbackMessage(environment: string, { to, undone, subject, source, resumed }: RollbackMessage, plans: readonly ZonePlan[]): string {
  return messageOf(`${environment}: roll back to ${to.slice(0, 12)} (${subject})`, countLines(plans), [
    ...ownTrailers(environment, plans), [SOURCE_COMMIT, source], [ROLLBACK_TO, to], [ROLLED_BACK, undone], [RESUMED, resumed.join(', ')],
  ]);
}

const ownTrailers = (environment: string, plans: readonly ZonePlan[]): readonly Trailer[] => [[ENVIRONMENT, environment], [ZONES, plans.map(({ zone }) => zone).join(', ')]];
