import { join, relative } from 'node:path';
import { readManifests } from '../../../engine/manifests/index.ts';
import { configMap, folderOf } from './folder.ts';

const hash = `sha256:${'0'.repeat(64)}`;

function estate(environment: string): Record<string, string> {
  const object = (zone: string) => ({ file: `${zone}/app/configmap.${zone}.yaml`, apiVersion: 'v1', kind: 'ConfigMap', name: zone, hash, path: `${environment}/${zone}/app`, source: 'apps/a.ts:1' });
  const ledger = { version: 1, environment, objects: [object('core'), object('public')], files: [{ file: 'core/control-plane/flags.yaml', hash, path: `${environment}/core`, source: '' }] };
  return {
    [`${environment}/ledger.json`]: JSON.stringify(ledger),
    [`${environment}/core/app/configmap.core.yaml`]: configMap('core'),
    [`${environment}/public/app/configmap.public.yaml`]: configMap('public'),
    [`${environment}/core/control-plane/flags.yaml`]: 'anything: true\n',
  };
}

it('a folder with a ledger gives zone, construct and source, and its other files', () => {
  const folder = folderOf(estate('linyi'));
  const found = readManifests([join(folder, 'linyi')]);
  expect(found.estates).toEqual(['linyi']);
  expect(found.objects).toMatchObject([{ zone: 'core', construct: 'linyi/core/app', source: 'apps/a.ts:1' }, { zone: 'public', construct: 'linyi/public/app' }]);
  expect(found.files).toMatchObject([{ zone: 'core', content: { anything: true }, construct: 'linyi/core' }]);
  expect([found.problems, found.skipped]).toEqual([[], []]);
});

it('objects of several environments are not mixed', () => {
  const folder = folderOf({ ...estate('linyi'), ...estate('dev') });
  const found = readManifests([folder]);
  expect(found.estates).toEqual(['dev', 'linyi']);
  expect(found.objects.map(({ zone }) => zone)).toEqual(['dev/core', 'dev/public', 'linyi/core', 'linyi/public']);
});

it('environments of one name are not mixed either', () => {
  const folder = folderOf(Object.fromEntries(Object.entries(estate('dev')).flatMap(([name, text]) => [[`a/${name}`, text], [`b/${name}`, text]])));
  expect(new Set(readManifests([folder]).objects.map(({ zone }) => zone)).size).toBe(4);
});

it('a part of an estate knows its zone', () => {
  const folder = folderOf(estate('linyi'));
  const found = readManifests([join(folder, 'linyi/core'), join(folder, 'linyi/public/app/configmap.public.yaml')]);
  expect(found.objects.map(({ zone, construct }) => [zone, construct])).toEqual([['core', 'linyi/core/app'], ['public', 'linyi/public/app']]);
  expect(found.files).toHaveLength(1);
  expect(found.problems).toEqual([]);
});

it('a file that the ledger lists and that is gone is reported', () => {
  const { 'linyi/core/app/configmap.core.yaml': _, ...rest } = estate('linyi');
  const { problems } = readManifests([join(folderOf(rest), 'linyi')]);
  expect(problems.map(({ code, where }) => [code, where])).toEqual([['CHAMP6001', 'linyi/core/app/configmap.core.yaml']]);
});

it('a broken ledger is reported and zones are kept apart still', () => {
  const folder = folderOf({ ...estate('linyi'), 'linyi/ledger.json': '{}' });
  const { problems, objects } = readManifests([folder]);
  expect(problems.map(({ code, where }) => [code, relative(folder, where)])).toEqual([['CHAMP4020', 'linyi/ledger.json']]);
  expect(objects.map(({ zone }) => zone)).toEqual(['core', 'public']);
});
