import { PATHS, PRESETS, settlementCity, SUBSYSTEMS, subsystemsOf, type CityPreset, type MiddlewarePreset } from '../../../../apps/medical-insurance/index.ts';
import * as release from '../../../../apps/medical-insurance/index.ts';
import { MIDDLEWARE } from '../../../../constructs/middleware/index.ts';
import { SERVICE_KINDS } from '../../../../constructs/service/kinds.ts';

const cities = PRESETS.filter((each): each is CityPreset => each.kind === 'city');
const sets = PRESETS.filter((each): each is MiddlewarePreset => each.kind === 'middleware');

it('has ids of its own, each once, and both languages', () => {
  expect(new Set(PRESETS.map(({ id }) => id)).size).toBe(PRESETS.length);
  for (const { id, zh, en, about } of PRESETS) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const text of [{ zh, en }, about]) expect([/[\u4e00-\u9fff]/.test(text.zh), /[\u4e00-\u9fff]/.test(text.en), text.en !== '']).toEqual([true, false, true]);
  }
});

it.each(cities)('$id fits the release', (preset) => {
  expect(subsystemsOf(preset).length).toBe(SUBSYSTEMS.length - (preset.selection?.without.length ?? 0));
});

it.each(cities.filter(({ selection }) => selection))('$id is exported under the name that an environment imports it by', (preset) => {
  expect((release as Readonly<Record<string, unknown>>)[preset.name!]).toBe(preset);
});

it('settlement-city has every service of networked and of cross-province settlement', () => {
  const services = new Set(subsystemsOf(settlementCity).flatMap((row) => Object.keys(row.services)));
  for (const path of ['networked-settlement-outpatient', 'networked-settlement-inpatient', 'cross-province-settlement', 'day-end-reconciliation', 'catalogue-download']) {
    expect(PATHS[path]!.hops.filter((hop) => !hop.startsWith('@') && !services.has(hop))).toEqual([]);
  }
});

it.each(sets)('$id adds what its service kinds do not bring, and a schema for each of its databases', ({ uses, schemas, for: kinds }) => {
  for (const kind of kinds) expect(uses.filter((each) => SERVICE_KINDS[kind].uses.includes(each))).toEqual([]);
  expect(uses.every((kind) => MIDDLEWARE[kind])).toBe(true);
  expect([...schemas].sort()).toEqual(uses.filter((kind) => kind === 'relational-db' || kind === 'distributed-db').sort());
});
