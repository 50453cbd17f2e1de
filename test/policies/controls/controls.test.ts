import { CONTROLS, controls, estateRules, objectRules } from '../../../policies/index.ts';

const CHAPTERS = { POD: 35, NET: 28, AUTH: 20, LOG: 10, UPG: 4 } as const;
const HAN = /\p{Script=Han}/u;

const expected = Object.entries(CHAPTERS).flatMap(([chapter, count]) => (
  Array.from({ length: count }, (_, index) => `NSA-${chapter}-${String(index + 1).padStart(2, '0')}`)
));

describe('the control list', () => {
  it('has every row of the guide and its extensions once, chapter by chapter', () => {
    expect(CONTROLS.map(({ id }) => id)).toEqual(expected);
    expect(expected).toHaveLength(97);
    expect(controls.size).toBe(97);
  });

  it.each(CONTROLS)('$id speaks both languages', ({ title, rationale, elsewhere }) => {
    for (const text of [title, rationale, ...(elsewhere ? [elsewhere] : [])]) {
      expect(text.zh).toMatch(HAN);
      expect(text.en).toMatch(/\w/);
      expect(text.en).not.toMatch(HAN);
    }
  });

  it('says who decides what is not decided on manifests', () => {
    const silent = CONTROLS.filter(({ decided, elsewhere }) => (decided === 'cluster' || decided === 'process') && !elsewhere);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('has no two rows of one title', () => {
    for (const language of ['zh', 'en'] as const) expect(new Set(CONTROLS.map(({ title }) => title[language])).size).toBe(CONTROLS.length);
  });
});

describe('rules and rows', () => {
  const judged = new Set([...objectRules, ...estateRules].map(({ id }) => id));

  it('every row that is decided here has a rule', () => {
    const here = CONTROLS.filter(({ decided }) => decided !== 'cluster' && decided !== 'process').map(({ id }) => id);
    expect(here.filter((id) => !judged.has(id))).toEqual([]);
  });

  it('no two object rules have one id and part, by which their admission policies are named', () => {
    const names = objectRules.map(({ id, part }) => `${id} ${part ?? ''}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('every rule has a row', () => {
    expect([...judged].filter((id) => !controls.has(id))).toEqual([]);
  });
});
