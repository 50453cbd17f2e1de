import { isRecord, text } from '../../inspect/plain.ts';
import type { SourceCommit } from '../git/source.ts';

/** `hydrator.metadata` as ArgoCD's source hydrator writes it; GitOps Promoter reads `drySha` from it. */
export function metadataText(environment: string, { sha, repository, author, date, subject, body }: SourceCommit): string {
  const content = {
    commands: [`champ synth --env ${environment}`],
    drySha: sha,
    ...(repository === '' ? {} : { repoURL: repository }),
    author: `${author.name} <${author.email}>`, date, subject,
    ...(body === '' ? {} : { body }),
    references: [],
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** The source commit that a `hydrator.metadata` names; undefined when it is none that can be read. */
export function drySha(content: string): string | undefined {
  try {
    const data: unknown = JSON.parse(content);
    const sha = isRecord(data) ? text(data['drySha']) : undefined;
    return sha !== undefined && /^[0-9a-f]{7,64}$/.test(sha) ? sha : undefined;
  } catch {
    return undefined;
  }
}
