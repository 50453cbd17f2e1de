import type { components } from '../../../../engine/argocd/generated/api.ts';

type Schemas = components['schemas'];
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const isTrue = <T extends true>(value: T): T => value;

// each line fails to compile where the committed types are not those of the wire
it('types what goes over the wire', () => {
  const checks = [
    isTrue<Same<NonNullable<Schemas['applicationApplicationSyncRequest']['sourcePositions']>, number[]>>(true),
    isTrue<Same<Schemas['intstrIntOrString'], number | string>>(true),
    isTrue<Same<Schemas['v1MicroTime'], string>>(true),
    isTrue<Same<Schemas['runtimeRawExtension'], { [key: string]: unknown }>>(true),
    isTrue<Same<Schemas['v1alpha1ApplicationList']['items'], Schemas['v1alpha1Application'][] | null>>(true),
    isTrue<Same<NonNullable<Schemas['v1alpha1OperationState']['retryCount']>, number>>(true),
    isTrue<Same<Schemas['v1alpha1ResourceNode']['kind'], string>>(true),
  ];
  expect(checks).not.toContain(false);
});
