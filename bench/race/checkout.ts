import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { productImages } from '../../constructs/images.ts';
import { checkoutInto } from '../../test/fixtures/checkout.ts';
import { appFile, ENVIRONMENT, environmentFile, releasesFile, subsystemFile, subsystems } from './rows.ts';

/**
 * A checkout of the project below `folder` with one environment of `services` services in it, beside an app with their rows: what a
 * team that starts from this repository has. Returns its path; `champ` in it is the shipped command.
 */
export function checkout(folder: string, services: number): string {
  const root = checkoutOf(folder);
  writeEstate(root, services);
  return root;
}

/** The same without any environment. */
export function checkoutOf(folder: string): string {
  const root = join(folder, 'checkout');
  checkoutInto(root, { environments: false });
  return root;
}

export function writeEstate(root: string, services: number): void {
  const list = subsystems(services);
  const write = (folder: string, files: Readonly<Record<string, string>>) => {
    mkdirSync(join(root, folder), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, folder, name), text);
  };
  write(`apps/${ENVIRONMENT}`, { ...Object.fromEntries(list.map((each) => [`${each.id}.ts`, subsystemFile(each)])), 'index.ts': appFile(list) });
  write(`environments/${ENVIRONMENT}`, { 'index.ts': environmentFile(), 'releases.yaml': releasesFile(list, productImages()), 'sizes.yaml': 'profile: city10M\n' });
}
