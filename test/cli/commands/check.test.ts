import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emit, planTree } from '../../../engine/emit/index.ts';
import { folderOf } from '../../engine/manifests/folder.ts';
import { champ, environmentFolder, inProcess, ROOT } from '../../fixtures/champ.ts';
import { rendered } from '../../fixtures/linyi.ts';

const BAD = `apiVersion: v1
kind: Pod
metadata:
  name: bad
  namespace: shop
spec:
  containers:
    - name: app
      image: registry.example/app:1
      securityContext:
        privileged: true
`;
const LIST = `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Pod
    metadata: {name: first, namespace: shop}
    spec: {containers: [{name: app, image: x}]}
  - apiVersion: v1
    kind: Pod
    metadata: {name: second, namespace: shop}
    spec:
      hostNetwork: true
      containers: [{name: app, image: x}]
`;
const GOOD = BAD.replace('name: bad', 'name: good').replace('privileged: true', 'allowPrivilegeEscalation: false\n        runAsNonRoot: true\n        capabilities: {drop: [ALL]}\n        seccompProfile: {type: RuntimeDefault}');

/** By Pod Security baseline, which says one thing of each sample. */
const baseline = (...args: readonly string[]) => inProcess('check', '--profile', 'pss-baseline', ...args);
const json = async (...args: readonly string[]) => {
  const { code, out } = await baseline('--json', ...args);
  return { code, report: JSON.parse(out) };
};

const vendor = folderOf({ 'bad.yaml': BAD });
const bad = join(vendor, 'bad.yaml');

describe('a path', () => {
  it('with a privileged pod gives a finding with its line and column, and exit code 1', async () => {
    const { code, report } = await json(vendor);
    expect(code).toBe(1);
    expect(report).toMatchObject({
      version: 1, summary: { verdict: 'failed', objects: 1, pods: 1, containers: 1, findings: 1 }, problems: [],
      findings: [{
        rule: 'NSA-POD-08', severity: 'critical', object: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'bad' }, container: 'app',
        field: 'spec.containers[0].securityContext.privileged', file: bad, line: 11, column: 9, message: expect.any(String), fix: expect.stringContaining('privileged'),
      }],
    });
  });

  it('with nothing wrong passes with exit code 0', async () => {
    const { code, out, err } = await inProcess('check', folderOf({ 'good.yaml': GOOD }), '--profile', 'pss-restricted');
    expect({ code, verdict: /^Verdict: (.*)$/m.exec(out)?.[1] }).toEqual({ code: 0, verdict: 'Passed' });
    expect(err).toMatch(/^took [\d.]+ s\n$/);
  });

  it('may be a file, several of them, and JSON', async () => {
    const folder = folderOf({ 'a.yaml': BAD, 'b.json': JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'b' }, spec: { hostPID: true, containers: [] } }), 'c.yaml': BAD });
    const { report } = await json(join(folder, 'a.yaml'), join(folder, 'b.json'));
    expect(report.findings.map((each: { rule: string; file: string }) => `${each.rule} ${each.file}`)).toEqual([`NSA-POD-08 ${folder}/a.yaml`, expect.stringMatching(/^NSA-POD-\d\d .*\/b.json$/)]);
  });

  it('with a List gives the place of the item that is wrong', async () => {
    const file = join(folderOf({ 'list.yaml': LIST }), 'list.yaml');
    const { report } = await json(file);
    expect(report).toMatchObject({ summary: { objects: 2 }, findings: [{ rule: 'NSA-POD-11', object: { name: 'second' }, file, line: 12, column: 7 }] });
  });
});

