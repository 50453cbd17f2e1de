/** Kubernetes' rules for names, each with the words that a message shows. Source: apimachinery's validation package. */
export interface Rule {
  readonly accepts: (text: string) => boolean;
  readonly words: string;
}

const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const LABEL_1035 = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const WORD = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

function rule(pattern: RegExp, longest: number, words: string): Rule {
  return { accepts: (text) => text.length <= longest && pattern.test(text), words: `${words}, <= ${longest}` };
}

export const dnsLabel = rule(LABEL, 63, 'DNS-1123 label: a-z 0-9 -');
/** The name of a Service starts with a letter: clients' resolvers and older API servers ask for it. */
export const serviceName = rule(LABEL_1035, 63, 'DNS-1035 label: a-z 0-9 -, a letter first');
export const dnsSubdomain = rule(SUBDOMAIN, 253, 'DNS-1123 subdomain: a-z 0-9 - .');
/** A name that comes back with a suffix in a label, such as `<name>-<hash>` of a StatefulSet's revision; a longer one makes no pod. */
export const shortSubdomain = rule(SUBDOMAIN, 52, 'DNS-1123 subdomain: a-z 0-9 - .');
export const labelledSubdomain = rule(SUBDOMAIN, 63, 'DNS-1123 subdomain: a-z 0-9 - .');
/** Names of RBAC objects: anything that can be one segment of a path. */
export const pathSegment: Rule = {
  accepts: (text) => text.length <= 253 && text !== '.' && text !== '..' && /^[^/%\s]+$/.test(text),
  words: 'no / and no %, not . or .., <= 253',
};
export const labelValue: Rule = {
  accepts: (text) => text === '' || (text.length <= 63 && WORD.test(text)),
  words: 'A-Z a-z 0-9 - _ ., a letter or digit at both ends, <= 63',
};
/** `prefix/name` or `name`; `lower` for annotations, whose prefix may have capitals. */
export const qualifiedName: Rule = {
  accepts: (text) => {
    const slash = text.indexOf('/');
    const name = text.slice(slash + 1);
    return name.length <= 63 && WORD.test(name) && (slash < 0 || dnsSubdomain.accepts(text.slice(0, slash)));
  },
  words: '[DNS subdomain/]name, name of A-Z a-z 0-9 - _ ., <= 63',
};
export const annotationKey: Rule = { ...qualifiedName, accepts: (text) => qualifiedName.accepts(text.toLowerCase()) };
export const dataKey = rule(/^(?!\.$|\.\.)[-._a-zA-Z0-9]+$/, 253, 'A-Z a-z 0-9 - _ ., not . alone, not .. first');
/** IANA service name: the name of a container port. */
export const portName: Rule = {
  accepts: (text) => text.length <= 15 && /^[a-z0-9](?:-?[a-z0-9])*$/.test(text) && /[a-z]/.test(text),
  words: 'a-z 0-9 -, with a letter, no --, <= 15',
};
/** Stricter than the API server, which since 1.30 takes any printable character: shells and properties files do not. */
export const environmentName: Rule = {
  accepts: (text) => text !== '.' && text !== '..' && !text.startsWith('..') && /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(text),
  words: 'A-Z a-z 0-9 - _ ., no digit first',
};

/** Names of objects by kind; other kinds take a DNS subdomain. */
const OBJECT_NAMES: Readonly<Record<string, Rule>> = {
  Namespace: dnsLabel,
  Service: serviceName,
  Job: labelledSubdomain,
  CronJob: shortSubdomain,
  StatefulSet: shortSubdomain,
  Role: pathSegment,
  RoleBinding: pathSegment,
  ClusterRole: pathSegment,
  ClusterRoleBinding: pathSegment,
};

export function objectNameRule(kind: string): Rule {
  return Object.hasOwn(OBJECT_NAMES, kind) ? OBJECT_NAMES[kind]! : dnsSubdomain;
}
