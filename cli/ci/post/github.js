const { lstatSync, readFileSync } = require('node:fs');
const { gzipSync } = require('node:zlib');
const { clientOf, needed } = require('./http.js');
const { commentOf, MARKER, reportOf, textOf } = require('./text.js');

/** Who comments with the token of a workflow. */
const AUTHOR = 'github-actions[bot]';
const MOST_SARIF = 10 * 1024 * 1024;

/** Bytes of the file; undefined where there is none. A link could lead to any file of this machine. */
function read(file) {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isFile()) throw new Error(`${file} is no plain file`);
  return readFileSync(file);
}

function connect(env) {
  const [api, repository, token, sha, branch, owner] = needed(env, 'GITHUB_API_URL', 'GITHUB_REPOSITORY', 'GH_TOKEN', 'HEAD_SHA', 'HEAD_BRANCH', 'HEAD_OWNER');
  const client = clientOf(`${api}/repos/${repository}`, { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28', 'user-agent': 'champ' });
  return { client, sha, branch, owner };
}

/** The open pull request whose newest commit the run was of: GitHub says which, not the artifact. */
async function requestOf({ client, sha, branch, owner }) {
  const open = await client.all(`/pulls?state=open&head=${encodeURIComponent(`${owner}:${branch}`)}`);
  return open.find(({ head }) => head.sha === sha);
}

/** Posts the report, or writes it over the one that is there. */
async function postToGitHub({ file, env, say }) {
  const bytes = read(file);
  if (bytes === undefined) return none(say);
  const body = reportOf(bytes);
  const { client, ...head } = connect(env);
  const request = await requestOf({ client, ...head });
  if (!request) return superseded(say, head.sha);
  const paths = (await client.all(`/pulls/${request.number}/files`)).flatMap(({ filename, previous_filename: former }) => (former ? [filename, former] : [filename]));
  const text = commentOf(body, { commit: head.sha, paths });
  const ours = (await client.all(`/issues/${request.number}/comments`)).find(({ body: there, user }) => user?.login === AUTHOR && there?.startsWith(MARKER));
  if (ours?.body === text) say(`#${request.number}: unchanged`);
  else if (ours) {
    await client.send('PATCH', `/issues/comments/${ours.id}`, { body: text });
    say(`#${request.number}: updated`);
  } else {
    await client.send('POST', `/issues/${request.number}/comments`, { body: text });
    say(`#${request.number}: posted`);
  }
  return 0;
}

/** Uploads findings to where GitHub shows them beside the lines. */
async function postFindings({ file, env, say }) {
  const bytes = read(file);
  if (bytes === undefined) return none(say);
  const text = textOf(bytes, MOST_SARIF);
  if (JSON.parse(text).version !== '2.1.0') throw new Error('the file is no SARIF 2.1.0');
  const { client, ...head } = connect(env);
  const request = await requestOf({ client, ...head });
  if (!request) return superseded(say, head.sha);
  await client.send('POST', '/code-scanning/sarifs', { commit_sha: head.sha, ref: `refs/pull/${request.number}/head`, sarif: gzipSync(text).toString('base64'), tool_name: 'champ' });
  say(`#${request.number}: findings uploaded`);
  return 0;
}

function none(say) {
  say('no report: the run ended before it was written');
  return 0;
}

function superseded(say, sha) {
  say(`no open pull request has ${sha.slice(0, 12)} as its newest commit`);
  return 0;
}

module.exports = { postToGitHub, postFindings };
