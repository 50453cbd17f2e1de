import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problem, ProblemError, type Code } from '../../problem/index.ts';

/** What the signatures are for: none made for anything else is accepted. */
export const NAMESPACE = 'champ-bundle';

const [BEGIN, FINISH] = ['-----BEGIN SSH SIGNATURE-----', '-----END SSH SIGNATURE-----'];

/** A detached signature in OpenSSH's armour. `key` is a private key, or a public one whose other half an ssh agent holds. */
export async function sign(content: Buffer, key: string): Promise<Buffer> {
  readable(key, 'CHAMP7203');
  const { code, out, err } = await sshKeygen(['-Y', 'sign', '-n', NAMESPACE, '-f', key], content);
  if (code !== 0) throw new ProblemError([problem('CHAMP7203', key, { why: lastLine(err) })]);
  return armour(out) ?? refuse('CHAMP7203', key, { why: 'ssh-keygen' });
}

/** The principal of `allowedSigners` (ssh-keygen(1), ALLOWED SIGNERS) whose key made the signature and is valid now; throws when there is none. */
export async function verify(content: Buffer, signature: Buffer, allowedSigners: string, where: string): Promise<string> {
  readable(allowedSigners, 'CHAMP7221');
  // base64 has bits that say nothing: only one way of writing is accepted
  if (!armour(signature.toString('latin1'))?.equals(signature)) throw new ProblemError([problem('CHAMP7219', where)]);
  const folder = mkdtempSync(join(tmpdir(), 'champ-signature-'));
  try {
    const file = join(folder, 'signature');
    writeFileSync(file, signature, { mode: 0o600 });
    const sound = await sshKeygen(['-Y', 'check-novalidate', '-n', NAMESPACE, '-s', file], content);
    if (sound.code !== 0) throw new ProblemError([problem('CHAMP7219', where)]);
    const found = await sshKeygen(['-Y', 'find-principals', '-s', file, '-f', allowedSigners]);
    let said = found.err;
    for (const principal of found.code === 0 ? lines(found.out) : []) {
      const verified = await sshKeygen(['-Y', 'verify', '-I', principal, '-n', NAMESPACE, '-s', file, '-f', allowedSigners], content);
      if (verified.code === 0) return principal;
      said += verified.err;
    }
    const late = /key (?:has expired|is not yet valid): (.*)/.exec(said);
    return late ? refuse('CHAMP7205', where, { why: late[0] }) : refuse('CHAMP7204', where, { value: keyOf(sound.out + sound.err), allowed: allowedSigners });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function refuse(code: Code, where: string, args: Readonly<Record<string, string>>): never {
  throw new ProblemError([problem(code, where, args)]);
}

function readable(file: string, code: Code): void {
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    refuse(code, file, { why: (error as NodeJS.ErrnoException).code ?? '' });
  }
}

/** As OpenSSH writes it: base64 in lines of 70; undefined when it is no signature. */
function armour(text: string): Buffer | undefined {
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(FINISH);
  if (from < 0 || to < from) return undefined;
  const base64 = Buffer.from(text.slice(from + BEGIN.length, to).replace(/\s/g, ''), 'base64').toString('base64');
  return Buffer.from([BEGIN, ...(base64.match(/.{1,70}/g) ?? []), FINISH, ''].join('\n'));
}

const lines = (text: string): readonly string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
const lastLine = (text: string): string => lines(text).filter((line) => !/^[@ ]+$/.test(line)).at(-1) ?? '-';
const keyOf = (text: string): string => /SHA256:\S+/.exec(text)?.[0] ?? '-';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function sshKeygen(args: readonly string[], input?: Buffer): Promise<Ended> {
  return new Promise((resolve, reject) => {
    // a passphrase is asked for on the terminal or not at all
    const child = spawn('ssh-keygen', args, { env: { ...process.env, LC_ALL: 'C', SSH_ASKPASS_REQUIRE: 'never' }, stdio: ['pipe', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('latin1').on('data', (text: string) => { out += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text; });
    child.stdin.on('error', () => {});
    child.on('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ENOENT' ? new ProblemError([problem('CHAMP5040', 'ssh-keygen', { value: 'ssh-keygen' })]) : error));
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}
