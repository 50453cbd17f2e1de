import { EVERYTHING } from './built-in-roles.ts';
import type { Closure, Grantable, Reached, Surroundings } from './closure.ts';
import { nameOf } from './object-name.ts';
import { powersOf, type Power, type PowerNames } from './powers.ts';
import { covers, grants, isEverything, type AccessRequest, type AccessRule } from './rule.ts';
import type { Step, StepKind } from './step.ts';
import { accountOf, subject, type Subject } from './subject.ts';
import type { AccessBinding, AccessRole } from './zone-access.ts';

/** Rights that were come to, each after the one that made it possible. */
interface Node {
  readonly role: string;
  readonly namespace: string;
  readonly rules: readonly AccessRule[];
  readonly opaque: boolean;
  readonly before?: Node;
  readonly step?: Step;
  readonly depth: number;
  readonly from?: AccessBinding;
}

/** A power as one node gives it. */
interface Part {
  readonly names: PowerNames;
  readonly node: Node;
}

interface Writer {
  readonly node: Node;
  /** Keys of the only roles whose bindings may be written. @default any */
  readonly roles?: ReadonlySet<string>;
}

/** What gives everything at one blow. */
const DIRECT: readonly (readonly [Power, StepKind])[] = [['admission', 'rewrite-requests'], ['certificates', 'sign-certificate'], ['nodes', 'take-node']];

const EVERY = '*';
const NONE: readonly never[] = [];

/** One subject's way up: from what it holds, step after step, until nothing new is reached. */
export class Climb {
  private readonly subject: Subject;
  private readonly around: Surroundings;
  private readonly byHolding: boolean;
  private readonly nodes = new Map<string, Node>();
  private readonly queue: Node[] = [];
  private readonly powers = new Map<string, Map<Power, Part[]>>();
  private readonly rules = new Map<string, AccessRule[]>();
  /** Keys of the roles whose rules those are. */
  private readonly keys = new Map<string, string[]>();
  private readonly identities = new Map<string, Subject>();
  private readonly grantable = new Map<string, Grantable>();
  private readonly ask = (request: AccessRequest, namespace: string): boolean => this.may(request, namespace);
  private gated: boolean;
  /** Everything is reached, so that there is nothing more. */
  private top = false;
  /** What was refused so far may be allowed now. */
  private again = false;

  constructor(of: Subject, around: Surroundings, byHolding: boolean) {
    this.subject = of;
    this.around = around;
    this.byHolding = byHolding;
    this.gated = around.gates.some;
  }

  climb(): Closure {
    this.become(this.subject, undefined, undefined);
    while ((this.queue.length > 0 || this.again) && !this.top) {
      const scopes = new Set<string>(this.again ? this.powers.keys() : []);
      this.again = false;
      for (const node of this.queue.splice(0)) {
        this.add(node);
        scopes.add(node.namespace);
      }
      if (scopes.has('')) this.cluster();
      for (const namespace of scopes.has('') ? this.around.access.namespaces : scopes) {
        if (namespace !== '') this.namespace(namespace);
      }
    }
    if (this.byHolding && !this.top) for (const namespace of ['', ...this.around.access.namespaces]) this.bindHeld(namespace);
    const reached = [...this.nodes.values()].flatMap((node): readonly Reached[] => {
      const { role, namespace, rules, opaque, step, from } = node;
      return step ? [{ role, namespace, rules, opaque, steps: pathOf(node), ...(from ? { from } : {}) }] : [];
    });
    return { subject: this.subject, holdings: this.around.access.holdings(this.subject), reached, grantable: [...this.grantable.values()] };
  }

  private add(node: Node): void {
    let powers = this.powers.get(node.namespace);
    if (!powers) this.powers.set(node.namespace, (powers = new Map()));
    for (const [power, names] of powersOf(node.rules)) {
      const parts = powers.get(power);
      if (parts) parts.push({ names, node });
      else powers.set(power, [{ names, node }]);
    }
    const rules = this.rules.get(node.namespace);
    if (rules) for (const rule of node.rules) rules.push(rule);
    else this.rules.set(node.namespace, [...node.rules]);
    const keys = this.keys.get(node.namespace);
    if (keys) keys.push(node.role);
    else this.keys.set(node.namespace, [node.role]);
  }

  /** A power in a namespace: held there, or in the whole cluster. */
  private power(namespace: string, power: Power): readonly Part[] {
    const everywhere = this.powers.get('')?.get(power);
    const here = namespace === '' ? undefined : this.powers.get(namespace)?.get(power);
    return everywhere && here ? [...everywhere, ...here] : everywhere ?? here ?? NONE;
  }

