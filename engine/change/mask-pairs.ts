import { isHarmless, isSecretKey, type Print } from './mask-keys.ts';

const PAIRS: readonly RegExp[] = [
  // <password>value</password>, <entry key="password">value</entry>, and the same with CDATA
  /<(?<key>[\w.:-]{1,120})(?<more>\s[^<>]{0,1000})?>(?<lead>\s*)(?<value>[^<\s][^<]*)(?=<)/g,
  /<(?<key>[\w.:-]{1,120})(?<more>\s[^<>]{0,1000})?>(?<lead>\s{0,200}<!\[CDATA\[)(?<value>(?:[^\]]|\](?!\]>)){1,65536})/g,
  // <property name="password" value="..."/>
  /\b(?:name|key|id)\s{0,20}=\s{0,20}(?<lead>"(?<key>[^"]{1,120})"\s{1,200}(?:value|content|defaultValue)\s{0,20}=\s{0,20}")(?<value>[^"]{1,65536})/g,
  /\b(?:name|key|id)\s{0,20}=\s{0,20}(?<lead>'(?<key>[^']{1,120})'\s{1,200}(?:value|content|defaultValue)\s{0,20}=\s{0,20}')(?<value>[^']{1,65536})/g,
  // { "name": "DB_PASSWORD", "value": "..." }
  /\\{0,8}["'](?:name|key|id)\\{0,8}["']\s{0,20}:\s{0,20}\\{0,8}["'](?<lead>(?<key>[^"'\\]{1,120})\\{0,8}["']\s{0,20},\s{0,200}\\{0,8}["']value\\{0,8}["']\s{0,20}:\s{0,20}\\{0,8}["'])(?<value>(?:[^"\\]|\\[^]){1,65536})/g,
  // - name: DB_PASSWORD
  //   value: ...
  /\b(?:name|key|id):[ \t]{0,20}["']?(?<lead>(?<key>[\w.-]{1,120})["']?[ \t]{0,20}\n[ \t]{0,200}value:[ \t]{1,20})(?<value>[^\n]{1,65536})/g,
];
/** `scheme://user:password@host`, whatever the password looks like. */
const USERINFO = /(:\/\/[^\s:@/"'<>]{0,200}:)([^\s:@/"'<>]{1,4096})(?=@)/g;
const ATTRIBUTE = /\b(?:name|key|id)\s{0,20}=\s{0,20}["']([^"']{1,120})["']/;

/** Masks values that stand apart from the keys that mean a secret, in XML and in pairs of name and value, and passwords in URLs. */
export function maskPairs(text: string, print: Print): string {
  let masked = text.replace(USERINFO, (whole: string, before: string, password: string) => (isHarmless(password) ? whole : before + print(password)));
  for (const pattern of PAIRS) {
    masked = masked.replace(pattern, (whole: string, ...rest: unknown[]) => {
      const { key, more, value } = rest.at(-1) as Readonly<Record<'key' | 'value', string>> & { readonly more?: string };
      const attribute = more === undefined ? undefined : ATTRIBUTE.exec(more)?.[1];
      const isSecret = isSecretKey(key.slice(key.indexOf(':') + 1)) || (attribute !== undefined && isSecretKey(attribute));
      return isSecret && !isHarmless(value) ? whole.slice(0, whole.length - value.length) + print(value.trimEnd()) + value.slice(value.trimEnd().length) : whole;
    });
  }
  return masked;
}
