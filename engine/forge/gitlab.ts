import type { RequesterType } from '@gitbeaker/requester-utils';
import type { CommentResult, Forge, MergeRequest, MergeRequestEdit, NewMergeRequest } from './forge.ts';
import { gitlabLibrary, requesterLibrary } from './libraries.ts';
import { makeOnce } from './make-once.ts';
import { answered } from './answered.ts';
import { oneComment, type Comment } from './one-comment.ts';
import type { Sender } from './send.ts';

export interface ConnectOptions {
  /** Base of the pages. */
  readonly base: string;
  readonly project: string;
  readonly token: string;
  readonly sender: Sender;
}

/** A page of a list; GitLab gives no more. */
const PAGE = { perPage: 100 } as const;

/** A project on a GitLab. */
export function gitlab({ base, project, token, sender }: ConnectOptions): Forge {
  const { MergeRequestNotes, MergeRequests, Users } = gitlabLibrary();
  const requesterFn = requesterLibrary().createRequesterFn((_, options) => Promise.resolve(options), handlerOf(sender)) as unknown as (options: unknown) => RequesterType;
  // as a bearer: personal, project, group and OAuth tokens all pass so
  const options = { host: base, oauthToken: token, queryTimeout: null, rateLimits: {}, requesterFn };
  const [requests, notes, users] = [new MergeRequests(options), new MergeRequestNotes(options), new Users(options)];

  const find = async (branch: string, target?: string): Promise<MergeRequest | undefined> => {
    const found = await answered(requests.all({ projectId: project, sourceBranch: branch, ...(target === undefined ? {} : { targetBranch: target }), state: 'opened', orderBy: 'created_at', sort: 'asc', ...PAGE }));
    // a fork may have a branch of that name
    const own = found.filter((each) => each.source_project_id === each.target_project_id);
    return own[0] && requestOf(own[0] as unknown as Row);
  };

  return {
    kind: 'gitlab', url: `${base}/api/v4`, project, find,
    close: () => sender.close(),
    get: async (number) => requestOf(await answered(requests.show(project, number)) as unknown as Row),
    open: ({ branch, target, title, description, draft = false }: NewMergeRequest) => answered(makeOnce({
      name: `${branch} -> ${target}`, look: () => find(branch, target),
      make: async () => requestOf(await requests.create(project, branch, target, draft ? `Draft: ${title}` : title, { description, removeSourceBranch: true }) as unknown as Row),
    }, sender)),
    async update(number: number, { title, description, labels = [] }: MergeRequestEdit) {
      const isDraft = title !== undefined && (await answered(requests.show(project, number)) as unknown as Row).draft === true;
      return requestOf(await answered(requests.edit(project, number, {
        ...(title === undefined ? {} : { title: isDraft ? `Draft: ${title}` : title }),
        ...(description === undefined ? {} : { description }),
        ...(labels.length === 0 ? {} : { addLabels: labels.join(',') }),
      })) as unknown as Row);
    },
    comment: (number, marker, text): Promise<CommentResult> => answered(oneComment(marker, text, {
      async list(): Promise<readonly Comment[]> {
        const [me, all] = [await users.showCurrentUser(), await notes.all(project, number, { sort: 'asc', orderBy: 'created_at', ...PAGE })];
        return all.filter(({ system, author }) => !system && author.id === me.id).map(({ id, body }) => ({ id, body }));
      },
      create: async (body) => void await notes.create(project, number, body),
      update: async (id, body) => void await notes.edit(project, number, id, { body }),
    }, sender)),
    async paths(number) {
      const diffs = await answered(requests.allDiffs(project, number, { ...PAGE }));
      return [...new Set(diffs.flatMap(({ old_path, new_path }) => [old_path, new_path]))].filter(Boolean).sort();
    },
  };
}

/** As GitLab writes it, of all versions. */
interface Row {
  readonly iid: number;
  readonly web_url: string;
  readonly title: string;
  readonly description: string | null;
  readonly source_branch: string;
  readonly target_branch: string;
  readonly draft?: boolean;
  readonly labels?: readonly string[];
}

function requestOf(row: Row): MergeRequest {
  return {
    number: row.iid, url: row.web_url, title: row.title.replace(/^(?:Draft|\[Draft\]|\(Draft\)):? */i, ''), description: row.description ?? '',
    branch: row.source_branch, target: row.target_branch, draft: row.draft ?? false, labels: row.labels ?? [],
  };
}

/** What the library leaves to its user: sending. Its own way would send a lost creation again. */
function handlerOf({ send }: Sender) {
  return async (endpoint: string, { prefixUrl = '', searchParams = '', method = 'GET', headers, body }: Readonly<Record<string, unknown>> = {}) => {
    const url = new URL(endpoint, `${String(prefixUrl).replace(/\/+$/, '')}/`);
    url.search = String(searchParams);
    const answer = await send(url.href, { method: String(method), headers: headers as Record<string, string>, ...(body === undefined ? {} : { body: body as string }) });
    const text = await answer.text();
    return { body: text === '' ? null : JSON.parse(text) as Record<string, unknown>, headers: Object.fromEntries(answer.headers), status: answer.status };
  };
}