  private reach(role: string, namespace: string, rules: readonly AccessRule[], opaque: boolean, before: Node | undefined, step: Step | undefined, from?: AccessBinding): void {
    const key = `${namespace}|${role}`;
    if (this.nodes.has(key)) return;
    const root = before?.from ?? from;
    const node: Node = { role, namespace, rules, opaque, depth: (before?.depth ?? -1) + 1, ...(before ? { before } : {}), ...(step ? { step } : {}), ...(root ? { from: root } : {}) };
    this.nodes.set(key, node);
    this.queue.push(node);
    this.top ||= namespace === '' && rules.some(isEverything);
  }

  private everything(kind: StepKind, namespace: string, before: Node, scope = ''): void {
    this.reach(EVERY, scope, EVERYTHING, false, before, { kind, namespace, to: EVERY });
  }

  /** Takes on an identity with all that it holds. */
  private become(who: Subject, before: Node | undefined, kind: StepKind | undefined, opaque = false): void {
    if (this.identities.has(who.key)) return;
    this.identities.set(who.key, who);
    if (this.gated && before) this.again = true;
    const step = kind ? { kind, namespace: who.namespace, to: who.key } : undefined;
    for (const { role, namespace, binding } of this.around.access.holdings(who)) this.reach(role.key, namespace, role.rules, role.opaque, before, step, binding);
    if (opaque) this.reach(who.key, who.namespace, [], true, before, step);
  }

  private cluster(): void {
    for (const [power, kind] of DIRECT) this.first('', power, (node) => this.everything(kind, '', node));
    if (this.gated && this.power('', 'guards').length > 0) {
      this.gated = false;
      this.again = true;
    }
    if (this.power('', 'writeClusterRoles').length > 0) this.first('', 'escalateClusterRoles', (node) => this.everything('write-role', '', node));
    for (const [power, kind] of [['impersonateUsers', 'User'], ['impersonateGroups', 'Group']] as const) {
      for (const { names, node } of this.power('', power)) {
        if (names === EVERY) this.everything('impersonate', '', node);
        else for (const name of names) this.become((kind === 'User' ? accountOf(name) : undefined) ?? subject(kind, name), node, 'impersonate');
      }
    }
    this.bind('');
  }

  private namespace(namespace: string): void {
    this.bind(namespace);
    if (this.power(namespace, 'writeRoles').length > 0) this.first(namespace, 'escalateRoles', (node) => this.everything('write-role', namespace, node, namespace));
    this.first(namespace, 'deploy', (node) => this.everything('deploy', namespace, node));
    this.first(namespace, 'runPods', (node) => {
      this.accounts(namespace, 'run-pod', EVERY, node);
      const relabelled = this.power('', 'namespaces').some(({ names }) => names === EVERY || names.has(namespace));
      if (relabelled || !this.around.guarded.has(namespace) || this.power('', 'volumes').length > 0) this.everything('take-node', namespace, node);
    });
    this.first(namespace, 'enterPods', (node) => this.accounts(namespace, 'enter-pod', EVERY, node));
    for (const { names, node } of this.power(namespace, 'mintTokens')) this.accounts(namespace, 'mint-token', names, node);
    for (const { names, node } of this.power(namespace, 'impersonateAccounts')) this.accounts(namespace, 'impersonate', names, node);
    // who reads and writes Secrets lets the cluster fill a token Secret for any account
    const fills = this.power(namespace, 'createSecrets').length > 0;
    for (const { names, node } of this.power(namespace, 'readSecrets')) {
      if (fills) this.accounts(namespace, 'read-token', EVERY, node);
      for (const [name, account] of this.around.tokens.get(namespace) ?? NONE) {
        if (names === EVERY || names.has(name)) this.become(account, node, 'read-token');
      }
    }
  }

  private first(namespace: string, power: Power, then: (node: Node) => void): void {
    const [part] = this.power(namespace, power);
    if (part) then(part.node);
  }

  private accounts(namespace: string, kind: StepKind, names: PowerNames, node: Node): void {
    // the controllers' own accounts are there
    if (namespace === 'kube-system') this.everything(kind, namespace, node);
    for (const { account, opaque } of this.around.accounts.get(namespace) ?? NONE) {
      if (names === EVERY || names.has(account.name)) this.become(account, node, kind, opaque);
    }
  }

