// Posts the report of a change request. It has the right to write and therefore runs from the main branch alone; what it is handed was made by the code of
// the change request, so it is held for text that anybody may have written. Plain JavaScript: nothing is installed where the token is.
//   node cli/ci/post.js github FILE   the pull request of $HEAD_OWNER:$HEAD_BRANCH at $HEAD_SHA
//   node cli/ci/post.js sarif FILE    findings, for the same
//   node cli/ci/post.js gitlab        every open merge request, from the artifacts of its pipeline
const { postFindings, postToGitHub } = require('./post/github.js');
const { postToGitLab } = require('./post/gitlab.js');

const say = (text) => process.stderr.write(`${text}\n`);
const WORK = { github: postToGitHub, sarif: postFindings, gitlab: postToGitLab };

const [kind, file] = process.argv.slice(2);
const work = Object.hasOwn(WORK, kind ?? '') ? WORK[kind] : undefined;
if (!work || (kind !== 'gitlab' && !file)) {
  say('usage: post.js github FILE | sarif FILE | gitlab');
  process.exitCode = 2;
} else {
  work({ file, env: process.env, say }).then((code) => { process.exitCode = code; }, (error) => {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 3;
  });
}
