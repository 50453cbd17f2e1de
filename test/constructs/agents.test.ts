import { Agents } from '../../constructs/agents.ts';
import { bareEnvironment } from '../fixtures/middleware.ts';

it('is made when the first agent asks, and once', () => {
  const zone = bareEnvironment().zone('public');
  expect(Agents.find(zone)).toBeUndefined();
  const agents = Agents.in(zone);
  expect(Agents.in(zone)).toBe(agents);
  expect(zone.applications).toContain(agents);
});

it('belongs to the platform team and says why its namespace is not restricted', () => {
  expect(Agents.in(bareEnvironment().zone('public'))).toMatchObject({ name: 'pub-agents', tenant: 'platform', podSecurity: { level: 'privileged', why: { en: expect.stringContaining('hostPath') } } });
});
