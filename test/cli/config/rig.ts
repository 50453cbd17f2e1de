import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentFolder, inProcess, type Ended } from '../../fixtures/champ.ts';

/** Environments with files of services in all formats and encodings, as copies of `dev`. */
export interface Rig {
  readonly folder: string;
  run(...args: readonly string[]): Promise<Ended>;
  json(...args: readonly string[]): Promise<{ readonly code: number | null; readonly document: any }>;
  put(environment: string, file: string, content: string | Uint8Array): void;
  bytes(environment: string, file: string): Buffer;
  has(environment: string, file: string): boolean;
  remove(): void;
}

export function rig(...names: readonly string[]): Rig {
  const { folder, put, remove } = environmentFolder(...names);
  const at = (environment: string, file: string) => join(folder, environment, 'config', file);
  const run = (...args: readonly string[]) => inProcess('--environments', folder, 'config', ...args);
  return {
    folder, run, remove,
    json: async (...args) => {
      const { code, out } = await run(...args, '--json');
      return { code, document: JSON.parse(out) as unknown };
    },
    put: (environment, file, content) => put(environment, join('config', file), content as string),
    bytes: (environment, file) => readFileSync(at(environment, file)),
    has: (environment, file) => existsSync(at(environment, file)),
  };
}

export const FSI = '# 接口服务\nfsi.window=86400\nfsi.mbs.url=http://${endpoint:hsa-mbs:http}/hsa-mbs\nfsi.sign-key=${secret:vendor-08/hsa-mbs-fsi/envelope#sm2-private-key}\n';
export const LOGBACK = '<?xml version="1.0" encoding="UTF-8"?>\n<configuration>\n  <root level="INFO"/>\n</configuration>\n';
