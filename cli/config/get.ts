import { Problems } from '../../engine/problem/index.ts';
import { SourceFile } from '../../engine/text/index.ts';
import { selectServices } from '../edit/select.ts';
import type { Console } from '../output/console.ts';
import { table } from '../output/table.ts';
import { EXIT } from '../run.ts';
import { usage, type SelectOptions } from './edit.ts';
import { ConfigEstate } from './estate.ts';
import { printable, shownValue } from './shown.ts';
import { lookUp, refuseNone } from './targets.ts';

/** `champ config get`: the value in every file that has the key. */
export function getConfig(key: string, { env, select, file }: SelectOptions, console_: Console, folder?: string): number {
  const where = 'champ config get';
  const estate = new ConfigEstate(env, folder);
  const problems = new Problems();
  const services = select ? selectServices(estate.environment, select, where, problems) : estate.environment.allServices;
  const wrong = usage(problems, console_);
  if (wrong !== undefined) return wrong;
  // a file that cannot be read may have the key
  problems.push(...estate.unreadableOf(services));
  const looked = lookUp(estate, services, key, file, problems);
  const values = looked.flatMap(({ holders }) => holders).map(({ service, file: { name, path, decoded }, entry }) => {
    const { value, start } = entry!;
    const { line } = new SourceFile(name, decoded.text, problems).at(start);
    return { service: service.id, file: path, line, value: shownValue(key, value) };
  });
  if (values.length === 0 && problems.size === 0) refuseNone(estate, looked, { key, file, where }, problems);
  if (values.length === 0) problems.throwIfAny();
  if (problems.size > 0) console_.warn(problems.all());
  if (console_.json) console_.document({ environment: env, key, values });
  else console_.data(table(values.map(({ service, file: path, line, value }) => [service, `${path}:${line}`, printable(value)])));
  return problems.size > 0 ? EXIT.findings : EXIT.ok;
}
