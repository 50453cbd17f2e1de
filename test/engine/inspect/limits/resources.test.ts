import { resources } from '../../../../engine/inspect/index.ts';
import { codesOf, container, custom, deployment, only, type Fields } from '../objects.ts';

const sized = (requests: Fields, limits: Fields) => deployment({ containers: [container({ resources: { requests, limits } })] });

describe('resources', () => {
  it('refuses a request over its limit, whatever the units', () => {
    expect(only(resources, [sized({ cpu: '1500m' }, { cpu: 1 })])).toMatchObject({ code: 'CHAMP3043', args: { resource: 'cpu', value: '1500m', limit: '1', field: 'spec.template.spec.containers[0].resources' } });
    expect(codesOf(resources, [sized({ memory: '1Gi' }, { memory: '1G' })])).toEqual(['CHAMP3043']);
    expect(codesOf(resources, [sized({ cpu: '1000m', memory: '1024Mi' }, { cpu: '1', memory: '1Gi' })])).toEqual([]);
  });

  it('takes a request without a limit, and a limit without a request', () => {
    expect(codesOf(resources, [sized({ cpu: '2' }, { memory: '1Gi' })])).toEqual([]);
  });

  it('looks at the resources of the pod as a whole', () => {
    expect(only(resources, [deployment({ resources: { requests: { cpu: '2' }, limits: { cpu: '1' } } })]).args).toMatchObject({ field: 'spec.template.spec.resources' });
  });

  it('finds requests and limits anywhere in a custom resource', () => {
    const broken = { requests: { cpu: '2' }, limits: { cpu: '1' } };
    const kafka = custom('kafka.strimzi.io/v1', 'Kafka', { kafka: {}, entityOperator: { topicOperator: { resources: broken } } });
    expect(only(resources, [kafka]).args).toMatchObject({ field: 'spec.entityOperator.topicOperator.resources' });
  });
});
