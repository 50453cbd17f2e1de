import type { Environment } from '../../constructs/environment.ts';
import { ApiObject } from 'cdk8s';
import type { Application } from '../../constructs/application.ts';
import type { Zone } from '../../constructs/zone.ts';
import type { Manifest } from '../manifest.ts';
import { renderArgoCd } from './argocd/index.ts';
import { withSyncOptions } from './argocd/sync-options.ts';
import { renderControlPlane } from './control-plane/index.ts';
import { renderGuardrails } from './guardrails/index.ts';
import { applicationLabels } from './labels.ts';
import { renderMiddleware } from './middleware/index.ts';
import { guardrailsName } from './names.ts';
import { middlewareFlows } from './network/middleware-flows.ts';
import type { Flow } from './network/flow.ts';
import { peerAuthentications } from './network/peer-authentication.ts';
import { networkPolicies } from './network/policies.ts';
import { serviceFlows } from './network/service-flows.ts';
import { Output } from './output.ts';
import { checkFiles } from './service/check-files.ts';
import { renderService } from './service/service.ts';

/** What else the platform team keeps in a zone, e.g. admission policies: whoever composes the stages makes it. */
export type MoreGuardrails = (zone: Zone, out: Output) => readonly Manifest[];

/** The tree becomes plain objects; what is wrong with it is added to the environment's problems. */
export function render(environment: Environment, more: MoreGuardrails = () => []): Output {
  const out = new Output(environment);
  // references in files are calls too, so they come before anything that follows from calls
  for (const service of environment.allServices) checkFiles(service);
  for (const zone of environment.zones) {
    for (const middleware of zone.middleware.values()) renderMiddleware(middleware, out);
  }
  for (const service of environment.allServices) renderService(service, out);
  for (const zone of environment.zones) {
    for (const application of zone.applications) collectApiObjects(application, out);
  }
  const flows = environment.allServices.flatMap((service) => serviceFlows(service));
  for (const zone of environment.zones) {
    renderGuardrails(zone, out);
    renderPolicies(zone, flows, out);
    out.add(zone.id, guardrailsName(zone), zone, ...more(zone, out));
    renderControlPlane(zone, out);
    renderArgoCd(zone, out);
  }
  out.objects.forEach((object, index) => { out.objects[index] = { ...object, manifest: withSyncOptions(object.manifest) }; });
  return out;
}

/** cdk8s objects that somebody put below an Application. */
function collectApiObjects(application: Application, out: Output): void {
  if (application.node.children.length === 0) return;
  for (const construct of application.node.findAll()) {
    if (ApiObject.isApiObject(construct)) out.addTo(application, construct, (construct as ApiObject).toJson() as Manifest);
  }
}

function renderPolicies(zone: Zone, flows: readonly Flow[], out: Output): void {
  const applications = new Map(zone.applications.map((each) => [each.name, each]));
  const all = [...flows, ...middlewareFlows(zone)];
  const policies = networkPolicies(
    all, (namespace) => applications.has(namespace),
    (namespace, name) => applicationLabels(applications.get(namespace)!, name, 'network-policy'),
  );
  out.add(zone.id, guardrailsName(zone), zone, ...policies, ...peerAuthentications(zone, all));
}
