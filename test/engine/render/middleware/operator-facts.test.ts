import { operatorFacts } from '../../../../engine/render/middleware/index.ts';
import { addKind, bareEnvironment, customPart, workloadPart } from '../../../fixtures/middleware.ts';

const environment = bareEnvironment();
addKind(environment, [
  workloadPart({ name: 'other' }),
  customPart({
    services: [{ name: 'store-rw', ports: [{ name: 'client', port: 7000 }] }],
    secrets: [{ name: 'store-ca', keys: ['ca.crt'] }, { name: 'store-account', keys: [] }],
  }),
]);
const facts = operatorFacts(environment);
const at = { zone: 'core', namespace: 'core-mw-cache' };

it('tells inspect which Services, Secrets and accounts an operator makes', () => {
  expect(facts.operatorMade).toEqual([
    { ...at, kind: 'Service', name: 'store-rw', ports: ['client', 7000] },
    { ...at, kind: 'Secret', name: 'store-ca', keys: ['ca.crt'] },
    { ...at, kind: 'ServiceAccount', name: 'store-account' },
  ]);
});

it('tells it the pods that no template shows, with what they take', () => {
  expect(facts.pods).toEqual([{ ...at, owner: 'store', labels: { store: 'yes' }, ports: ['client', 7000], count: 3, containers: 2, requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '1', memory: '256Mi' } }]);
});
