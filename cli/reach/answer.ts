import { sends, type Edge } from '../../engine/network/index.ts';
import type { Language } from '../../engine/problem/index.ts';
import { say } from '../output/language.ts';
import { REASONS } from './declared.ts';
import { ReachGraph, type Step } from './path.ts';
import type { Ends, EnvironmentReach, ReachEdge } from './report.ts';
import { reachWords } from './words.ts';

/** A question about one or two peers, answered: a sentence, and what it rests on as rows of a table. */
export interface Answer {
  readonly environment: string;
  readonly sentence: string;
  readonly rows: readonly (readonly string[])[];
}

/** Reasons that are told in a table; JSON has all of them. */
const TOLD = 3;

/** "May A talk to B, and through what", in every environment that has those who are asked about; nothing when nobody is. */
export function answers(reached: readonly EnvironmentReach[], ends: Ends, language: Language): readonly Answer[] {
  const { from, to } = ends;
  if (from === undefined && to === undefined) return [];
  return reached
    .filter(({ zones }) => [from, to].every((id) => id === undefined || zones.some(({ layers }) => layers.has(id))))
    .map(({ environment, zones }): Answer => {
      if (from !== undefined && to !== undefined) return { environment, ...between(new ReachGraph(zones), from, to, language) };
      const edges = zones.flatMap(({ allowed }) => allowed.filter((edge) => (from === undefined ? edge.to === to : sends(edge, from))));
      const others = edges.map((edge) => (from === undefined ? edge.from : edge.to));
      const sentence = from === undefined ? say(reachWords.toOne, language, { to: to!, count: new Set(others).size }) : say(reachWords.fromOne, language, { from, count: new Set(others).size });
      return { environment, sentence, rows: edges.map((edge, index) => [others[index]!, portText(edge), reasons(edge.why, language)]) };
    });
}

function between(graph: ReachGraph, from: string, to: string, language: Language): Pick<Answer, 'sentence' | 'rows'> {
  const direct = graph.direct(from, to);
  if (direct.length > 0) {
    return { sentence: say(reachWords.direct, language, { from, to }), rows: direct.map((edge) => [portText(edge), reasons(edge.why, language)]) };
  }
  const way = graph.way(from, to);
  if (!way) {
    const chain = graph.way(from, to, 'pods');
    const rows = chain?.flatMap((step) => stepRows(step, [from, to], language)) ?? [];
    return { sentence: [say(reachWords.noPath, language, { from, to }), ...(chain ? [say(reachWords.chain, language)] : [])].join(language === 'zh' ? ';' : '; '), rows };
  }
  return { sentence: say(reachWords.through, language, { from, to, steps: way.length }), rows: way.flatMap((step) => stepRows(step, [from, to], language)) };
}

/** The answer as data, in every environment that has both: directly, by a way over gateways and ferries, or not at all. */
export interface Verdict {
  readonly environment: string;
  readonly from: string;
  readonly to: string;
  readonly verdict: 'direct' | 'way' | 'none';
  /** Whoever passes it on, with both ends. */
  readonly way: readonly string[];
}

export function verdicts(reached: readonly EnvironmentReach[], { from, to }: Ends): readonly Verdict[] {
  if (from === undefined || to === undefined) return [];
  return reached.filter(({ zones }) => [from, to].every((id) => zones.some(({ layers }) => layers.has(id)))).map(({ environment, zones }): Verdict => {
    const graph = new ReachGraph(zones);
    if (graph.direct(from, to).length > 0) return { environment, from, to, verdict: 'direct', way: [from, to] };
    const way = graph.way(from, to);
    return { environment, from, to, verdict: way ? 'way' : 'none', way: way ? [from, ...way.map((step) => step.to)] : [] };
  });
}

/** A step by the gap is two connections: into the channel in one zone, out of it in the other. */
function stepRows({ from, edges, channel }: Step, about: readonly string[], language: Language): readonly (readonly string[])[] {
  const row = (edge: Edge) => [`${edge.from} -> ${edge.to}`, portText(edge), reasons(edge.why, language, about)];
  if (channel === undefined) return edges.map(row);
  const into = (edge: Edge) => edge.from === from;
  const rows = new Map([...edges.filter(into), ...edges.filter((edge) => !into(edge))].map((edge) => [`${edge.from} ${edge.to} ${portText(edge)}`, row(edge)]));
  return [...rows.values()];
}

export function portText({ port, endPort, protocol }: Pick<Edge | ReachEdge, 'port' | 'endPort' | 'protocol'>): string {
  return `${port}${endPort === undefined ? '' : `-${endPort}`}/${protocol}`;
}

/** The first few of the reasons, those before all that name what is asked about. */
export function reasons(why: string, language: Language, about: readonly string[] = []): string {
  const names = about.map((id) => id.slice(id.indexOf('/') + 1));
  const hits = (reason: string) => names.filter((name) => reason.split(' ').includes(name)).length;
  const all = why.split(REASONS).sort((a, b) => hits(b) - hits(a));
  if (all.length <= TOLD + 1) return all.join(REASONS);
  return [...all.slice(0, TOLD), say(reachWords.moreReasons, language, { count: all.length - TOLD })].join(REASONS);
}
