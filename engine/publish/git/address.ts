import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';

/** A text that may hold addresses, without the user and password of any of them. */
export function masked(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s'"@]*@(?:[^/\s'"@]*@)*/gi, '$1***@');
}

/** The address without user and password, for files that others read; an ssh user such as `git` stays. */
export function withoutCredentials(address: string): string {
  return address.replace(/^(https?:\/\/)[^/]*@/i, '$1').replace(/^(ssh:\/\/[^/:@]*):[^/@]*@/i, '$1@');
}

/** Why the git program must not be given this address; undefined when it may. */
export function addressFault(address: string): string | undefined {
  if (address.trim() === '') return 'empty';
  if (address.startsWith('-')) return 'starts with -';
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f]/.test(address)) return 'control characters';
  // such a helper would run a program of the address's choice
  if (/^[a-z0-9+.-]+::/i.test(address)) return 'remote helper';
  return undefined;
}

/** A folder on this machine is meant from where the command runs; the git program runs elsewhere. */
export function absoluteAddress(address: string, from: string = process.cwd()): string {
  const local = address.trim() !== '' && !isAbsolute(address) && !/^[a-z][a-z0-9+.-]*:\/\//i.test(address);
  return local && existsSync(resolve(from, address)) ? resolve(from, address) : address;
}
