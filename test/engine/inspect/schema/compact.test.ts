import { compactInto, definitionName, type OpenApiSchemas } from '../../../../engine/inspect/schema/compact.ts';
import type { Schema } from '../../../../engine/inspect/schema/schema.ts';

const reference = (name: string) => ({ allOf: [{ $ref: `#/components/schemas/${name}` }], default: {} });

const SCHEMAS: OpenApiSchemas = {
  'io.k8s.api.core.v1.Thing': {
    type: 'object',
    properties: {
      kind: { type: 'string' },
      metadata: reference('io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta'),
      data: { type: 'object', additionalProperties: { type: 'string', format: 'byte' } },
      size: reference('io.k8s.apimachinery.pkg.api.resource.Quantity'),
      mode: { type: 'string', enum: ['A', 'B'] },
      ports: { type: 'array', items: reference('io.k8s.api.core.v1.Port'), 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['port', 'protocol'] },
      finalizers: { type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'set' },
      raw: { type: 'object' },
      status: reference('io.k8s.api.core.v1.ThingStatus'),
    },
  },
  'io.k8s.api.core.v1.Port': { type: 'object', required: ['port'], properties: { port: { type: 'integer', default: 0 }, protocol: { type: 'string', default: 'TCP' } } },
  'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta': { type: 'object', properties: { name: { type: 'string' }, created: reference('io.k8s.apimachinery.pkg.apis.meta.v1.Time') } },
  'io.k8s.api.core.v1.ThingStatus': { type: 'object', properties: {} },
};

function compacted(): Record<string, Schema> {
  const definitions: Record<string, Schema> = {};
  compactInto(definitions, SCHEMAS, 'io.k8s.api.core.v1.Thing');
  return definitions;
}

describe('compactInto', () => {
  it('keeps structure, formats, words and the keys of lists', () => {
    expect(compacted()['core.v1.Thing']).toMatchObject({
      fields: {
        data: { map: 'byte' },
        size: 'quantity',
        mode: { enum: ['A', 'B'] },
        ports: { list: '#core.v1.Port', keys: ['port', 'protocol=TCP'] },
        finalizers: { list: 'string', keys: [] },
        raw: { map: 'any' },
      },
      required: ['metadata'],
    });
  });

  it('takes what the kind refers to, less its status', () => {
    expect(Object.keys(compacted()).sort()).toEqual(['core.v1.Port', 'core.v1.Thing', 'meta.v1.ObjectMeta']);
    expect(compacted()['core.v1.Thing']).toMatchObject({ fields: { status: 'any' } });
    expect(compacted()['meta.v1.ObjectMeta']).toMatchObject({ fields: { created: 'date-time' } });
  });

  it('says which definition is missing', () => {
    expect(() => compactInto({}, { a: { type: 'object', properties: { b: { $ref: '#/components/schemas/b' } } } }, 'a')).toThrow('b is referred to and not defined');
  });
});

describe('definitionName', () => {
  it('drops the package', () => {
    expect(definitionName('io.k8s.api.core.v1.Pod')).toBe('core.v1.Pod');
    expect(definitionName('io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta')).toBe('meta.v1.ObjectMeta');
  });
});
