import { groupName, guardrailsName, projectName, secretReaderName, secretStoreName } from '../../../engine/render/names.ts';
import { smallEnvironment } from '../../fixtures/estate.ts';

describe('names', () => {
  test('of secret stores are unique over the namespaces of a zone, since all lie in one folder', () => {
    expect(secretStoreName('core-mbs')).toBe('core-mbs');
    expect(secretStoreName('core-mw-cache', 'vendor-02')).toBe('core-mw-cache-vendor-02');
    expect(secretReaderName(secretStoreName('core-mbs'))).toBe('core-mbs-secret-reader');
  });

  test('of guardrails, projects and groups say the zone, the tenant and the group', () => {
    expect(guardrailsName(smallEnvironment().zone('public'))).toBe('pub-guardrails');
    expect(projectName('vendor-02')).toBe('champ-vendor-02');
    expect(groupName('vendor-02', 'operator')).toBe('champ:vendor-02:operator');
  });
});
