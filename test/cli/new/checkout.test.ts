/** Everything that `champ new` and `champ store add` write, in a checkout of its own: it type-checks, renders and passes the policies. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, type Checkout } from './checkout.ts';

jest.setTimeout(600_000);

let here: Checkout;
const done = new Map<string, ReturnType<Checkout['champ']>>();
const COMMANDS: readonly (readonly string[])[] = [
  ['new', 'subsystem', 'lti', '--tenant', 'vendor-05', '--zh', '长期护理保险子系统', '--en', 'Long-term "care" */ insurance\'s'],
  ['new', 'service', 'hsa-lti-assess', '--subsystem', 'lti', '--zh', '评估', '--en', 'Assessor\'s service'],
  ['new', 'service', 'hsa-lti-ui', '--subsystem', 'lti', '--kind', 'WebFrontend', '--zone', 'public'],
  ['new', 'service', 'hsa-bim-extra', '--subsystem', 'bim', '--kind', 'batch'],
  ['store', 'add', 'documents', '--name', 'hsa-lti-assess'],
  ['store', 'add', 'transactions', '--name', 'hsa-cep-dic', '--schema', 'hsa_dic'],
  ['new', 'environment', 'staging', '--from', 'linyi', '--zh', '预发布', '--en', 'Staging'],
  ['store', 'add', 'settlement-city', '--name', 'heze', '--admdvs', '371700', '--zh', '菏泽', '--en', 'Heze'],
  ['store', 'add', 'development', '--name', 'play', '--from', 'heze'],
  ['new', 'environment', 'try', '--from', 'heze', '--stage', 'development'],
];

beforeAll(() => {
  here = checkout();
  for (const command of COMMANDS) done.set(command.join(' '), here.champ(...command));
});
afterAll(() => here.remove());

it.each(COMMANDS.map((command) => command.join(' ')))('champ %s shows what it writes and what remains', (command) => {
  expect(done.get(command)).toMatchObject({ code: 0, out: expect.stringMatching(/^\+/m), err: expect.stringMatching(/files written: \d[\s\S]*Next:\n {2}1\. /) });
});

it('type-checks', () => {
  expect(here.typeCheck()).toBe('');
});

it('writes a row as people would', () => {
  expect(here.text('apps/medical-insurance/lti.ts')).toBe(`import type { SubsystemRow } from './rows.ts';

export const ltiIds = ['hsa-lti-assess', 'hsa-lti-ui'] as const;

/** 长期护理保险子系统 */
export const lti: SubsystemRow<(typeof ltiIds)[number]> = {
  id: 'lti', zh: '长期护理保险子系统', en: 'Long-term "care" */ insurance\\'s', tenant: 'vendor-05', constraint: 'base', zone: 'core',
  source: __filename,
  services: {
    'hsa-lti-assess': {
      kind: 'api', zh: '评估', en: 'Assessor\\'s service',
      port: 9115, size: 'M', replicas: { min: 2, max: 4, city10M: 3 }, sensitivity: 'internal',
      uses: ['relational-db', 'object-store', 'crypto'],
      schemas: { 'relational-db': 'hsa_lti' },
      provenance: { id: 'D', role: 'D' },
    },
    'hsa-lti-ui': {
      kind: 'web', zone: 'public', zh: 'hsa-lti-ui', en: 'hsa-lti-ui',
      size: 'XS', replicas: { min: 2, max: 3, city10M: 2 }, sensitivity: 'internal',
      provenance: { id: 'D', role: 'D' },
    },
  },
};
`);
});

it('adds to a row what it lacks of a set, behind what it has', () => {
  expect(here.text('apps/medical-insurance/business-middle-platform.ts')).toContain(`      uses: ['relational-db', 'distributed-db', 'dist-tx', 'mq'],
      schemas: { 'relational-db': 'hsa_dic', 'distributed-db': 'hsa_dic' },
`);
});

