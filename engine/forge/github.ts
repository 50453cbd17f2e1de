import { answered, unwrapped } from './answered.ts';
import type { CommentResult, Forge, MergeRequest, MergeRequestEdit, NewMergeRequest } from './forge.ts';
import { githubApi } from './forge-address.ts';
import type { ConnectOptions } from './gitlab.ts';
import { githubLibrary } from './libraries.ts';
import { makeOnce } from './make-once.ts';
import { oneComment, type Comment } from './one-comment.ts';

const PAGE = { per_page: 100 } as const;
/** Keeps the library's own remarks off the terminal. */
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** A project on a GitHub. */
export function github({ base, project, token, sender }: ConnectOptions): Forge {
  const { Octokit } = githubLibrary();
  const url = githubApi(base);
  const octokit = new Octokit({ auth: token, baseUrl: url, log: SILENT, userAgent: 'champ', request: { fetch: sender.send } });
  const [owner = '', repo = ''] = project.split('/');
  const at = { owner, repo };

  const find = async (branch: string, target?: string): Promise<MergeRequest | undefined> => {
    const { data } = await unwrapped(octokit.rest.pulls.list({ ...at, head: `${owner}:${branch}`, ...(target === undefined ? {} : { base: target }), state: 'open', sort: 'created', direction: 'asc', ...PAGE }));
    // an unknown head is no filter at all
    const own = data.find(({ head }) => head.ref === branch && (head.repo?.full_name ?? '').toLowerCase() === project.toLowerCase());
    return own && requestOf(own);
  };
  const get = async (number: number) => requestOf((await unwrapped(octokit.rest.pulls.get({ ...at, pull_number: number }))).data);

  return {
    kind: 'github', url, project,
    find: (branch, target) => answered(find(branch, target)),
    close: () => sender.close(),
    get: (number) => answered(get(number)),
    open: ({ branch, target, title, description, draft = false }: NewMergeRequest) => answered(makeOnce({
      name: `${branch} -> ${target}`, look: () => find(branch, target),
      make: async () => requestOf((await unwrapped(octokit.rest.pulls.create({ ...at, head: branch, base: target, title, body: description, draft }))).data),
    }, sender)),
    async update(number: number, { title, description, labels = [] }: MergeRequestEdit) {
      const isEdited = title !== undefined || description !== undefined;
      const edited = isEdited ? await answered(octokit.rest.pulls.update({ ...at, pull_number: number, ...(title === undefined ? {} : { title }), ...(description === undefined ? {} : { body: description }) })) : undefined;
      if (labels.length === 0) return edited ? requestOf(edited.data) : answered(get(number));
      await answered(octokit.rest.issues.addLabels({ ...at, issue_number: number, labels: [...labels] }));
      return answered(get(number));
    },
    comment: (number, marker, text): Promise<CommentResult> => answered(oneComment(marker, text, {
      async list(): Promise<readonly Comment[]> {
        const isOwn = await ownComment();
        const all = await unwrapped(octokit.paginate(octokit.rest.issues.listComments, { ...at, issue_number: number, ...PAGE }));
        return all.filter(({ user }) => isOwn(user)).map(({ id, body = '' }) => ({ id, body }));
      },
      create: async (body) => void await unwrapped(octokit.rest.issues.createComment({ ...at, issue_number: number, body })),
      update: async (id, body) => void await unwrapped(octokit.rest.issues.updateComment({ ...at, comment_id: id, body })),
    }, sender)),
    async paths(number) {
      const files = await answered(octokit.paginate(octokit.rest.pulls.listFiles, { ...at, pull_number: number, ...PAGE }));
      return [...new Set(files.flatMap(({ filename, previous_filename: former }) => (former === undefined ? [filename] : [former, filename])))].sort();
    },
  };

  type User = { readonly id: number; readonly type?: string } | null | undefined;

  /** The token of a workflow has no user that it may ask for: it writes as a bot, and nobody can pose as one. */
  async function ownComment(): Promise<(user: User) => boolean> {
    try {
      const { data: me } = await unwrapped(octokit.rest.users.getAuthenticated());
      return (user) => user?.id === me.id;
    } catch (error) {
      if (!(error instanceof Error) || (error as { readonly status?: number }).status !== 403) throw error;
      return (user) => user?.type === 'Bot';
    }
  }
}

interface Row {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly body?: string | null;
  readonly head: { readonly ref: string };
  readonly base: { readonly ref: string };
  readonly draft?: boolean;
  readonly labels?: readonly { readonly name?: string }[];
}

function requestOf(row: Row): MergeRequest {
  return {
    number: row.number, url: row.html_url, title: row.title, description: row.body ?? '', branch: row.head.ref, target: row.base.ref,
    draft: row.draft ?? false, labels: (row.labels ?? []).flatMap(({ name }) => name ?? []),
  };
}
