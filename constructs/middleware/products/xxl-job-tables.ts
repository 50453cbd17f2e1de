/** Tables of XXL-JOB 2.0.1, which makes none itself: Quartz's under its own prefix, and those of the scheduler. */

/** Column definitions, then constraints; `?` marks a column that may be null. */
type Table = readonly [name: string, columns: readonly string[], ...constraints: string[]];

const PREFIX = 'XXL_JOB_QRTZ_';
const SCHEDULER = 'SCHED_NAME VARCHAR(120)';
const TRIGGER = [SCHEDULER, 'TRIGGER_NAME VARCHAR(200)', 'TRIGGER_GROUP VARCHAR(200)'];
const TRIGGER_KEY = 'SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP';
const JOB_KEY = 'SCHED_NAME, JOB_NAME, JOB_GROUP';
const OF_TRIGGER = `FOREIGN KEY (${TRIGGER_KEY}) REFERENCES ${PREFIX}TRIGGERS (${TRIGGER_KEY})`;
const FLAGS = ['IS_NONCONCURRENT VARCHAR(1)', 'REQUESTS_RECOVERY VARCHAR(1)'];

const QUARTZ: readonly Table[] = [
  ['JOB_DETAILS', [SCHEDULER, 'JOB_NAME VARCHAR(200)', 'JOB_GROUP VARCHAR(200)', 'DESCRIPTION VARCHAR(250)?', 'JOB_CLASS_NAME VARCHAR(250)', 'IS_DURABLE VARCHAR(1)', 'IS_NONCONCURRENT VARCHAR(1)', 'IS_UPDATE_DATA VARCHAR(1)', 'REQUESTS_RECOVERY VARCHAR(1)', 'JOB_DATA BLOB?'], `PRIMARY KEY (${JOB_KEY})`],
  ['TRIGGERS', [
    ...TRIGGER, 'JOB_NAME VARCHAR(200)', 'JOB_GROUP VARCHAR(200)', 'DESCRIPTION VARCHAR(250)?', 'NEXT_FIRE_TIME BIGINT?', 'PREV_FIRE_TIME BIGINT?', 'PRIORITY INTEGER?', 'TRIGGER_STATE VARCHAR(16)',
    'TRIGGER_TYPE VARCHAR(8)', 'START_TIME BIGINT', 'END_TIME BIGINT?', 'CALENDAR_NAME VARCHAR(200)?', 'MISFIRE_INSTR SMALLINT?', 'JOB_DATA BLOB?',
  ], `PRIMARY KEY (${TRIGGER_KEY})`, `FOREIGN KEY (${JOB_KEY}) REFERENCES ${PREFIX}JOB_DETAILS (${JOB_KEY})`],
  ['SIMPLE_TRIGGERS', [...TRIGGER, 'REPEAT_COUNT BIGINT', 'REPEAT_INTERVAL BIGINT', 'TIMES_TRIGGERED BIGINT'], `PRIMARY KEY (${TRIGGER_KEY})`, OF_TRIGGER],
  ['CRON_TRIGGERS', [...TRIGGER, 'CRON_EXPRESSION VARCHAR(200)', 'TIME_ZONE_ID VARCHAR(80)?'], `PRIMARY KEY (${TRIGGER_KEY})`, OF_TRIGGER],
  ['SIMPROP_TRIGGERS', [
    ...TRIGGER, ...[1, 2, 3].map((index) => `STR_PROP_${index} VARCHAR(512)?`), ...[1, 2].map((index) => `INT_PROP_${index} INT?`), ...[1, 2].map((index) => `LONG_PROP_${index} BIGINT?`),
    ...[1, 2].map((index) => `DEC_PROP_${index} NUMERIC(13,4)?`), ...[1, 2].map((index) => `BOOL_PROP_${index} VARCHAR(1)?`),
  ], `PRIMARY KEY (${TRIGGER_KEY})`, OF_TRIGGER],
  ['BLOB_TRIGGERS', [...TRIGGER, 'BLOB_DATA BLOB?'], `PRIMARY KEY (${TRIGGER_KEY})`, OF_TRIGGER],
  ['CALENDARS', [SCHEDULER, 'CALENDAR_NAME VARCHAR(200)', 'CALENDAR BLOB'], 'PRIMARY KEY (SCHED_NAME, CALENDAR_NAME)'],
  ['PAUSED_TRIGGER_GRPS', [SCHEDULER, 'TRIGGER_GROUP VARCHAR(200)'], 'PRIMARY KEY (SCHED_NAME, TRIGGER_GROUP)'],
  ['FIRED_TRIGGERS', [
    SCHEDULER, 'ENTRY_ID VARCHAR(95)', 'TRIGGER_NAME VARCHAR(200)', 'TRIGGER_GROUP VARCHAR(200)', 'INSTANCE_NAME VARCHAR(200)', 'FIRED_TIME BIGINT', 'SCHED_TIME BIGINT', 'PRIORITY INTEGER',
    'STATE VARCHAR(16)', 'JOB_NAME VARCHAR(200)?', 'JOB_GROUP VARCHAR(200)?', ...FLAGS.map((flag) => `${flag}?`),
  ], 'PRIMARY KEY (SCHED_NAME, ENTRY_ID)'],
  ['SCHEDULER_STATE', [SCHEDULER, 'INSTANCE_NAME VARCHAR(200)', 'LAST_CHECKIN_TIME BIGINT', 'CHECKIN_INTERVAL BIGINT'], 'PRIMARY KEY (SCHED_NAME, INSTANCE_NAME)'],
  ['LOCKS', [SCHEDULER, 'LOCK_NAME VARCHAR(40)'], 'PRIMARY KEY (SCHED_NAME, LOCK_NAME)'],
];

