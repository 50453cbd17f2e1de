/** The program of ArgoCD itself, on files: no cluster and no server. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tool } from '../rig/tools.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
}

/** A health that the program told, or `none` where it judges no such kind. */
export interface Told {
  readonly status: string;
  readonly message: string;
}

export class ArgoCdAdmin {
  private readonly folder = mkdtempSync(join(tmpdir(), 'champ-argocd-'));
  private readonly program = process.env['CHAMP_ARGOCD_PATH'] ?? tool('argocd');
  private files = 0;

  constructor() {
    // some commands want an address and never ask it
    this.file('kubeconfig', {
      apiVersion: 'v1', kind: 'Config', 'current-context': 'none', clusters: [{ name: 'none', cluster: { server: 'https://127.0.0.1:1' } }],
      users: [{ name: 'none', user: { token: randomBytes(8).toString('hex') } }], contexts: [{ name: 'none', context: { cluster: 'none', user: 'none' } }],
    });
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }

  /** Writes it as JSON, which is YAML too; returns the path. */
  file(name: string, content: unknown): string {
    const path = join(this.folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  }

  run(...args: readonly string[]): Promise<Ended> {
    const env = { PATH: process.env['PATH'], HOME: this.folder, KUBECONFIG: join(this.folder, 'kubeconfig'), ARGOCD_BINARY_NAME: 'argocd' };
    return new Promise((resolve) => {
      execFile(this.program, ['admin', 'settings', ...args], { env, timeout: 60_000 }, (error, out, err) => resolve({ code: error ? Number(error.code ?? -1) : 0, out: error ? `${out}${err}` : out }));
    });
  }

  async health(object: unknown, settings: string): Promise<Told> {
    const { code, out } = await this.run('resource-overrides', 'health', this.file(`object-${++this.files}`, object), '--argocd-cm-path', settings);
    if (code !== 0) throw new Error(out);
    if (out.startsWith('Health script is not configured')) return { status: 'none', message: '' };
    const [, status = out, message = ''] = /^STATUS: (.*)\nMESSAGE: (.*)/.exec(out) ?? [];
    return { status, message };
  }
}
