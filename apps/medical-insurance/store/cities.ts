import type { CityPreset, StagePreset } from './preset.ts';

export const fullCity = {
  id: 'full-city', kind: 'city', zh: '完整的城市', en: 'Full city',
  about: { zh: '国家下发的全部子系统、业务中台和网关', en: 'Every subsystem of the national release, the business middle platform and the gateways' },
} as const satisfies CityPreset;

export const development = {
  id: 'development', kind: 'stage', zh: '开发环境', en: 'Development environment',
  about: { zh: '与另一环境相同的版本,少量节点,每个服务一个 Pod', en: 'The release of another environment on a few nodes, one pod of everything' },
} as const satisfies StagePreset;
