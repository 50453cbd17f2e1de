// By names that the bundler does not follow: other commands must not carry half a megabyte that they never use.
const NAMES = { gitlab: '@gitbeaker/rest', requester: '@gitbeaker/requester-utils', github: '@octokit/rest' };

export const gitlabLibrary = () => require(NAMES.gitlab) as typeof import('@gitbeaker/rest');
export const requesterLibrary = () => require(NAMES.requester) as typeof import('@gitbeaker/requester-utils');
export const githubLibrary = () => require(NAMES.github) as typeof import('@octokit/rest');
