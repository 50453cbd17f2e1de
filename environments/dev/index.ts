import { city } from '../../apps/medical-insurance/index.ts';
import type { ZoneProps } from '../../constructs/zone.ts';
import linyi from '../linyi/index.ts';

/** The same release and zones as Linyi on a few nodes: one pod of everything, no mesh, tags without digests allowed. */
const small = (zone: ZoneProps, cluster: string, count: number): ZoneProps => ({
  ...zone, cluster, mesh: false, nodes: { ...zone.nodes, count }, storageClasses: { standard: 'standard', encrypted: 'standard' },
});

export default city({
  ...linyi.props,
  name: 'dev', zh: '开发环境', en: 'Development',
  stage: 'development', population: undefined,
  registry: 'registry.dev.example',
  chartRegistry: 'registry.dev.example/charts',
  configRepository: 'https://git.dev.example/champ/config.git',
  secretStore: { ...linyi.props.secretStore, server: 'https://secrets.dev.example:8200' },
  zones: {
    core: small(linyi.props.zones.core, 'champ-dev-core', 12),
    public: small(linyi.props.zones.public, 'champ-dev-public', 4),
  },
});
