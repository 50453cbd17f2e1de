import { city } from '../../apps/medical-insurance/index.ts';

/** 临沂: 10 million people, 60 nodes in two zones, open-source edition. Addresses are sample data. */
export default city({
  name: 'linyi', zh: '临沂市医疗保障信息平台', en: 'Linyi medical-insurance platform',
  stage: 'production', edition: 'opensource', admdvs: '371300', population: 10_000_000,
  kubernetes: '1.36',
  registry: 'registry.ops.linyi.example',
  chartRegistry: 'registry.ops.linyi.example/charts',
  configRepository: 'https://git.ops.linyi.example/champ/config.git',
  secretStore: { server: 'https://secrets.ops.linyi.example:8200', cidrs: ['10.60.8.16/28'], port: 8200 },
  zones: {
    core: {
      cluster: 'champ-core',
      nodes: { count: 42, shape: { cpu: '32', memory: '128Gi' }, reserved: { cpu: '1', memory: '4Gi' } },
      apiServer: { cidrs: ['10.60.0.8/29'], port: 6443 },
      nodeCidrs: ['10.60.16.0/22'],
      podCidr: '10.128.0.0/14',
      serviceCidr: '10.132.0.0/16',
      storageClasses: { standard: 'champ-block', encrypted: 'champ-block-encrypted' },
      mesh: true,
      exposed: {
        'hsa-gap-back': { address: '10.60.9.10', sourceRanges: ['10.60.250.18/32'] },
      },
    },
    public: {
      cluster: 'champ-public',
      nodes: { count: 18, shape: { cpu: '32', memory: '128Gi' }, reserved: { cpu: '1', memory: '4Gi' } },
      apiServer: { cidrs: ['10.61.0.8/29'], port: 6443 },
      nodeCidrs: ['10.61.16.0/23'],
      podCidr: '10.136.0.0/14',
      serviceCidr: '10.140.0.0/16',
      storageClasses: { standard: 'champ-block', encrypted: 'champ-block-encrypted' },
      mesh: true,
      exposed: {
        'hsa-gw-internet': { address: '10.61.9.10', sourceRanges: ['10.61.240.0/24'] },
        'hsa-gw-medins': { address: '10.61.9.11', sourceRanges: ['10.70.0.0/16'] },
        'hsa-gap-front': { address: '10.61.9.12', sourceRanges: ['10.61.250.19/32'] },
      },
    },
  },
  gap: {
    'http-proxy': { core: { host: '10.60.250.18', cidr: '10.60.250.18/32', port: 18000 }, public: { host: '10.61.250.18', cidr: '10.61.250.18/32', port: 18000 } },
    'mq-relay': { core: { host: '10.60.250.19', cidr: '10.60.250.19/32', port: 18010 }, public: { host: '10.61.250.19', cidr: '10.61.250.19/32', port: 18010 } },
    'db-sync': { core: { host: '10.60.250.20', cidr: '10.60.250.20/32', port: 18020 }, public: { host: '10.61.250.20', cidr: '10.61.250.20/32', port: 18020 } },
    'file-ferry': { core: { host: '10.60.250.21', cidr: '10.60.250.21/32', port: 18022 }, public: { host: '10.61.250.21', cidr: '10.61.250.21/32', port: 18022 } },
  },
  parties: {
    nhsa: { host: 'gateway.nhsa.example', cidrs: ['10.200.1.0/28'], ports: [443] },
    province: { host: 'gateway.province.example', cidrs: ['10.200.2.0/28'], ports: [443] },
    tax: { host: 'api.tax.example', cidrs: ['10.210.1.0/28'], ports: [443] },
    bank: { host: 'api.bank.example', cidrs: ['10.210.2.0/28'], ports: [443] },
    finance: { host: 'api.finance.example', cidrs: ['10.210.3.0/28'], ports: [443] },
    civil: { host: 'api.civil.example', cidrs: ['10.210.4.0/28'], ports: [443] },
    police: { host: 'api.police.example', cidrs: ['10.210.5.0/28'], ports: [443] },
    nhc: { host: 'api.nhc.example', cidrs: ['10.210.6.0/28'], ports: [443] },
    insurer: { host: 'api.insurer.example', cidrs: ['10.210.7.0/28'], ports: [443] },
    sms: { host: 'api.sms.example', cidrs: ['10.210.8.0/28'], ports: [443] },
    wallet: { host: 'api.wallet.example', cidrs: ['198.51.100.0/28'], ports: [443], gateway: 'hsa-gw-internet' },
  },
  managed: {
    crypto: {
      core: { host: 'hsm.core.linyi.example', cidrs: ['10.60.8.32/29'], ports: [8018] },
      public: { host: 'hsm.public.linyi.example', cidrs: ['10.61.8.32/29'], ports: [8018] },
    },
  },
});
