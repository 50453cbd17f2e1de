import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connections, type ConnectionOptions } from '../../../cli/status/connections.ts';
import { ProblemError } from '../../../engine/problem/index.ts';

const ZONES = ['core', 'public'];
const folder = mkdtempSync(join(tmpdir(), 'champ-connections-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

function urls(options: ConnectionOptions, env: Record<string, string> = {}, declared: Record<string, string> = {}) {
  const found = connections(ZONES, ZONES, options, { ARGOCD_AUTH_TOKEN: 'a-token', ...env }, new AbortController().signal, declared);
  return found.map(({ zone, argo }) => {
    argo.close();
    return `${zone} ${argo.url}`;
  });
}
function codes(options: ConnectionOptions, env: Record<string, string> = {}) {
  try {
    urls(options, env);
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(({ code, args }) => `${code} ${args['value'] ?? ''}`.trim());
    throw error;
  }
  return [];
}

it('takes one address for all zones, and the own one of a zone before it', () => {
  expect(urls({ server: ['https://a.example', 'public=https://b.example'] })).toEqual(['core https://a.example', 'public https://b.example']);
});

it('takes the option, then the variable of the zone, then the one of all, then what the environment declares', () => {
  const env = { CHAMP_ARGOCD_SERVER_CORE: 'https://c.example', CHAMP_ARGOCD_SERVER: 'https://all.example' };
  expect(urls({ server: ['core=https://o.example'] }, env)).toEqual(['core https://o.example', 'public https://all.example']);
  expect(urls({}, env)).toEqual(['core https://c.example', 'public https://all.example']);
  expect(urls({}, { CHAMP_ARGOCD_SERVER_CORE: 'https://c.example' }, { core: 'https://d.example', public: 'https://e.example' })).toEqual(['core https://c.example', 'public https://e.example']);
});

it('names every zone without an address and every one without a token, at once', () => {
  expect(codes({})).toEqual(['CHAMP8017 core', 'CHAMP8017 public']);
  expect(codes({ server: ['core=https://a.example'] }, { ARGOCD_AUTH_TOKEN: '' }).sort()).toEqual(['CHAMP8014 core', 'CHAMP8017 public']);
});

it.each([
  [{ server: ['cor=https://a.example', 'https://a.example'] }, 'CHAMP8104 cor'], [{ server: ['https://a.example', 'https://b.example'] }, 'CHAMP8020 https://b.example'],
  [{ server: ['core='] }, 'CHAMP8020 core='], [{ server: ['http://a.example'] }, 'CHAMP8004 http://a.example'], [{ server: ['https://a.example'], requestTimeout: 'soon' }, 'CHAMP8020 soon'],
  [{ server: ['https://a.example'], ca: [file('no.pem', 'none')] }, 'CHAMP8016'], [{ server: ['https://a.example'], tokenFile: [join(folder, 'none')] }, 'CHAMP8015'],
  [{ server: ['https://a.example'], tokenFile: [file('empty', '\n')] }, 'CHAMP8015'],
])('refuses %j', (options, code) => {
  expect(codes(options)).toContain(code);
});
