import { remoteProject } from '../../../engine/forge/remote-project.ts';
import { ProblemError } from '../../../engine/problem/index.ts';

it.each([
  ['git@git.example:city/sub/platform.git', 'git.example', 'https://git.example', 'city/sub/platform'],
  ['git.example:city/platform', 'git.example', 'https://git.example', 'city/platform'],
  ['git@git.example:/city/platform.git/', 'git.example', 'https://git.example', 'city/platform'],
  ['https://git.example/city/platform.git', 'git.example', 'https://git.example', 'city/platform'],
  ['https://li:secret@GIT.example:8443/city/platform', 'git.example:8443', 'https://git.example:8443', 'city/platform'],
  ['ssh://git@git.example:2222/city/sub/platform.git', 'git.example', 'https://git.example', 'city/sub/platform'],
  ['http://127.0.0.1:3000/city/platform.git', '127.0.0.1:3000', 'http://127.0.0.1:3000', 'city/platform'],
  ['https://git.example/a.b/c_d-e.git', 'git.example', 'https://git.example', 'a.b/c_d-e'],
])('reads host and project of %s', (address, host, url, path) => {
  expect(remoteProject(address)).toEqual({ host, url, path });
});

it('takes the folder of the forge for no group', () => {
  expect(remoteProject('https://git.example/gitlab/city/platform.git', 'https://git.example/gitlab')).toMatchObject({ path: 'city/platform' });
  expect(remoteProject('git@git.example:gitlab/platform.git', 'https://git.example/gitlab')).toMatchObject({ path: 'gitlab/platform' });
});

it.each(['', '/srv/git/platform.git', '../platform.git', 'C:/git/platform.git', 'C:\\git\\platform', 'file:///srv/git/a/b.git', 'https://git.example/platform.git', 'git@git.example:platform.git', 'https://git.example/a/../b', 'https://git.example/a/b c'])('refuses %j', (address) => {
  expect(() => remoteProject(address)).toThrow(ProblemError);
});

it('shows no password of an address that it refuses', () => {
  expect(() => remoteProject('https://li:secret@git.example/platform')).toThrow(/^(?![^]*secret)[^]*CHAMP9301/);
});
