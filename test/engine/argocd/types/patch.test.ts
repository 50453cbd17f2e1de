import { patched, PatchError, type Swagger } from '../../../../engine/argocd/types/patch.ts';
import { finished } from '../../../../engine/argocd/types/rows.ts';

const document = (): Swagger => ({
  swagger: '2.0', info: { title: 'API' },
  paths: { '/list': { get: { operationId: 'List', summary: 'lists', parameters: [{ name: 'name', in: 'query', type: 'string', description: 'whose' }], responses: { 200: { description: 'fine', schema: { $ref: '#/definitions/list' } } } } } },
  definitions: {
    list: { type: 'object', title: 'a list', properties: { items: { type: 'array', items: { $ref: '#/definitions/item' }, description: 'all of them' } } },
    item: { type: 'object', properties: { title: { type: 'string', title: 'its title' }, description: { type: 'string' } } },
    raw: { type: 'object', properties: { raw: { type: 'string', format: 'byte' } } },
  },
});

it('leaves out prose, but no property that is called like it', () => {
  const { definitions, paths } = patched(document(), []);
  expect(definitions['item']).toEqual({ type: 'object', properties: { title: { type: 'string' }, description: { type: 'string' } } });
  expect(JSON.stringify([definitions, paths])).not.toMatch(/a list|all of them|lists|whose|fine/);
});

it('replaces a definition, a property, requires, makes nullable and adds a query parameter', () => {
  const { definitions, paths } = patched(document(), [
    { kind: 'definition', definition: 'raw', schema: { type: 'object', additionalProperties: true }, wire: '' },
    { kind: 'property', definition: 'item', property: 'title', schema: { type: 'integer' }, wire: '' },
    { kind: 'required', definition: 'list', properties: ['items'], wire: '' },
    { kind: 'nullable', definition: 'list', properties: ['items'], wire: '' },
    { kind: 'query', path: '/list', name: 'fields', wire: '' },
  ]);
  expect(definitions['raw']).toEqual({ type: 'object', additionalProperties: true });
  expect(definitions['item']).toMatchObject({ properties: { title: { type: 'integer' } } });
  expect(definitions['list']).toMatchObject({ required: ['items'], properties: { items: { 'x-nullable': true } } });
  expect(paths['/list']!['get']!['parameters']).toContainEqual({ name: 'fields', in: 'query', type: 'string' });
});

it('leaves the given document alone', () => {
  const given = document();
  patched(given, [{ kind: 'property', definition: 'item', property: 'title', schema: { type: 'integer' }, wire: '' }]);
  expect(given).toEqual(document());
});

it('names every row that does not apply, since then the server is another version', () => {
  const work = () => patched(document(), [
    { kind: 'definition', definition: 'gone', schema: {}, wire: '' },
    { kind: 'required', definition: 'list', properties: ['items', 'rest'], wire: '' },
    { kind: 'query', path: '/other', name: 'fields', wire: '' },
  ]);
  expect(work).toThrow(PatchError);
  expect(work).toThrow('gone, list.rest, GET /other');
});

it('makes unions and bearer tokens of OpenAPI 3', () => {
  const { components } = finished({ components: { schemas: { either: { 'x-union': ['integer', 'string'] } }, securitySchemes: { bearer: { type: 'apiKey' } } } }) as never as { components: { schemas: object; securitySchemes: object } };
  expect(components.schemas).toEqual({ either: { oneOf: [{ type: 'integer' }, { type: 'string' }] } });
  expect(components.securitySchemes).toEqual({ bearer: { type: 'http', scheme: 'bearer' } });
});