it('gives a service a row in every environment that has its subsystem, marked as a sample, with the artefact that its constraint asks for', () => {
  for (const name of ['linyi', 'dev']) {
    const releases = here.text(`environments/${name}/releases.yaml`);
    expect(releases).toMatch(/^ {2}hsa-bim-extra: # sample: not built yet\n {4}image: champ\/hsa-bim-extra\n {4}tag: V1\.2\.3\n {4}digest: sha256:[0-9a-f]{64}\n {4}artefact:\n {6}name: hsa-bim-extra-generic-V1\.2\.3-RELEASE\.jar\n {6}sha256: "?[0-9a-f]{64}"?\n/m);
    expect(releases).toMatch(/^ {2}hsa-lti-ui: # sample: not built yet\n(?: {4}.*\n)*/m);
  }
});

it('makes a city without rows, configuration and addresses of what it leaves out', () => {
  const [index, releases] = [here.text('environments/heze/index.ts'), here.text('environments/heze/releases.yaml')];
  expect(index).toMatch(/^import \{ city, settlementCity, subsystemsOf \} from '\.\.\/\.\.\/apps\/medical-insurance\/index\.ts';\n\n\/\*\* 菏泽 Heze: made from linyi/);
  expect(index).toContain("name: 'heze', zh: '菏泽', en: 'Heze'");
  expect(index).toContain("admdvs: '371700'");
  expect(index).toMatch(/\}, subsystemsOf\(settlementCity\)\);\n$/);
  expect(index.match(/linyi/g)).toHaveLength(1);
  expect(releases).not.toMatch(/hsa-(?:tps|dss|pss|ces|rms|pmm)-/);
  expect(releases).toContain('  hsa-mbs:\n');
  expect(here.text('environments/heze/config/hsa-mbs-fsi/application.properties')).toContain('fsi.area.admdvs=371700');
});

it('lets a stage refer to the environment that it is made from', () => {
  expect(here.text('environments/staging/index.ts')).toBe(`import { city } from '../../apps/medical-insurance/index.ts';
import base from '../linyi/index.ts';

/** 预发布 Staging: as linyi, but for what is written here. */
export default city({
  ...base.props,
  name: 'staging', zh: '预发布', en: 'Staging',
  zones: {
    core: { ...base.props.zones.core, cluster: 'champ-staging-core' },
    public: { ...base.props.zones.public, cluster: 'champ-staging-public' },
  },
});
`);
  expect(here.text('environments/try/index.ts')).toMatch(/ {2}stage: 'development',\n[\s\S]*\}, base\.subsystems\);\n$/);
  expect(here.text('environments/play/sizes.yaml')).toContain('profile: dev');
});

it('renders: champ synth, and the policies find nothing', () => {
  const synth = here.champ('synth', '--json');
  expect([synth.code, (JSON.parse(synth.out) as { environments: readonly { environment: string }[] }).environments.map(({ environment }) => environment)]).toEqual([0, ['dev', 'heze', 'linyi', 'play', 'staging', 'try']]);
  for (const name of ['heze', 'play']) expect(here.champ('check', '--env', name)).toMatchObject({ code: 0 });
  expect(here.champ('reach', '--env', 'heze')).toMatchObject({ code: 0 });
});

it('scales and releases a service of the new city, whose row then no longer says that it is a sample', () => {
  expect(here.champ('release', 'set', 'hsa-bim-extra', '--env', 'heze', '--image', `champ/hsa-bim-extra:V1@sha256:${'a'.repeat(64)}`, '--artifact-sha256', 'b'.repeat(64), '--new-artifact', 'extra.jar')).toMatchObject({ code: 0 });
  expect(here.text('environments/heze/releases.yaml')).toContain('  hsa-bim-extra:\n    image: champ/hsa-bim-extra\n    tag: V1\n');
  expect(here.champ('scale', 'hsa-mbs', '--env', 'heze', '--replicas', '9')).toMatchObject({ code: 0 });
});

it('refuses a file that is written in another way, and writes nothing', () => {
  const file = 'apps/medical-insurance/subsystems.ts';
  writeFileSync(join(here.root, file), here.text(file).replace('readonly SubsystemRow[]', 'ReadonlyArray<SubsystemRow>'));
  const rows = here.text('apps/medical-insurance/rows.ts');
  expect(here.champ('new', 'subsystem', 'lta', '--tenant', 'vendor-05')).toMatchObject({ code: 1, err: expect.stringMatching(/CHAMP9243 apps\/medical-insurance\/subsystems\.ts/) });
  expect([here.text('apps/medical-insurance/rows.ts'), existsSync(join(here.root, 'apps/medical-insurance/lta.ts'))]).toEqual([rows, false]);
});
