import type { Application } from '../../constructs/application.ts';
import type { Service } from '../../constructs/service/index.ts';
import { SENSITIVITIES } from '../../constructs/words.ts';

/** Prefix of the platform's own labels and annotations. */
export const CHAMP = 'champ.hsa';

/** Annotation of a workload: id of the schema migration that its release needs. */
export const MIGRATION = `${CHAMP}/migration`;

export type Labels = Readonly<Record<string, string>>;

/** What selectors use: it must never change, so it is the name alone. */
export function selector(name: string): Labels {
  return { 'app.kubernetes.io/name': name };
}

/** Labels of every object of an Application. */
export function applicationLabels(application: Application, name: string, component: string): Labels {
  return {
    ...selector(name),
    'app.kubernetes.io/component': component,
    'app.kubernetes.io/part-of': application.name,
    'app.kubernetes.io/managed-by': 'champ',
    [`${CHAMP}/zone`]: application.zone.id,
    [`${CHAMP}/tenant`]: application.tenant,
  };
}

export function serviceLabels(service: Service): Labels {
  const { subsystem, props } = service;
  return {
    ...applicationLabels(subsystem, service.id, service.kind),
    [`${CHAMP}/subsystem`]: subsystem.props.id,
    [`${CHAMP}/layer`]: service.layer,
    [`${CHAMP}/constraint`]: service.constraint,
    [`${CHAMP}/sensitivity`]: props.sensitivity,
    ...(subsystem.props.appClass ? { [`${CHAMP}/app-class`]: subsystem.props.appClass } : {}),
    ...(SENSITIVITIES[props.sensitivity].auditLog ? { [`${CHAMP}/audit`]: 'true' } : {}),
  };
}

/** Names in both languages: annotations, since a label value is ASCII. */
export function textAnnotations(text: { readonly zh: string; readonly en: string }): Labels {
  return { [`${CHAMP}/name-zh`]: text.zh, [`${CHAMP}/name-en`]: text.en };
}
