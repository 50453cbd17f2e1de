import { at } from '../plain.ts';
import { shown } from './shown.ts';
import { meaning, type Concern } from './told.ts';

/** Volumes, claims and how long data are kept. */
export const storage: Concern = {
  kind: 'storage',
  words: {
    volumeClaimTemplates: { zh: '存储卷模板', en: 'volume claim template' },
    volumeClaimTemplate: { zh: '存储卷模板', en: 'volume claim template' },
    datadirVolumeClaimTemplate: { zh: '数据卷模板', en: 'volume claim template of the data' },
    persistentVolumeClaimRetentionPolicy: { zh: '存储卷保留策略', en: 'retention of the volume claims' },
    storageClassName: { zh: '存储类', en: 'storage class' },
    volumeMounts: { zh: '挂载', en: 'mount' },
    volumes: { zh: '卷', en: 'volume' },
    storage: { zh: '存储', en: 'storage' },
    retention: { zh: '数据保留', en: 'retention of data' },
    retentionSize: { zh: '数据保留上限', en: 'most data kept' },
    accessModes: { zh: '访问方式', en: 'access modes' },
  },
  tell: () => [],
  whole: ({ kind, spec }) => {
    const size = kind === 'PersistentVolumeClaim' ? at(spec, 'resources.requests.storage') : undefined;
    return size === undefined ? [] : [meaning('storage', `存储 ${shown(size)}（${shown(at(spec, 'storageClassName'))}）`, `storage ${shown(size)} (${shown(at(spec, 'storageClassName'))})`, { what: 'claim', to: shown(size) })];
  },
};
