import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * Writes a report, with a line end after it. A kill leaves the former one or the new one; where a link leads is written, and what is no
 * file, such as a pipe or a device, stays that. Throws the file system's errors.
 */
export function writeReportFile(output: string, content: string): void {
  const text = content.endsWith('\n') ? content : `${content}\n`;
  const there = statSync(output, { throwIfNoEntry: false });
  if (there && !there.isFile()) {
    writeFileSync(output, text);
    return;
  }
  const target = there ? realpathSync(output) : output;
  const draft = `${target}.${process.pid}.part`;
  try {
    writeFileSync(draft, text, there ? { mode: there.mode } : {});
    renameSync(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
}
