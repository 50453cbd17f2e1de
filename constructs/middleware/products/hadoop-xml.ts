/** A setting of Hadoop, Hive or HBase. */
export type Setting = readonly [name: string, value: string | number | boolean];

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The `*-site.xml` format of the Hadoop family. */
export function hadoopXml(settings: readonly Setting[]): string {
  const lines = settings.map(([name, value]) => `  <property><name>${name}</name><value>${String(value).replace(/[&<>]/g, (sign) => ESCAPES[sign]!)}</value></property>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<configuration>\n${lines.join('')}</configuration>\n`;
}
