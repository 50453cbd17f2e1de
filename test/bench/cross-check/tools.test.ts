import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ofChamp, ofCheckov, ofKubeScore, zonesOf } from '../../../bench/cross-check/tools.ts';

it('reads the objects of checkov, whose names may hold dots, and of its secret scan, which names files', () => {
  const kubernetes = { check_type: 'kubernetes', results: { failed_checks: [{ check_id: 'CKV_K8S_40', resource: 'StatefulSet.core-mw-mq.mq.broker', file_path: '/a.yaml' }] } };
  const secrets = { check_type: 'secrets', results: { failed_checks: [{ check_id: 'CKV_SECRET_6', resource: '19ac05', file_path: '/core-mw-olap/externalsecret.olap-root.yaml' }] } };
  expect(ofCheckov('core', [kubernetes, secrets])).toEqual([
    { tool: 'checkov', id: 'CKV_K8S_40', object: 'core/core-mw-mq/StatefulSet/mq.broker' },
    { tool: 'checkov', id: 'CKV_SECRET_6', object: 'core/core-mw-olap/ExternalSecret/olap-root' },
  ]);
  expect(ofCheckov('core', kubernetes)).toHaveLength(1);
  expect(ofCheckov('core', { passed: 0, failed: 0 })).toEqual([]);
});

it('leaves out what kube-score skips or finds good', () => {
  const check = (id: string, grade: number, skipped = false) => ({ check: { id }, grade, skipped });
  const scored = { type_meta: { kind: 'Deployment' }, object_meta: { name: 'a', namespace: 'apps' }, checks: [check('bad', 1), check('warned', 5), check('good', 10), check('skipped', 0, true)] };
  expect(ofKubeScore('core', [scored])).toEqual(['bad', 'warned'].map((id) => ({ tool: 'kube-score', id, object: 'core/apps/Deployment/a' })));
});

it('reads findings of champ with the zone of each', () => {
  const findings = [{ rule: 'NSA-POD-12', zone: 'core', object: { kind: 'DaemonSet', namespace: 'agents', name: 'a' } }, { rule: 'NSA-POD-21', object: { kind: 'Namespace', name: 'b' } }];
  expect(ofChamp({ findings }).map(({ id, object }) => [id, object])).toEqual([['NSA-POD-12', 'core/agents/DaemonSet/a'], ['NSA-POD-21', '//Namespace/b']]);
});

it('takes the zones of a folder of synth apart, and any other folder as one cluster', () => {
  const folder = mkdtempSync(join(tmpdir(), 'champ-cross-check-'));
  try {
    mkdirSync(join(folder, 'core'));
    mkdirSync(join(folder, 'public'));
    expect(zonesOf(folder).map((each) => each.folder)).toEqual([folder]);
    writeFileSync(join(folder, 'ledger.json'), '{}');
    expect(zonesOf(folder).map((each) => each.zone).sort()).toEqual(['core', 'public']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
