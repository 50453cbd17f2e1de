const { clientOf, HttpError, needed } = require('./http.js');
const { commentOf, MARKER, MOST, reportOf } = require('./text.js');

/** Job that leaves the report, and where. */
const JOB = 'diff';
const REPORT = 'reports/diff.md';

/** Posts the report of each open merge request that has a newer one than its comment. One that fails does not stop the others. */
async function postToGitLab({ env, say }) {
  const [api, project, token] = needed(env, 'CI_API_V4_URL', 'CI_PROJECT_ID', 'CHAMP_FORGE_TOKEN');
  // not PRIVATE-TOKEN: where an artifact lies elsewhere, that header would follow it there
  const headers = { authorization: `Bearer ${token}`, 'user-agent': 'champ' };
  const client = clientOf(`${api}/projects/${encodeURIComponent(project)}`, headers);
  const { id: self } = await clientOf(api, headers).json('/user');
  const open = await client.all(`/merge_requests?state=opened&target_branch=${encodeURIComponent(env.CI_DEFAULT_BRANCH ?? 'main')}&order_by=updated_at`, 5);
  let failed = 0;
  for (const { iid } of open) {
    try {
      const done = await postOne(client, iid, Number(project), self);
      if (done) say(`!${iid}: ${done}`);
    } catch (error) {
      failed++;
      say(`!${iid}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return failed > 0 ? 1 : 0;
}

async function postOne(client, iid, project, self) {
  const { sha, head_pipeline: pipeline } = await client.json(`/merge_requests/${iid}`);
  // a pipeline of a fork is of another project, where nobody reviewed who may write artifacts
  if (!pipeline || (pipeline.project_id !== undefined && pipeline.project_id !== project)) return undefined;
  const job = (await client.all(`/pipelines/${pipeline.id}/jobs`)).find(({ name, artifacts_file: artifacts }) => name === JOB && artifacts);
  if (!job) return undefined;
  const bytes = await client.bytes(`/jobs/${job.id}/artifacts/${REPORT}`, MOST * 4).catch((error) => {
    if (error instanceof HttpError && error.status === 404) return undefined;
    throw error;
  });
  if (bytes === undefined) return undefined;
  const body = reportOf(bytes);
  const paths = (await client.all(`/merge_requests/${iid}/diffs`)).flatMap(({ old_path: old, new_path: path }) => [old, path]);
  const text = commentOf(body, { commit: sha, paths: [...new Set(paths)] });
  const ours = (await client.all(`/merge_requests/${iid}/notes?order_by=created_at&sort=asc`)).find(({ body: there, author }) => author?.id === self && there?.startsWith(MARKER));
  if (ours?.body === text) return undefined;
  if (ours) await client.send('PUT', `/merge_requests/${iid}/notes/${ours.id}`, { body: text });
  else await client.send('POST', `/merge_requests/${iid}/notes`, { body: text });
  return ours ? 'updated' : 'posted';
}

module.exports = { postToGitLab };
