/** All of Linyi on two clusters with their own ArgoCD, from the first publish to a rollback. The journeys follow one another on the same city. */
import { Linyi } from '../rig/linyi.ts';
import { admission } from './journeys/admission.ts';
import { disturbances } from './journeys/disturbances.ts';
import { drain } from './journeys/drain.ts';
import { drift } from './journeys/drift.ts';
import { escalation } from './journeys/escalation.ts';
import { firstSync } from './journeys/first-sync.ts';
import { gap } from './journeys/gap.ts';
import { health } from './journeys/health.ts';
import { imageChange } from './journeys/image-change.ts';
import { pruning } from './journeys/pruning.ts';
import { publishers } from './journeys/publishers.ts';
import { refused } from './journeys/refused.ts';
import { rollback } from './journeys/rollback.ts';
import { types } from './journeys/types.ts';
import { window } from './journeys/window.ts';

const started = Date.now();
const say = (text: string) => process.stderr.write(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${text}\n`);

describe('Linyi, delivered', () => {
  let found: Linyi | undefined;
  const linyi = () => {
    if (!found) throw new Error('the rig did not start');
    return found;
  };

  beforeAll(async () => {
    say('the operators root is not applied: the charts of operators cannot be pulled here');
    found = await Linyi.start(say);
  }, 900_000);

  afterAll(async () => { await found?.stop(); }, 120_000);
  afterEach(() => say(expect.getState().currentTestName ?? ''));

  firstSync(linyi, say);
  for (const journey of [types, imageChange, drift, admission, escalation, health, refused, pruning, rollback, disturbances, window, drain, gap, publishers]) journey(linyi);
});
