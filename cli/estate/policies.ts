import type { Environment } from '../../constructs/environment.ts';
import type { Zone } from '../../constructs/zone.ts';
import { admission, policyParams, type ParamFacts } from '../../engine/admission/index.ts';
import type { Manifest, RenderedObject } from '../../engine/manifest.ts';
import { KUBERNETES, NEWEST, type KubernetesVersion } from '../../engine/policy/profile.ts';
import { operatorFacts } from '../../engine/render/middleware/index.ts';
import { ROLES, grantsName, roleName, type Centre, type Group } from '../../engine/render/guardrails/roles.ts';
import { CHAMP } from '../../engine/render/labels.ts';
import { externalName, guardrailsName } from '../../engine/render/names.ts';
import type { Waiver } from '../../engine/waivers/waiver.ts';
import { PolicyEstate, type PolicyFacts } from '../../engine/policy/estate.ts';
import type { Output } from '../../engine/render/index.ts';
import { controls, objectRules } from '../../policies/index.ts';
import { limitDefaults } from '../../policies/network/index.ts';
import { inspectFacts } from './inspect-facts.ts';

/** The ConfigMap of a zone with what its admission policies ask for. */
export const PARAMS = 'champ-policy-params';

/** What rules ask of an environment, in one zone: the same offline and in the cluster. */
function paramFacts(zone: Zone, objects: readonly RenderedObject[]): ParamFacts {
  const { environment, props } = zone;
  const exposed = environment.allServices.filter((service) => service.zone === zone && Object.hasOwn(props.exposed, service.id));
  return {
    registries: [`${environment.props.registry}/`],
    exposed: exposed.map((service) => `${service.subsystem.name}/${externalName(service.id)}`),
    grantable: ROLES.flatMap(({ centre, group, grants }) => [roleName(centre, group), ...(grants.length > 0 ? [grantsName(centre, group)] : [])]),
    deployers: ['system:serviceaccount:argocd:argocd-application-controller'],
    runtimeClasses: [],
    require: props.userNamespaces ? ['user-namespaces'] : [],
    ingressClasses: [],
    controllers: [],
    limitDefaults: limitDefaults(new PolicyEstate(objects.filter((each) => each.zone === zone.id).map(({ manifest }) => ({ manifest, zone: zone.id, file: '' })))),
  };
}

/** What rules cannot read from the objects of a zone. */
export function policyFacts(zone: Zone): PolicyFacts {
  const { environment } = zone;
  const { pods } = operatorFacts(environment);
  const { registries, exposed, deployers } = paramFacts(zone, []);
  return {
    registries, exposed, deployers, kubernetes: environment.props.kubernetes,
    otherPods: pods.filter((each) => each.zone === zone.id).map(({ namespace, labels, owner = namespace }) => ({ zone: zone.id, namespace, labels, owner })),
    existing: inspectFacts(environment).existing?.filter((each) => each.zone === undefined || each.zone === zone.id) ?? [],
    grants: ROLES.filter(({ grants }) => grants.length > 0).map(({ centre, group, grants }) => ({
      from: roleName(centre, group), to: grants.flatMap((to) => [roleName(centre, to), ...(mayGrant(centre, to) ? [grantsName(centre, to)] : [])]),
    })),
  };
}

const mayGrant = (centre: Centre, group: Group): boolean => ROLES.some((row) => row.centre === centre && row.group === group && row.grants.length > 0);

/** The waivers of the environment that are for a zone, each with its place. */
export function waiversOf(environment: Environment, zone?: Zone): readonly Waiver[] {
  const { waivers, at } = environment.facts;
  return waivers.map((waiver, index) => ({ ...waiver, where: at('waivers', [index]) }))
    .filter(({ target }) => zone === undefined || target.zone === undefined || target.zone === zone.id);
}

/** The data of a zone's params, waivers included; `objects` are those of the environment. */
export function paramsOf(zone: Zone, objects: readonly RenderedObject[]): Readonly<Record<string, string>> {
  return policyParams(paramFacts(zone, objects), waiversOf(zone.environment, zone));
}

/** The version whose rules an environment's clusters have; a version without rules of its own is judged by the nearest older one. */
export function rulesVersion(kubernetes: string): KubernetesVersion {
  return KUBERNETES.find((version) => version === kubernetes) ?? NEWEST;
}

/** Every object rule as an admission policy of a zone. */
export function admissionOf(zone: Zone, { objects }: Output): readonly Manifest[] {
  const namespace = guardrailsName(zone);
  return admission(objectRules, {
    kubernetes: rulesVersion(zone.environment.props.kubernetes),
    controls,
    data: paramsOf(zone, objects),
    params: { name: PARAMS, namespace },
    managed: { key: 'app.kubernetes.io/managed-by', value: 'champ' },
    operatorPods: { key: `${CHAMP}/pods`, value: 'operator' },
    labels: (name) => ({
      'app.kubernetes.io/name': name,
      'app.kubernetes.io/component': 'admission-policy',
      'app.kubernetes.io/part-of': namespace,
      'app.kubernetes.io/managed-by': 'champ',
      [`${CHAMP}/tenant`]: 'platform',
      [`${CHAMP}/zone`]: zone.id,
    }),
  });
}
