import Ajv2020, { type AnySchema } from 'ajv/dist/2020';

/** What a JSON Schema finds wrong with a value. */
export function faultsOf(schema: AnySchema, value: unknown): readonly string[] {
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
  return validate(value) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}
