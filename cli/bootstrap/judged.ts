import { spawnSync } from 'node:child_process';
import { FIELD_MANAGER, type Bootstrap } from '../../engine/bootstrap/index.ts';
import { objectName, type Manifest } from '../../engine/manifest.ts';
import { problem, ProblemError, type Problem } from '../../engine/problem/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { table } from '../output/table.ts';
import { EXIT } from '../run.ts';
import { bootstrapWords as words } from './words.ts';

export type Verdict = 'accepted' | 'refused' | 'later';

export interface Judged {
  readonly object: string;
  readonly verdict: Verdict;
  /** What the server said, where it did not accept. */
  readonly why?: string;
}

/** What kubectl answered; `input` goes to its standard input. */
export type Kubectl = (arguments_: readonly string[], input: string) => { readonly status: number | null; readonly stderr: string; readonly error?: Error };

const WHERE = 'champ bootstrap --context';

const run: Kubectl = (arguments_, input) => spawnSync('kubectl', arguments_, { input, encoding: 'utf8' });

/** On an empty cluster the namespace and the kinds of ArgoCD come with earlier steps. */
const LATER = /namespaces "[^"]+" not found|no matches for kind|the server could not find the requested resource/;

/** The server's answer about the object; everything else is about the way there. */
const REFUSED = /^(?:Error from server \((?!InternalError|ServerTimeout|ServiceUnavailable|Timeout|TooManyRequests|Unauthorized)|The .+ is invalid|error: Apply failed with )/;

/** One object, as a server-side dry run: it is admitted and validated, and nothing is stored. Throws a ProblemError where there is no answer. */
export function judge(manifest: Manifest, context: string, kubectl: Kubectl = run): Judged {
  const object = objectName(manifest);
  const { error, status, stderr } = kubectl(
    ['--context', context, '--request-timeout', '60s', 'apply', '--server-side', '--dry-run=server', `--field-manager=${FIELD_MANAGER}`, '-o', 'name', '-f', '-'], JSON.stringify(manifest),
  );
  if (error && 'code' in error && error.code === 'ENOENT') throw new ProblemError([problem('CHAMP5040', WHERE, { value: 'kubectl' })]);
  if (status === 0) return { object, verdict: 'accepted' };
  const why = error?.message ?? reasonOf(stderr);
  if (LATER.test(why)) return { object, verdict: 'later', why };
  if (REFUSED.test(why)) return { object, verdict: 'refused', why };
  throw new ProblemError([problem('CHAMP5041', WHERE, { value: context, why })]);
}

/** Advice and warnings stand around the line that says what is wrong. */
function reasonOf(stderr: string): string {
  const lines = stderr.trim().split('\n');
  return lines.find((line) => /^(?:error: |Error |The .+ is invalid)/.test(line)) ?? lines.at(-1) ?? '';
}

/** Has the cluster judge every object of the plan, says the result and returns the exit code. */
export function judged(plan: Bootstrap, context: string, console_: Console, kubectl?: Kubectl): number {
  const { language } = console_;
  const rows = plan.steps.map(({ file, manifests }) => ({
    file,
    objects: manifests.map((manifest) => {
      console_.progress(say(words.asking, language, { object: objectName(manifest) }));
      return judge(manifest, context, kubectl);
    }),
  }));
  console_.done();
  const all = rows.flatMap(({ objects }) => objects);
  const count = (wanted: Verdict) => all.filter(({ verdict }) => verdict === wanted).length;
  const refused: readonly Problem[] = all.filter(({ verdict }) => verdict === 'refused').map(({ object, why }) => problem('CHAMP8203', object, { why }));
  if (console_.json) console_.document({ environment: plan.environment, zone: plan.zone, context, steps: rows });
  else console_.data(table(rows.flatMap(({ file, objects }) => (objects.length === 0 ? [[file, '', say(words.byHand, language)]] : objects.map(({ object, verdict }) => [file, object, say(words[verdict], language)])))));
  if (refused.length > 0) console_.warn(refused);
  console_.note(say(words.counts, language, { accepted: count('accepted'), later: count('later'), refused: count('refused') }));
  return refused.length > 0 ? EXIT.findings : EXIT.ok;
}
