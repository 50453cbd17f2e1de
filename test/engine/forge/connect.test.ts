import { forgePlace, connectForge, type ForgeOptions } from '../../../engine/forge/index.ts';

const place = (remote: string, more: Partial<ForgeOptions> = {}) => forgePlace({ remote, env: {}, ...more });

it.each([
  ['git@github.com:city/platform.git', 'github', 'https://github.com'],
  ['ssh://git@ssh.github.com:443/city/platform.git', 'github', 'https://github.com'],
  ['https://gitlab.com/city/sub/platform.git', 'gitlab', 'https://gitlab.com'],
])('knows %s', (remote, kind, base) => {
  expect(place(remote)).toMatchObject({ kind, base });
});

it('takes the option, then the variable, and asks where neither is there', () => {
  const remote = 'git@git.example:city/platform.git';
  expect(place(remote, { kind: 'github', env: { CHAMP_FORGE: 'gitlab' } })).toMatchObject({ kind: 'github', base: 'https://git.example' });
  expect(place(remote, { env: { CHAMP_FORGE: 'gitlab', CHAMP_FORGE_URL: 'https://pages.example/git/' } })).toMatchObject({ kind: 'gitlab', base: 'https://pages.example/git' });
  expect(() => place(remote)).toThrow(/CHAMP9302[^]*gitlab, github/);
  expect(() => place(remote, { env: { CHAMP_FORGE: 'gitea' } })).toThrow('CHAMP9302');
});

it('refuses groups below groups on GitHub, and addresses that would show the token', () => {
  expect(() => place('git@github.com:city/sub/platform.git')).toThrow('CHAMP9301');
  for (const url of ['http://git.example', 'git.example', 'git.example:8443', 'https://li:x@git.example', 'https://git.example?a=b', 'ftp://git.example', '']) {
    if (url !== '') expect(() => place('git@git.example:city/platform.git', { kind: 'gitlab', url })).toThrow('CHAMP9303');
  }
});

it.each([
  ['gitlab', 'https://git.example/api/v4/', 'https://git.example/api/v4'],
  ['gitlab', 'https://git.example/below', 'https://git.example/below/api/v4'],
  ['github', 'https://github.com', 'https://api.github.com'],
  ['github', 'https://city.ghe.com', 'https://api.city.ghe.com'],
  ['github', 'https://git.example/api/v3', 'https://git.example/api/v3'],
] as const)('%s at %s answers at %s', (kind, url, api) => {
  const forge = connectForge({ remote: 'git@git.example:city/platform.git', kind, url, env: { CHAMP_FORGE_TOKEN: 'test-only' } });
  expect(forge.url).toBe(api);
  forge.close();
});

it('wants a token of one line, and never shows it', () => {
  const connect = (env: NodeJS.ProcessEnv, kind: 'gitlab' | 'github' = 'gitlab') => connectForge({ remote: 'git@git.example:city/platform.git', kind, env }).close();
  expect(() => connect({})).toThrow(/CHAMP9304[^]*CHAMP_FORGE_TOKEN, GITLAB_TOKEN/);
  expect(() => connect({ GITLAB_TOKEN: 'test-only' }, 'github')).toThrow('CHAMP9304');
  expect(() => connect({ GITHUB_TOKEN: 'test only\nhidden' }, 'github')).toThrow(/^(?![^]*hidden)[^]*CHAMP8015/);
  expect(() => connect({ GITLAB_TOKEN: 'test-only', CHAMP_FORGE_CA: '/nothing.pem' })).toThrow('CHAMP8016');
});
