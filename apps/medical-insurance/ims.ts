import type { SubsystemRow } from './rows.ts';

export const imsIds = [
  'hsa-ims-web', 'hsa-ims-kb', 'hsa-ims-rt', 'hsa-ims-aft', 'hsa-ims-chk', 'hsa-ims-scen-bio', 'hsa-ims-scen-ipt', 'hsa-ims-scen-opt',
  'hsa-ims-scen-pha', 'hsa-ims-scen-hd', 'hsa-ims-scen-fraud', 'hsa-ims-scen-video', 'hsa-ims-scen-openapi',
] as const;

/** 医疗保障智能监管子系统 */
export const ims: SubsystemRow<(typeof imsIds)[number]> = {
  id: 'ims', no: 10, zh: '医疗保障智能监管子系统', en: 'Intelligent supervision', tenant: 'vendor-06', constraint: 'weak', appClass: 'intelligent-monitoring', zone: 'core',
  source: __filename,
  services: {
    'hsa-ims-web': {
      kind: 'web', zh: '智能监管前端', en: 'Supervision front end',
      size: 'XS', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'internal',
      calls: {
        http: [
          'hsa-ims-kb', 'hsa-ims-chk', 'hsa-ims-aft', 'hsa-ims-scen-ipt', 'hsa-ims-scen-opt', 'hsa-ims-scen-pha', 'hsa-ims-scen-hd',
          'hsa-ims-scen-fraud',
        ],
      },
      provenance: { id: 'P', role: 'P' },
    },
    'hsa-ims-kb': {
      kind: 'api', zh: '规则知识库服务', en: 'Rule and knowledge service',
      port: 9081, size: 'L', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'internal',
      uses: ['relational-db', 'rules-engine', 'search'],
      schemas: { 'relational-db': 'hsa_ims' },
      calls: { dubbo: ['hsa-cep-rul', 'hsa-cep-bic'] },
      provenance: { id: 'K', role: 'P' },
    },
    'hsa-ims-rt': {
      kind: 'api', zh: '事前提醒与事中审核服务', en: 'Pre-alert and in-process audit',
      port: 9082, size: 'XL', replicas: { min: 4, max: 14, city10M: 9 }, sensitivity: 'sensitive',
      uses: ['rules-engine', 'mq'],
      publishes: ['MQ_HSA_AUDIT_HIT'],
      calls: { dubbo: ['hsa-ims-kb', 'hsa-cep-pic'] },
      provenance: { id: 'K', role: 'P' }, note: 'synchronous in 2204/2206/2207 with a hard time budget (degrade open)',
    },
    'hsa-ims-aft': {
      kind: 'batch', zh: '事后审核批处理', en: 'Post audit batch',
      port: 9083, size: 'XXL', replicas: { min: 2, max: 4, city10M: 2 }, sensitivity: 'sensitive',
      uses: ['distributed-db', 'mq', 'batch-compute', 'olap'],
      schemas: { 'distributed-db': 'hsa_ims' },
      publishes: ['MQ_HSA_AUDIT_HIT'], subscribes: ['MQ_HSA_SETL_DONE', 'MQ_HSA_FEE_UPLD'],
      calls: { dubbo: ['hsa-ims-kb'] },
      provenance: { id: 'K', role: 'P' },
    },
    'hsa-ims-chk': {
      kind: 'api', zh: '稽核检查服务', en: 'Inspection service',
      port: 9084, size: 'M', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'sensitive',
      uses: ['distributed-db'],
      schemas: { 'distributed-db': 'hsa_ims' },
      calls: { dubbo: ['hsa-cep-wfc', 'hsa-cep-pic'], http: ['hsa-its'] },
      provenance: { id: 'K', role: 'K' },
    },
    'hsa-ims-scen-bio': {
      kind: 'api', zh: '生物识别服务', en: 'Biometric comparison',
      port: 9085, size: 'XL', replicas: { min: 2, max: 6, city10M: 4 }, sensitivity: 'sensitive',
      uses: ['relational-db', 'object-store', 'crypto'],
      schemas: { 'relational-db': 'hsa_ims_scen' },
      calls: { dubbo: ['hsa-cep-enc', 'hsa-cep-pic'] },
      provenance: { id: 'K', role: 'P' }, note: 'modelled on one module, bio, of a public product (P); GPU optional',
    },
    'hsa-ims-scen-ipt': {
      kind: 'api', zh: '住院场景监控服务', en: 'Inpatient scene monitoring',
      port: 9086, size: 'L', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'sensitive',
      uses: ['relational-db', 'mq'],
      schemas: { 'relational-db': 'hsa_ims_scen' },
      calls: { dubbo: ['hsa-ims-scen-bio', 'hsa-cep-fic', 'hsa-cep-pic'] },
      provenance: { id: 'K', role: 'P' },
    },
    'hsa-ims-scen-opt': {
      kind: 'api', zh: '门诊场景监控服务', en: 'Outpatient scene monitoring',
      port: 9087, size: 'L', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'sensitive',
      uses: ['relational-db', 'mq'],
      schemas: { 'relational-db': 'hsa_ims_scen' },
      calls: { dubbo: ['hsa-ims-scen-bio', 'hsa-cep-fic', 'hsa-cep-pic'] },
      provenance: { id: 'K', role: 'P' },
    },
    'hsa-ims-scen-pha': {
      kind: 'api', zh: '购药场景监控服务', en: 'Pharmacy scene monitoring',
      port: 9088, size: 'L', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'sensitive',
      uses: ['relational-db', 'mq'],
      schemas: { 'relational-db': 'hsa_ims_scen' },
      subscribes: ['MQ_HSA_RX_FLOW'],
      calls: { dubbo: ['hsa-ims-scen-bio', 'hsa-cep-fic', 'hsa-cep-pic'] },
      provenance: { id: 'K', role: 'P' },
    },
    'hsa-ims-scen-hd': {
      kind: 'api', zh: '血透理疗场景监控服务', en: 'Haemodialysis and therapy monitoring',
      port: 9089, size: 'M', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'sensitive',
      uses: ['relational-db', 'mq'],
      schemas: { 'relational-db': 'hsa_ims_scen' },
      calls: { dubbo: ['hsa-ims-scen-bio', 'hsa-cep-fic'] },
      provenance: { id: 'K', role: 'P' }, note: 'modelled on two modules, hd and trt, of a public product (P)',
    },
    'hsa-ims-scen-fraud': {
      kind: 'worker', zh: '反欺诈大数据风控服务', en: 'Anti-fraud big data',
      port: 9090, size: 'XL', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'sensitive',
      uses: ['graph-db', 'olap', 'stream-compute', 'mq'],
      publishes: ['MQ_HSA_AUDIT_HIT'], subscribes: ['MQ_HSA_SETL_DONE', 'MQ_HSA_FEE_UPLD'],
      calls: { dubbo: ['hsa-ims-kb'] },
      provenance: { id: 'K', role: 'P' },
    },
    'hsa-ims-scen-video': {
      kind: 'worker', zh: '视频接入分析服务', en: 'Video access and analysis',
      port: 9091, size: 'XL', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'sensitive',
      uses: ['relational-db', 'object-store', 'mq'],
      schemas: { 'relational-db': 'hsa_ims_scen' },
      calls: { dubbo: ['hsa-ims-scen-bio'] },
      provenance: { id: 'K', role: 'P' },
    },
    'hsa-ims-scen-openapi': {
      kind: 'api', zone: 'public', zh: '物联与第三方接入服务', en: 'IoT and third-party access',
      port: 9092, size: 'L', replicas: { min: 3, max: 6, city10M: 4 }, sensitivity: 'sensitive',
      uses: ['relational-db', 'session-cache'],
      schemas: { 'relational-db': 'pub_ims' },
      callsAcross: { 'public-to-core': ['hsa-ims-scen-ipt', 'hsa-ims-scen-opt', 'hsa-ims-scen-pha', 'hsa-ims-scen-hd', 'hsa-ims-scen-video'] },
      provenance: { id: 'K', role: 'P' },
    },
  },
};
