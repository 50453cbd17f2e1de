import type { TenantId } from '../../../constructs/words.ts';
import type { Zone } from '../../../constructs/zone.ts';
import { CHAMP, selector, type Labels } from '../labels.ts';

/** Labels of objects that belong to the zone's delivery and to no Application of the tree. */
export function deliveryLabels(zone: Zone, folder: string, name: string, component: string, tenant: TenantId = 'platform'): Labels {
  return {
    ...selector(name),
    'app.kubernetes.io/component': component,
    'app.kubernetes.io/part-of': folder,
    'app.kubernetes.io/managed-by': 'champ',
    [`${CHAMP}/zone`]: zone.id,
    [`${CHAMP}/tenant`]: tenant,
  };
}