describe('input that cannot be read', () => {
  it.each([
    ['broken YAML', { 'x.yaml': 'kind: Pod\nspec: }\n' }, 'CHAMP1110', /x\.yaml:2:7$/],
    ['a binary file', { 'x.yaml': Uint8Array.from([0x61, 0x3a, 0x20, 0xff, 0xfe, 0x00]) }, 'CHAMP1106', /x\.yaml:1:\d+$/],
    ['a key that appears twice', { 'x.yaml': `${BAD}kind: Service\n` }, 'CHAMP1111', /x\.yaml:12:1$/],
    ['half an object', { 'x.yaml': 'kind: Pod\n' }, 'CHAMP6017', /x\.yaml:1:1$/],
    ['a template', { 'x.yaml': 'apiVersion: v1\n{{ if .Values.a }}\nkind: Pod\n' }, 'CHAMP6013', /x\.yaml:2:1$/],
  ])('%s gives a problem with its place, the rest is judged, and the exit code is 3', async (_, files, problemCode, where) => {
    const folder = folderOf({ 'bad.yaml': BAD, ...files });
    const { code, report } = await json(folder);
    expect(code).toBe(3);
    expect(report.findings).toContainEqual(expect.objectContaining({ rule: 'NSA-POD-08', file: join(folder, 'bad.yaml') }));
    expect(report.problems).toContainEqual(expect.objectContaining({ code: problemCode, where: expect.stringMatching(where), message: expect.any(String), fix: expect.any(String) }));
  });

  it('a path that is not there is named', async () => {
    const { code, out } = await baseline(join(vendor, 'nowhere'), bad);
    expect(code).toBe(3);
    expect(out).toMatch(/CHAMP6001 .*nowhere\n +.*ENOENT\n +fix: check the path/);
    expect(out).toContain('NSA-POD-08');
  });

  it('a folder without manifests is no pass', async () => {
    expect(await json(folderOf({ 'read.me': 'x' }))).toMatchObject({ code: 3, report: { summary: { verdict: 'incomplete' }, problems: [{ code: 'CHAMP6003' }] } });
  });

  it('a link that leads back ends, and is named', async () => {
    const folder = folderOf({ 'bad.yaml': BAD, 'sub/good.yaml': GOOD });
    symlinkSync('..', join(folder, 'sub', 'up'));
    expect(await json(folder)).toMatchObject({ code: 3, report: { summary: { objects: 2 }, findings: [{ rule: 'NSA-POD-08' }], problems: [{ code: 'CHAMP6002', where: join(folder, 'sub', 'up') }] } });
  });

  it('is exit code 3 without findings too', async () => {
    expect(await json(folderOf({ 'good.yaml': GOOD, 'x.yaml': ':\n:' }))).toMatchObject({ code: 3, report: { summary: { verdict: 'incomplete' } } });
  });
});