  /** Roles that can be bound in a namespace, or (`''`) in the cluster. */
  private bind(namespace: string): void {
    const write = this.writer(namespace);
    if (!write) return;
    for (const part of this.power(namespace, 'bindClusterRoles')) {
      for (const name of part.names === EVERY ? ['cluster-admin'] : part.names) this.offer(namespace, `ClusterRole/${name}`, write, part.node);
    }
    for (const part of namespace === '' ? NONE : this.power(namespace, 'bindRoles')) {
      for (const name of part.names === EVERY ? this.around.rolesOf(namespace) : part.names) this.offer(namespace, `Role/${namespace}/${name}`, write, part.node);
    }
  }

  /** What may be given because it is held: it leads to nothing new, so it is asked once, at the end. */
  private bindHeld(namespace: string): void {
    const write = this.writer(namespace);
    if (!write) return;
    for (const key of this.heldWhole('', namespace, this.around.clusterRoles)) this.offer(namespace, key, write, undefined);
    const own = namespace === '' ? NONE : this.around.rolesOf(namespace);
    if (own.length === 0) return;
    const roles = own.flatMap((name) => this.around.access.roles.get(`Role/${namespace}/${name}`) ?? NONE);
    for (const key of this.heldWhole(namespace, namespace, roles)) this.offer(namespace, key, write, undefined);
  }

  /** The right to write bindings: of any role, or where only existing ones may be changed, of theirs. */
  private writer(namespace: string): Writer | undefined {
    const [create] = this.power(namespace, namespace === '' ? 'createClusterBindings' : 'createBindings');
    if (create) return { node: create.node };
    const parts = this.power(namespace, namespace === '' ? 'changeClusterBindings' : 'changeBindings');
    const [change] = parts;
    if (!change) return undefined;
    // `roleRef` cannot be changed
    const bindings = this.around.bindingsOf(namespace).filter(({ object }) => parts.some(({ names }) => names === EVERY || names.has(nameOf(object.manifest))));
    return { node: change.node, roles: new Set(bindings.map(({ roleKey }) => roleKey)) };
  }

  private offer(namespace: string, key: string, write: Writer, bind: Node | undefined): void {
    const at = `${namespace}|${key}`;
    if (this.grantable.has(at) || (write.roles && !write.roles.has(key)) || this.denied(namespace, key)) return;
    const node = bind && bind.depth > write.node.depth ? bind : write.node;
    this.grantable.set(at, { role: key, namespace, steps: pathOf(node), byHolding: !bind, ...(node.from ? { from: node.from } : {}) });
    const role = this.around.access.roles.get(key);
    if (bind) this.reach(key, namespace, role?.rules ?? [], role?.opaque ?? true, node, { kind: 'bind-role', namespace, to: key });
  }

  /** Roles of which it holds everything; namespaces in which the same roles are held have the same answer. */
  private heldWhole(of: string, namespace: string, roles: readonly AccessRole[]): readonly string[] {
    const holding = `${of}|${(this.keys.get('') ?? NONE).join(' ')}|${namespace === '' ? '' : (this.keys.get(namespace) ?? NONE).join(' ')}`;
    let found = this.around.heldWhole.get(holding);
    if (!found) {
      const held = [...(this.rules.get('') ?? NONE), ...(namespace === '' ? NONE : this.rules.get(namespace) ?? NONE)];
      found = roles.filter(({ opaque, builtIn, rules }) => !opaque && !builtIn && rules.length > 0 && rules.every((rule) => covers(held, rule))).map(({ key }) => key);
      this.around.heldWhole.set(holding, found);
    }
    return found;
  }

  private may(request: AccessRequest, namespace: string): boolean {
    return this.allows('', request) || (namespace !== '' && this.allows(namespace, request));
  }

  private allows(scope: string, request: AccessRequest): boolean {
    return this.rules.get(scope)?.some((rule) => grants(rule, request)) ?? false;
  }

  /** An admission policy refuses the binding to every identity at hand. */
  private denied(namespace: string, key: string): boolean {
    if (!this.gated) return false;
    const kind = key.startsWith('Role/') ? 'Role' : 'ClusterRole';
    const name = key.slice(kind === 'Role' ? `Role/${namespace}/`.length : 'ClusterRole/'.length);
    const attempt = { namespace, role: { kind, name }, may: this.ask };
    return [...this.identities.values()].every((user) => this.around.gates.denies({ user, ...attempt }));
  }
}

function pathOf(node: Node): readonly Step[] {
  const steps: Step[] = [];
  for (let at: Node | undefined = node; at; at = at.before) if (at.step) steps.unshift(at.step);
  return steps;
}
