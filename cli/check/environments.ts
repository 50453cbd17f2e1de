import { join } from 'node:path';
import { fileOf } from '../../engine/manifest.ts';
import { printYaml } from '../../engine/emit/index.ts';
import type { EstateFile, EstateObject } from '../../engine/policy/index.ts';
import { locate } from '../../engine/manifests/index.ts';
import { paramsOf, policyFacts, rulesVersion, waiversOf } from '../estate/policies.ts';
import type { Rendered } from '../estate/estate.ts';
import type { CheckInput } from './input.ts';

/** A rendered environment, as the rules see it. Files are named as synth writes them below `out`. */
export function environmentInput({ environment, output }: Rendered, out = 'dist'): CheckInput {
  const folder = join(out, environment.name).split('\\').join('/');
  const shown = (file: string) => `${folder}/${file}`;
  return {
    name: environment.name,
    kubernetes: rulesVersion(environment.props.kubernetes),
    waivers: waiversOf(environment),
    notJudged: [],
    problems: [],
    locate: (at, field) => locate(at, field, () => textOf(at)),
    zones: environment.zones.map((zone) => ({
      zone: zone.id,
      objects: output.objects.filter((object) => object.zone === zone.id).map((object): EstateObject => ({
        manifest: object.manifest, zone: zone.id, file: shown(fileOf(object)), construct: object.path, source: object.source,
      })),
      files: output.files.filter(({ file }) => file.startsWith(`${zone.id}/`)).map(({ file, content, path, source }) => ({ zone: zone.id, file: shown(file), content, construct: path, source })),
      facts: policyFacts(zone),
      params: paramsOf(zone, output.objects),
    })),
  };
}

/** What synth writes for it: few have findings, so the rest is not printed. */
function textOf(at: EstateObject | EstateFile): string {
  if ('manifest' in at) return printYaml(at.manifest);
  return typeof at.content === 'string' ? at.content : printYaml(at.content);
}
