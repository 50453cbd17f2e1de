import type { ChangeReport } from '../../report.ts';
import type { Line, Section } from '../line.ts';
import { code, COMMA, joined, label, names, placeOf, say, strong } from '../spans.ts';
import { words } from '../words.ts';

/** How full the nodes are before and after; over 100 % is marked. */
export function capacitySection({ capacity }: ChangeReport): Section {
  const lines = capacity.map((row): Line => {
    const { before, after, moment, resource } = row;
    const [from, to] = percents(before, after);
    return {
      mark: after > 1 ? 'warning' : 'changed',
      spans: [code(placeOf(row)), label(joined([words[resource], words[moment]], COMMA)), say({ zh: `${from} → ${to}`, en: `${from} → ${to}` }), ...(after > 1 ? [strong(words.tooMuch)] : [])],
    };
  });
  return { id: 'capacity', title: words.capacity, lines };
}

/** As many decimals as it takes to tell them apart, two at most. */
function percents(before: number, after: number): readonly [string, string] {
  const at = (digits: number): readonly [string, string] => [`${(before * 100).toFixed(digits)}%`, `${(after * 100).toFixed(digits)}%`];
  return [0, 1, 2].map(at).find(([from, to]) => from !== to) ?? at(0);
}

/** Tenants whose code owners must look. */
export function ownersSection({ owners }: ChangeReport): Section {
  return { id: 'owners', title: words.owners, lines: owners.map(({ tenant, because }) => ({ mark: 'plain', spans: [code(tenant), ...(because.length > 0 ? [label(words.because), names(byFolder(because))] : [])] })) };
}

export function windowsSection({ windows }: ChangeReport): Section {
  const lines = windows.map(({ environment, schedule, duration, applications }): Line => ({
    mark: 'warning', spans: [code(environment), code(schedule), say(words.lasts), code(duration), label(words.holds), names(applications)],
  }));
  return { id: 'windows', title: words.windows, lines };
}

/** What could not be found out. */
export const notesSection = ({ notes }: ChangeReport): Section => ({ id: 'notes', title: words.notes, lines: notes.map((note) => ({ mark: 'plain', spans: [say(note)] })) });

/** Files that are named one by one. */
const MANY = 12;

/** Many files are told by their folders, with how many of each; rows of shared files and the few stay as they are. */
function byFolder(files: readonly string[]): readonly string[] {
  if (files.length <= MANY) return files;
  const counts = new Map<string, number>();
  for (const file of files) {
    const parts = file.split('/');
    const folder = file.includes('#') || parts.length < 2 ? file : `${parts.slice(0, Math.min(2, parts.length - 1)).join('/')}/`;
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].map(([folder, count]) => (count > 1 ? `${folder} (${count})` : folder));
}
