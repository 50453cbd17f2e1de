import { problemText } from '../phrases.ts';
import type { CheckReport } from '../report.ts';
import { words } from '../words.ts';
import { both, code, escaped, row, section, table } from './markup.ts';

/** Rows of the lists of this file; the JSON report has all. */
const LISTED = 1_000;

export function notJudgedSection({ notJudged }: CheckReport): string {
  if (notJudged.length === 0) return section('not-judged', words.notJudged, [`<p>${both(words.nothingLeftOut)}</p>`]);
  const rows = notJudged.slice(0, LISTED).map(({ what, zone, file, why }) => row([code(what), escaped(zone), file ? code(file) : '', both(why)]));
  return section('not-judged', words.notJudged, [table([words.object, words.zone, words.place, words.why].map((each) => both(each)), rows), more(notJudged)]);
}

export function inputSection({ inputs, problems, objects, pods, containers }: CheckReport): string {
  const rows = problems.slice(0, LISTED).map((each) => {
    const { message, fix } = problemText(each);
    return row([code(each.where), `${code(each.code)} ${both(message)}`, both(fix)]);
  });
  return section('input', words.input, [
    `<p>${both(words.judged, { objects, pods, containers })}: ${inputs.slice(0, LISTED).map(code).join(', ')}</p>`, more(inputs),
    ...(rows.length > 0 ? [`<h3>${both(words.problems)} <span class="dim">${both(words.problemCount, { count: problems.length })}</span></h3>`,
      table([words.place, words.message, words.fix].map((each) => both(each)), rows, 'findings'), more(problems)] : [`<p>${both(words.noProblems)}</p>`]),
  ]);
}

const more = (all: readonly unknown[]): string => (all.length > LISTED ? `<p class="more">${both(words.more, { count: all.length - LISTED })}</p>` : '');
