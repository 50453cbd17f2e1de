import type { ConditionTest, HealthCheck, Path, ValueTest, Verdict } from './check.ts';

/** Scripts of a ConfigMap have Lua's base and table libraries and no `string`. */
const ANSWER = `local function answer(health, message)
  return { status = health, message = message ~= nil and tostring(message) or "" }
end
`;

const AT = `local function at(...)
  local value = obj
  for _, key in ipairs({ ... }) do
    if type(value) ~= "table" then return nil end
    value = value[key]
  end
  if type(value) == "table" and next(value) == nil then return nil end
  if value == "" then return nil end
  return value
end
`;

const IS = `local function is(value, ...)
  for _, each in ipairs({ ... }) do
    if value == each then return true end
  end
  return false
end
`;

const FEWER = `local function fewer(have, want)
  return (tonumber(have) or 0) < (tonumber(want) or 0)
end
`;

const CONDITION = `local function condition(list, name, is)
  if type(list) ~= "table" then return nil end
  for _, each in ipairs(list) do
    if type(each) == "table" and each.type == name and each.status == is then
      if each.observedGeneration == nil or each.observedGeneration == at("metadata", "generation") then return each end
    end
  end
  return nil
end
`;

const IN_ANY_OF = `local function inAnyOf(parts, name, is)
  if type(parts) ~= "table" then return nil end
  for _, part in ipairs(parts) do
    local found = type(part) == "table" and condition(part.conditions, name, is) or nil
    if found then return found end
  end
  return nil
end
`;

const HELPERS: readonly (readonly [name: string, text: string])[] = [['at', AT], ['is', IS], ['fewer', FEWER], ['condition', CONDITION], ['inAnyOf', IN_ANY_OF]];

/** The script of a health check, for `resource.customizations.health.<group>_<Kind>`. */
export function luaOf({ verdicts, waiting }: HealthCheck): string {
  const body = `${verdicts.map(block).join('')}return answer("Progressing", ${quoted(waiting)})\n`;
  return ANSWER + helpersOf(body) + body;
}

/** Those that the body calls, and those that these call. */
function helpersOf(body: string): string {
  let text = '';
  for (const [name, helper] of [...HELPERS].reverse()) {
    if (`${text}${body}`.includes(` ${name}(`) || `${text}${body}`.includes(`(${name}(`)) text = helper + text;
  }
  return text;
}

const isCondition = (when: Verdict['when']): when is ConditionTest => !Array.isArray(when);

function block({ when, health, message }: Verdict): string {
  if (isCondition(when)) {
    const { condition, is, inAnyOf } = when;
    const found = inAnyOf ? `inAnyOf(${at(inAnyOf)}` : `condition(${at(['status', 'conditions'])}`;
    return `do\n  local found = ${found}, ${quoted(condition)}, ${quoted(is)})\n`
      + `  if found then return answer(${quoted(health)}, found.message or found.reason) end\nend\n`;
  }
  const said = message === undefined ? '' : `, ${typeof message === 'string' ? quoted(message) : at(message)}`;
  return `if ${when.map(expression).join(' and ')} then return answer(${quoted(health)}${said}) end\n`;
}

function expression(test: ValueTest): string {
  if ('present' in test) return `${at(test.present)} ~= nil`;
  if ('missing' in test) return `${at(test.missing)} == nil`;
  if ('oneOf' in test) return `is(${[at(test.path), ...test.oneOf.map(quoted)].join(', ')})`;
  if ('fewerThan' in test) return `fewer(${at(test.path)}, ${at(test.fewerThan)})`;
  return `${at(test.path)} ~= ${at(test.differsFrom)}`;
}

const at = (path: Path): string => `at(${path.map(quoted).join(', ')})`;

/** ASCII without control characters is written alike in JSON and in Lua. */
const quoted = (text: string): string => JSON.stringify(text);
