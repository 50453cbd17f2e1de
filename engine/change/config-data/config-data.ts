import { Problems } from '../../problem/index.ts';
import { SourceFile } from '../../text/index.ts';
import { isRecord } from '../plain.ts';
import { ini } from './ini.ts';
import { json } from './json.ts';
import { nginx } from './nginx.ts';
import { properties } from './properties.ts';
import { xml } from './xml.ts';
import { yaml } from './yaml.ts';

/** One reader of configuration: data whose keys are those of the product; undefined for a text that is not of its format. */
export type Reader = (file: SourceFile) => unknown;

const READERS: readonly (readonly [endings: RegExp, reader: Reader])[] = [
  [/\.properties$/i, properties], [/\.ya?ml$/i, yaml], [/\.json$/i, json], [/\.xml$/i, xml], [/\.conf$/i, (file) => nginx(file) ?? ini(file)], [/\.(?:cnf|cfg|ini|env|toml)$/i, ini],
];

/** Larger files are told by their lines. */
const LONGEST = 2 ** 18;
const ACTION = /\{\{[^{}]{0,2000}\}\}/g;

/**
 * The keys and values of two states of one configuration file, by the format that its name tells; undefined where one of them cannot be
 * read. Actions of Go templates are values like any other.
 */
export function configData(name: string, ...texts: readonly string[]): readonly unknown[] | undefined {
  const reader = READERS.find(([endings]) => endings.test(name))?.[1];
  if (!reader) return undefined;
  const actions = new Actions(texts);
  const data: unknown[] = [];
  for (const text of texts) {
    if (text.length > LONGEST) return undefined;
    const read = text.trim() === '' ? {} : reader(new SourceFile(name, actions.hide(text), new Problems()));
    if (read === undefined) return undefined;
    data.push(actions.show(read));
  }
  return data;
}

/** Actions of templates break the formats that they stand in: words stand for them while the text is read. */
class Actions {
  private readonly mark: string;
  private readonly numbers = new Map<string, number>();
  private readonly actions: string[] = [];

  constructor(texts: readonly string[]) {
    let mark = 'champ-action';
    while (texts.some((text) => text.includes(mark))) mark += 'x';
    this.mark = mark;
  }

  hide(text: string): string {
    return text.replace(ACTION, (action) => {
      let number = this.numbers.get(action);
      if (number === undefined) {
        this.numbers.set(action, (number = this.actions.length));
        this.actions.push(action);
      }
      return `${this.mark}.${number}.`;
    });
  }

  show(value: unknown): unknown {
    if (this.actions.length === 0) return value;
    if (typeof value === 'string') return value.replace(new RegExp(`${this.mark}\\.(\\d+)\\.`, 'g'), (_, number: string) => this.actions[Number(number)]!);
    if (Array.isArray(value)) return value.map((each) => this.show(each));
    return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [this.show(key), this.show(each)])) : value;
  }
}
