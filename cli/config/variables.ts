import type { Service } from '../../constructs/service/index.ts';
import { nearest, type Problems } from '../../engine/problem/index.ts';

/** What `{{name}}` in a value stands for, service by service. */
const VARIABLES: Readonly<Record<string, (service: Service) => string>> = {
  service: ({ id }) => id,
  zone: ({ zone }) => zone.id,
  subsystem: ({ subsystem }) => subsystem.props.id,
  tenant: ({ subsystem }) => subsystem.tenant,
  environment: ({ environment }) => environment.name,
};

const VARIABLE = /\{\{\s{0,20}([A-Za-z][\w.-]{0,60})\s{0,20}\}\}/g;

/** Adds a problem for each variable that there is none of. */
export function checkVariables(value: string, where: string, problems: Problems): void {
  const names = Object.keys(VARIABLES);
  for (const [raw, name = ''] of value.matchAll(VARIABLE)) {
    if (!Object.hasOwn(VARIABLES, name)) problems.add('CHAMP9215', where, { value: raw, allowed: names.map((each) => `{{${each}}}`), near: nearest(name, names) });
  }
}

export const withVariables = (value: string, service: Service): string => value.replace(VARIABLE, (raw, name: string) => VARIABLES[name]?.(service) ?? raw);