describe('--format', () => {
  const of = async (format: string, ...more: readonly string[]) => {
    const { code, out } = await baseline(vendor, '--format', format, ...more);
    expect(code).toBe(1);
    return out;
  };

  it('text names object, rule, place, field and fix, in the language asked for', async () => {
    expect(await of('text')).toMatch(/^Pod shop\/bad.*\n +critical NSA-POD-08 No privileged containers\n +.*bad\.yaml:11:9 .*spec\.containers\[0\]\.securityContext\.privileged .*\n +fix: /);
    const zh = await of('text', '--lang', 'zh');
    expect(zh).toMatch(/ 严重 NSA-POD-08 /);
    expect(zh).toMatch(/结论.*不通过/);
    expect(zh).not.toMatch(/\b(?:fix|critical|Verdict|Summary)\b/);
  });

  it('json is what --json gives, whatever else is asked for', async () => {
    const expected = await of('json');
    expect(JSON.parse(expected)).toMatchObject({ version: 1, findings: [{ rule: 'NSA-POD-08' }] });
    expect(await of('text', '--json')).toBe(expected);
    expect((await inProcess('--json', 'check', '-p', 'pss-baseline', vendor)).out).toBe(expected);
  });

  it('sarif has the finding as a result with its region', async () => {
    const { version, runs } = JSON.parse(await of('sarif'));
    expect(version).toBe('2.1.0');
    expect(runs[0].tool.driver.version).toBe(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version);
    expect(runs[0].results).toMatchObject([{ ruleId: 'NSA-POD-08', locations: [{ physicalLocation: { region: { startLine: 11, startColumn: 9 } } }] }]);
  });

  it('junit is XML with one failure', async () => {
    const out = await of('junit');
    expect(XMLValidator.validate(out)).toBe(true);
    expect(new XMLParser({ ignoreAttributes: false }).parse(out).testsuites).toMatchObject({ '@_failures': '1', '@_errors': '0' });
  });

  it('markdown and html have the finding, in both languages', async () => {
    expect(await of('markdown')).toMatch(/^## Hardening report[^]*NSA-POD-08/);
    expect(await of('markdown', '--lang', 'zh')).toMatch(/^## 安全加固检查报告[^]*NSA-POD-08/);
    expect(await of('html')).toMatch(/^<!doctype html>\n?<html lang="en"[^]*NSA-POD-08[^]*<\/html>\s*$/i);
    expect(await of('html', '--lang', 'zh')).toMatch(/<html lang="zh[^]*安全加固检查报告/);
  });
});

describe('--output', () => {
  it('takes the report instead of standard output, and says where it is', async () => {
    const file = join(folderOf({}), 'report.json');
    const { code, out, err } = await baseline(vendor, '--format', 'json', '--output', file);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`report written to ${file}`);
    expect(readFileSync(file, 'utf8')).toBe((await baseline(vendor, '--format', 'json')).out);
    expect(await baseline(vendor, '-f', 'html', '-o', file, '--quiet')).toEqual({ code: 1, out: '', err: '' });
    expect(readFileSync(file, 'utf8')).toMatch(/<\/html>\n$/);
  });

  it('that cannot be written is a failure of its own', async () => {
    const file = join(vendor, 'nowhere', 'report.html');
    const { code, err } = await baseline(vendor, '-o', file);
    expect(code).toBe(3);
    expect(err).toContain('CHAMP5091');
    expect(existsSync(file)).toBe(false);
  });
});

it('--profile judges by Pod Security alone, or by the whole guide', async () => {
  const rules = async (...profile: readonly string[]) =>
    [...new Set((JSON.parse((await inProcess('check', vendor, '--json', ...profile)).out).findings as readonly { rule: string }[]).map(({ rule }) => rule))];
  const [base, restricted, guide, unasked] = [await rules('-p', 'pss-baseline'), await rules('-p', 'pss-restricted'), await rules('-p', 'nsa-cisa'), await rules()];
  expect(base).toEqual(['NSA-POD-08']);
  expect(restricted).toEqual(expect.arrayContaining([...base, 'NSA-POD-01', 'NSA-POD-15', 'NSA-POD-19']));
  expect(restricted).not.toContain('NSA-POD-06');
  expect(guide).toEqual(expect.arrayContaining([...restricted, 'NSA-POD-06', 'NSA-POD-21']));
  expect(unasked).toEqual(guide);
});

it('--kubernetes judges as that version does', async () => {
  const probed = folderOf({ 'x.yaml': BAD.replace('securityContext:\n        privileged: true', 'livenessProbe: {httpGet: {host: 10.0.0.1, port: 80}}') });
  const of = async (version: string) => {
    const { code, report } = await json(probed, '--kubernetes', version);
    return { code, version: report.summary.kubernetes, findings: report.findings.length };
  };
  expect([await of('1.33'), await of('1.34')]).toEqual([{ code: 0, version: '1.33', findings: 0 }, { code: 1, version: '1.34', findings: 1 }]);
});

describe('wrong usage is exit code 2, with nothing judged:', () => {
  it.each<readonly [args: readonly string[], says: string]>([
    [['--context', 'x', 'vendor/'], '--context <name> cannot be used with [path...]'],
    [['--context', 'x', '--env', 'dev', '--env', 'linyi'], '--context <name> cannot be used with --env --env'],
    [['vendor/', '--env', 'dev'], '-e, --env <name> cannot be used with [path...]'],
    ...['2026-02-30', '2026-13-01', '2026-1-1', '20260101', '2026-01-01T00:00:00Z', 'today', 'tomorrow', ''].flatMap((date) => [
      [['--date', date], `"${date}" is not a value of --date`] as [string[], string], [['vendor/', '--date', date], 'allowed: YYYY-MM-DD'] as [string[], string],
    ]),
    [['--profile', 'cis'], 'allowed: nsa-cisa, pss-baseline, pss-restricted'],
    [['--kubernetes', '1.27'], 'allowed: 1.28, '],
    [['--format', 'pdf'], 'allowed: text, json, sarif, junit, markdown, html'],
    [['--output'], '--output'],
    [['--profil', 'nsa-cisa'], '--profile'],
  ])('%j', async (args, says) => {
    const { code, out, err } = await inProcess('check', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
    expect(err).toContain('champ check --help');
  });
});

describe('an environment', () => {
  const { folder, put, remove } = environmentFolder('here', 'there');
  const check = (...args: readonly string[]) => inProcess('--environments', folder, 'check', ...args);
  const waivers = readFileSync(join(ROOT, 'environments', 'dev', 'waivers.yaml'), 'utf8').replaceAll(/expires: .*/g, "expires: '2030-01-31'");
  beforeAll(() => ['here', 'there'].forEach((name) => put(name, 'waivers.yaml', waivers)));
  afterAll(remove);

  it('passes as all the others that are not named, and says within 30 days of their end which waivers end soon', async () => {
    const { code, out } = await check('--date', '2030-01-01');
    expect({ code, ends: out.match(/^ +ends soon /gm)?.length }).toEqual({ code: 0, ends: 2 * waivers.match(/^- id:/gm)!.length });
    expect(out).toMatch(/containers \(here, there\)$/m);
    expect(out).toMatch(/findings: 0\n[^]*2030-01-01\nVerdict: Passed/);
    expect(out).toMatch(/Not judged\n[^]*argocd\/harbor \(harbor /);
  });

  it('fails on the day after a waiver has ended, with the finding open again where it comes from', async () => {
    const { code, out } = await check('--env', 'here', '--date', '2030-02-01', '--json');
    const report = JSON.parse(out);
    expect(code).toBe(1);
    expect(report.summary).toMatchObject({ verdict: 'failed', waived: 0, waivers: { used: 0, ending: 0 } });
    expect(new Set(report.waivers.map((each: { state: string }) => each.state))).toEqual(new Set(['expired']));
    expect(report.findings).toContainEqual(expect.objectContaining({
      rule: 'NSA-POD-12', object: expect.objectContaining({ kind: 'DaemonSet', name: 'fluent-bit' }), container: 'host-var-log', zone: 'core',
      file: 'dist/here/core/core-agents/daemonset.fluent-bit.yaml', construct: expect.stringMatching(/^here\/core\//), source: 'constructs/middleware/kinds/logging.ts', fix: expect.any(String),
    }));
  });

  it('is judged with what somebody edited in its output, and says so', async () => {
    const out = folderOf({});
    emit(join(out, 'dist'), [planTree({ environment: 'here', objects: rendered('dev').output.objects.filter(({ application }) => application === 'core-mbs') })]);
    const file = 'dist/here/core/core-mbs/deployment.hsa-mbs.yaml';
    writeFileSync(join(out, file), readFileSync(join(out, file), 'utf8').replace(/^( *)containers:\n/m, '$1hostPID: true\n$&'));
    const ended = await champ(['--environments', folder, 'check', '--env', 'here', '-p', 'pss-baseline', '--json'], {}, out);
    expect(ended).toMatchObject({ code: 1, err: expect.stringContaining(file) });
    expect(JSON.parse(ended.out).findings).toContainEqual(expect.objectContaining({ rule: 'NSA-POD-09', file, construct: 'dev/core/mbs/hsa-mbs' }));
  });

  it('that does not exist is named, with those that do', async () => {
    const { code, out, err } = await check('--env', 'her');
    expect({ isOk: code === 0, out }).toEqual({ isOk: false, out: '' });
    expect(err).toMatch(/CHAMP5001[^]*"her"[^]*here/);
  });
});

describe('--context', () => {
  const answers = {
    'api-resources': 'pods\nnamespaces\nsecrets\ndeployments.apps\nthings.vendor.example\n',
    version: JSON.stringify({ major: '1', minor: '33', gitVersion: 'v1.33.4' }),
    pods: JSON.stringify({ items: [{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'bad', namespace: 'shop' }, spec: { hostPID: true, containers: [{ name: 'app', image: 'x' }] } }] }),
  };

  /** A folder for the PATH with a program kubectl that answers from files and notes how it was called. */
  function kubectl(script = ''): { readonly path: string; readonly calls: () => readonly string[] } {
    const folder = folderOf(answers);
    const program = join(folder, 'kubectl');
    writeFileSync(program, [
      '#!/bin/sh', 'cd "$(dirname "$0")" && echo "$*" >> calls', script,
      'for word in "$@"; do case "$word" in api-resources | /version | pods) exec cat "./$word" ;; esac; done', 'echo \'{"items": []}\'', '',
    ].join('\n'));
    chmodSync(program, 0o755);
    return { path: `${folder}:${process.env['PATH']!}`, calls: () => readFileSync(join(folder, 'calls'), 'utf8').trimEnd().split('\n') };
  }
  const scan = (path: string, ...args: readonly string[]) => champ(['check', '--context', 'city-core', ...args], { PATH: path });

  it('judges what kubectl reads from that context, and calls nothing that changes or reveals', async () => {
    const { path, calls } = kubectl();
    const { code, out } = await scan(path, '--profile', 'pss-baseline', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      summary: { inputs: ['city-core'], kubernetes: '1.33', objects: 1 }, findings: [{ rule: 'NSA-POD-09', file: 'city-core/shop/pod.bad', object: { name: 'bad' } }], notJudged: expect.arrayContaining([expect.objectContaining({ what: 'Secret' })]),
    });
    expect(calls().filter((call) => !/^--context city-core --request-timeout \w+ (?:api-resources |get --raw \/version|get (?!secrets)[\w.-]+ --all-namespaces )/.test(call))).toEqual([]);
    expect(calls().filter((call) => / get /.test(call)).map((call) => / get ([a-z]\S+)/.exec(call)?.[1]).filter(Boolean)).toEqual(['namespaces', 'pods', 'deployments.apps']);
  });

  it('without kubectl says so', async () => {
    const { code, out, err } = await scan(folderOf({}));
    expect({ isOk: code === 0, out }).toEqual({ isOk: false, out: '' });
    expect(err).toMatch(/CHAMP5040 champ check --context\n.*kubectl.*\n.*PATH/);
  });

  it('gives the last line of what kubectl complains about', async () => {
    const { path } = kubectl('echo "a warning" >&2; echo "error: context \\"city-core\\" does not exist" >&2; exit 1');
    const { code, out, err } = await scan(path, '--lang', 'zh');
    expect({ isOk: code === 0, out }).toEqual({ isOk: false, out: '' });
    expect(err).toMatch(/CHAMP5041 champ check --context\n.*"city-core".*context "city-core" does not exist\n/);
    expect(err).not.toContain('a warning');
  });
});

describe('help', () => {
  it('names every exit code and gives examples that parse', async () => {
    const { out } = await inProcess('check', '--help');
    expect(out).toContain('0 clean, 1 findings, 2 wrong usage, 3');
    expect(out.match(/^ {2}champ check .*/gm)!.length).toBeGreaterThan(2);
  });

  it('is Chinese throughout', async () => {
    const { out } = await inProcess('check', '--help', '--lang', 'zh');
    for (const line of out.split('\n').filter((each) => /^ {2}-\w|^ {2}\d\./.test(each))) expect(line).toMatch(/[\u4e00-\u9fff]|-k, --kubernetes/);
  });
});
