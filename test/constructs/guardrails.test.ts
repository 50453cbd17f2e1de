import { Guardrails } from '../../constructs/guardrails.ts';
import { smallEnvironment } from '../fixtures/estate.ts';

describe('Guardrails', () => {
  test('are one Application a zone, of the platform tenant, and hold state', () => {
    const environment = smallEnvironment();
    const core = Guardrails.in(environment.zone('core'));
    expect(core).toMatchObject({ name: 'core-guardrails', tenant: 'platform', stateful: true });
    expect(Guardrails.in(environment.zone('core'))).toBe(core);
    expect(Guardrails.in(environment.zone('public')).name).toBe('pub-guardrails');
  });
});
