import { packOf, type Printed } from '../../../../cli/diff/sides/pack.ts';
import { plannedAgain } from '../../../../cli/diff/sides/planned.ts';
import type { Given } from '../../../../cli/diff/sides/contents.ts';
import { ledgerFiles, planTree, type Tree } from '../../../../engine/emit/index.ts';
import type { RenderedObject } from '../../../../engine/manifest.ts';
import { rendered } from '../../../fixtures/linyi.ts';

/** The same environment with other objects, which notes whether it was printed as a whole. */
function changed(change: (objects: readonly RenderedObject[]) => readonly RenderedObject[]): Printed & { readonly printed: () => boolean } {
  const { output } = rendered('dev');
  const objects = change(output.objects);
  let tree: Tree | undefined;
  return {
    output: { ...output, objects }, printed: () => tree !== undefined,
    get tree() { return (tree ??= planTree({ environment: 'dev', objects, files: output.files })); },
  };
}

const former = (): Given => ({ name: 'dev', ...packOf(rendered('dev')) });
const contentsOf = ({ ledger, contentOf }: Given) => ledgerFiles(ledger).map(({ file }) => contentOf(file).toString());

it('is what printing all of it comes to, without printing what the base has', () => {
  const state = changed((objects) => objects.slice(1).map((object, index) => (index === 7 ? { ...object, path: 'moved', manifest: { ...object.manifest, metadata: { ...object.manifest.metadata, annotations: { a: 'new' } } } } : object)));
  const again = plannedAgain('dev', state, former());
  expect(state.printed()).toBe(false);
  const whole = plannedAgain('dev', state);
  expect(state.printed()).toBe(true);
  expect(again.ledger).toEqual(whole.ledger);
  expect(contentsOf(again)).toEqual(contentsOf(whole));
});

it('has the construct and the place of the head where the base has the same object from elsewhere', () => {
  const state = changed((objects) => objects.map((object) => ({ ...object, path: `new/${object.path}`, source: 'apps/new.ts:1' })));
  expect(plannedAgain('dev', state, former()).ledger.objects.filter(({ path, source }) => !path.startsWith('new/') || source !== 'apps/new.ts:1')).toEqual([]);
});

it('refuses two objects of one file as synth does', () => {
  const state = changed((objects) => [...objects, objects[0]!]);
  expect(() => plannedAgain('dev', state, former())).toThrow('CHAMP4010');
});

it('prints all of it where the base does not tell what it was printed from', () => {
  const { fingerprint: _, ...older } = former();
  const state = changed((objects) => objects);
  plannedAgain('dev', state, older);
  expect(state.printed()).toBe(true);
});
