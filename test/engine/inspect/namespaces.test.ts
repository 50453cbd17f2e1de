import { namespaces } from '../../../engine/inspect/index.ts';
import { codesOf, configMap, manifest, namespace, object, only } from './objects.ts';

describe('namespaces', () => {
  it('accepts a namespace that is declared, that facts know, or that every cluster has', () => {
    const existing = [{ kind: 'Namespace', name: 'argocd' }];
    const inside = (name: string) => object(manifest('v1', 'ConfigMap', 'settings', {}, { namespace: name }));
    expect(codesOf(namespaces, [namespace(), configMap({}), inside('argocd'), inside('kube-system')], { existing })).toEqual([]);
  });

  it('refuses a namespace that is only near a declared one', () => {
    expect(only(namespaces, [namespace('core-mba'), configMap({})])).toMatchObject({ code: 'CHAMP3023', args: { value: 'core-mbs', near: 'core-mba', zone: 'core' } });
  });

  it('refuses a namespace that only another zone declares', () => {
    const elsewhere = object(namespace().manifest, { zone: 'public' });
    expect(codesOf(namespaces, [elsewhere, configMap({})])).toEqual(['CHAMP3023']);
  });
});
