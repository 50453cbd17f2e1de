/** Comment of a row whose image nobody has built; `champ new service` writes it. */
export const SAMPLE_NOTE = 'sample: not built yet';

/** The text of a releases.yaml in which the row of a service no longer says that it is a sample. */
export function withoutSampleNote(text: string, service: string): string {
  return text.replace(new RegExp(`^(\\s*(['"]?)${service}\\2:) # ${SAMPLE_NOTE}$`, 'm'), '$1');
}
