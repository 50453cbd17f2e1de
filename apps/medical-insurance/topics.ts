import type { Text } from '../../engine/problem/index.ts';

export interface TopicRow extends Text {
  readonly partitions: number;
}

/** Message topics of the core zone; publishers and subscribers say so in their own rows. */
export const TOPICS = {
  MQ_HSA_AUDIT_LOG: { zh: '审计日志', en: 'Audit log', partitions: 4 },
  MQ_HSA_DICT_CHG: { zh: '目录变更', en: 'Catalogue change', partitions: 4 },
  MQ_HSA_INSU_CHG: { zh: '参保变更', en: 'Enrolment change', partitions: 4 },
  MQ_HSA_MSG_SEND: { zh: '消息发送', en: 'Message to send', partitions: 4 },
  MQ_HSA_ACCT_CHG: { zh: '个账变动', en: 'Personal account change', partitions: 4 },
  MQ_HSA_SETL_DONE: { zh: '结算完成', en: 'Settlement done', partitions: 12 },
  MQ_HSA_SETL_RVS: { zh: '结算撤销/冲正', en: 'Settlement cancelled or reversed', partitions: 4 },
  MQ_HSA_CLR_DONE: { zh: '清算完成', en: 'Clearing done', partitions: 4 },
  MQ_HSA_RX_FLOW: { zh: '处方流转', en: 'Prescription circulation', partitions: 4 },
  MQ_HSA_OPER_LOG: { zh: '经办操作', en: 'Agency operation', partitions: 4 },
  MQ_HSA_AUDIT_HIT: { zh: '审核命中', en: 'Audit hit', partitions: 4 },
  MQ_HSA_OOP_SETL: { zh: '异地结算', en: 'Out-of-area settlement', partitions: 4 },
  MQ_HSA_FEE_UPLD: { zh: '费用明细上传', en: 'Fee details uploaded', partitions: 12 },
  MQ_HSA_TAX_PAID: { zh: '税务到账', en: 'Premium received from tax', partitions: 4 },
  MQ_HSA_SETLIST_RDY: { zh: '结算清单就绪', en: 'Settlement list ready', partitions: 4 },
  MQ_HSA_TRADE_ORDER: { zh: '招采订单', en: 'Procurement order', partitions: 4 },
} as const satisfies Readonly<Record<string, TopicRow>>;

export type TopicId = keyof typeof TOPICS;
