/** Products that merge requests live in. */
export const FORGES = ['gitlab', 'github'] as const;

export type ForgeKind = (typeof FORGES)[number];

/** A merge request, which GitHub calls a pull request. */
export interface MergeRequest {
  /** Number in its project, as people call it. */
  readonly number: number;
  /** Page for people. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly branch: string;
  readonly target: string;
  readonly draft: boolean;
  readonly labels: readonly string[];
}

export interface NewMergeRequest {
  readonly branch: string;
  readonly target: string;
  readonly title: string;
  readonly description: string;
  readonly draft?: boolean;
}

/** What shall be otherwise; the rest stays. Labels are added to those that are there. */
export interface MergeRequestEdit {
  readonly title?: string;
  readonly description?: string;
  readonly labels?: readonly string[];
}

/** What became of a comment. */
export type CommentResult = 'created' | 'updated' | 'unchanged';

/** A project on a forge. Every call throws a ProblemError with a code of CHAMP93xx; the token is in none. */
export interface Forge {
  readonly kind: ForgeKind;
  /** Address of the API. */
  readonly url: string;
  /** `group/project`. */
  readonly project: string;
  /** The open merge request of a branch of this project; any target counts without one. The oldest where there are several. */
  find(branch: string, target?: string): Promise<MergeRequest | undefined>;
  get(number: number): Promise<MergeRequest>;
  /** Opens a merge request. One that is open already, e.g. when the answer was lost, comes back as it is: there are never two. */
  open(wanted: NewMergeRequest): Promise<MergeRequest>;
  update(number: number, edit: MergeRequestEdit): Promise<MergeRequest>;
  /** Writes the one comment that begins with the marker and is this user's own; makes it where there is none. */
  comment(number: number, marker: string, text: string): Promise<CommentResult>;
  /** Files that the merge request changes, former names of moved ones too; sorted. */
  paths(number: number): Promise<readonly string[]>;
  close(): void;
}