const ID = 'id INT AUTO_INCREMENT';
const KEY = 'PRIMARY KEY (id)';
const EXECUTOR = ['executor_handler VARCHAR(255)?', 'executor_param VARCHAR(512)?'];

const SCHEDULING: readonly Table[] = [
  ['TRIGGER_INFO', [
    ID, 'job_group INT', 'job_cron VARCHAR(128)', 'job_desc VARCHAR(255)', 'add_time DATETIME?', 'update_time DATETIME?', 'author VARCHAR(64)?', 'alarm_email VARCHAR(255)?', 'executor_route_strategy VARCHAR(50)?',
    ...EXECUTOR, 'executor_block_strategy VARCHAR(50)?', 'executor_timeout INT DEFAULT 0', 'executor_fail_retry_count INT DEFAULT 0', 'glue_type VARCHAR(50)', 'glue_source MEDIUMTEXT?', 'glue_remark VARCHAR(128)?',
    'glue_updatetime DATETIME?', 'child_jobid VARCHAR(255)?',
  ], KEY],
  ['TRIGGER_LOG', [
    ID, 'job_group INT', 'job_id INT', 'executor_address VARCHAR(255)?', ...EXECUTOR, 'executor_sharding_param VARCHAR(20)?', 'executor_fail_retry_count INT DEFAULT 0', 'trigger_time DATETIME?', 'trigger_code INT',
    'trigger_msg TEXT?', 'handle_time DATETIME?', 'handle_code INT', 'handle_msg TEXT?',
  ], KEY, 'KEY I_trigger_time (trigger_time)'],
  ['TRIGGER_LOGGLUE', [ID, 'job_id INT', 'glue_type VARCHAR(50)?', 'glue_source MEDIUMTEXT?', 'glue_remark VARCHAR(128)', 'add_time TIMESTAMP?', 'update_time TIMESTAMP?'], KEY],
  ['TRIGGER_REGISTRY', [ID, 'registry_group VARCHAR(255)', 'registry_key VARCHAR(255)', 'registry_value VARCHAR(255)', 'update_time TIMESTAMP DEFAULT CURRENT_TIMESTAMP'], KEY],
  ['TRIGGER_GROUP', [ID, 'app_name VARCHAR(64)', 'title VARCHAR(12)', '`order` TINYINT DEFAULT 0', 'address_type TINYINT DEFAULT 0', 'address_list VARCHAR(512)?'], KEY],
];

const column = (text: string) => (text.endsWith('?') ? `${text.slice(0, -1)} NULL` : text.replace(/( DEFAULT .*)?$/, ' NOT NULL$1'));

function createTable([name, columns, ...constraints]: Table): string {
  return `CREATE TABLE IF NOT EXISTS ${PREFIX}${name} (\n  ${[...columns.map(column), ...constraints].join(',\n  ')}\n) DEFAULT CHARSET = utf8mb4;\n`;
}

/** Makes the tables that are missing, and a group for each executor, which registers itself under its name. */
export function xxlJobSql(executors: readonly string[]): string {
  const table = `${PREFIX}TRIGGER_GROUP`;
  const groups = executors.map((name, index) => (
    `INSERT INTO ${table} (app_name, title, \`order\`, address_type) SELECT '${name}', '${name.slice(-12)}', ${index + 1}, 0 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM ${table} WHERE app_name = '${name}');\n`
  ));
  return [...QUARTZ, ...SCHEDULING].map(createTable).join('') + groups.join('');
}
