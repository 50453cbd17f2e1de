import { leftOpen } from '../../../engine/policy/partial.ts';
import type { PodSource } from '../../../engine/pods/index.ts';
import type { CelCheck } from '../../../engine/policy/index.ts';

const pod = (spec: object, partial = true): PodSource => ({ field: 'spec', metadataField: 'metadata', spec: spec as PodSource['spec'], metadata: { annotations: {} }, containers: [], partial });
const check = (scope: CelCheck['scope'], field: string): CelCheck => ({ scope, field, expression: 'true' });
const container = (settings: object, made: boolean) => ({ name: 'x', field: 'x', container: settings as PodSource['spec'], made });

describe('a check of a pod that an operator completes', () => {
  it('is left open where the pod does not say its field', () => {
    expect(leftOpen(check('pod', 'securityContext.runAsUser'), pod({ securityContext: {} }))).toBe(true);
    expect(leftOpen(check('pod', 'securityContext.runAsUser'), pod({ securityContext: { runAsUser: 0 } }))).toBe(false);
    expect(leftOpen(check('podMetadata', 'labels'), pod({}))).toBe(true);
    expect(leftOpen(check('podMetadata', 'annotations'), pod({}))).toBe(false);
  });

  it('is left open where the operator makes the container', () => {
    expect(leftOpen(check('container', 'securityContext.privileged'), pod({}), container({}, true))).toBe(true);
    expect(leftOpen(check('container', 'securityContext.privileged'), pod({}), container({ securityContext: { privileged: true } }, true))).toBe(false);
  });

  it('is judged on a container of its own, but for what it may take from the pod', () => {
    expect(leftOpen(check('container', 'securityContext.readOnlyRootFilesystem'), pod({}), container({}, false))).toBe(false);
    expect(leftOpen(check('container', 'securityContext.seccompProfile.type'), pod({}), container({}, false))).toBe(true);
    expect(leftOpen(check('container', 'securityContext.runAsNonRoot'), pod({ securityContext: { runAsNonRoot: true } }), container({}, false))).toBe(false);
  });

  it('is judged on every volume, and on everything of a whole pod', () => {
    expect(leftOpen(check('volume', 'hostPath'), pod({}))).toBe(false);
    expect(leftOpen(check('pod', 'hostUsers'), pod({}, false))).toBe(false);
  });
});
