import { readFileSync } from 'node:fs';
import { list, object, oneOf, optional, parseFacts, text } from '../../engine/facts/index.ts';
import { problem, ProblemError, Problems } from '../../engine/problem/index.ts';
import { decodeText, MAX_BYTES, readText } from '../../engine/text/index.ts';

/** One image to set, and how problems name the place that asks for it. */
export interface Wanted {
  readonly service: string;
  readonly image: string;
  readonly artifactSha256?: string;
  /** Name of the file that was newly delivered. */
  readonly newArtifact?: string;
  readonly where: string;
}

const document = object({
  version: oneOf(1),
  releases: list(object({
    service: text(), image: text(), artifactSha256: optional(text()), newArtifact: optional(text()),
    // as `champ release list --json` writes it
    artefact: optional(object({ name: text(), sha256: text() })),
  })),
});

/** The document of `--from`; `-` is standard input. Throws a ProblemError with all that is wrong in it. */
export function readWanted(file: string): readonly Wanted[] {
  const name = file === '-' ? 'stdin' : file;
  const problems = new Problems();
  const content = file === '-' ? readStandardInput(name) : readText(file);
  const read = parseFacts(content, name, document, problems);
  problems.throwIfAny();
  const { value, at } = read!;
  return value.releases.map(({ service, image, artifactSha256, newArtifact, artefact }, index) => ({
    service, image, artifactSha256: artifactSha256 ?? artefact?.sha256, newArtifact: newArtifact ?? artefact?.name, where: at(['releases', index, 'service']),
  }));
}

function readStandardInput(name: string): string {
  const bytes = readFileSync(0);
  if (bytes.length > MAX_BYTES) throw new ProblemError([problem('CHAMP1102', name, { value: bytes.length, allowed: `<= ${MAX_BYTES}` })]);
  return decodeText(bytes, name);
}
