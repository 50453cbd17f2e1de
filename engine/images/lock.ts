import { parseDocument } from 'yaml';

export interface LockRow {
  readonly section: 'services' | 'products';
  readonly key: string;
  readonly digest: string;
}

/** Writes digests into the text of a releases.yaml; comments and order stay. Once all are real, the file no longer says that they are samples (checksums of artefacts are another matter). */
export function lockReleases(text: string, rows: readonly LockRow[]): string {
  const document = parseDocument(text);
  for (const { section, key, digest } of rows) document.setIn([section, key, 'digest'], digest);
  document.delete('sampleDigests');
  return document.toString({ lineWidth: 0 });
}
