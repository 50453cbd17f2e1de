import { readOptions, roundsFor } from '../../../bench/race/options.ts';

it('races everyone at four sizes by default', () => {
  expect(readOptions([])).toMatchObject({ sizes: [500, 1000, 2000, 4000], peers: ['helm', 'jsonnet', 'cue', 'kustomize', 'cdk8s'], limit: 120, kinds: undefined });
});

it('reads what is asked for, sizes in order and each once', () => {
  expect(readOptions(['--sizes', '1000,500,1000', '--rounds', '3', '--peers', 'helm,cue', '--kinds', 'Service,Deployment', '--json', 'x.json']))
    .toMatchObject({ sizes: [500, 1000], rounds: 3, peers: ['helm', 'cue'], kinds: ['Service', 'Deployment'], json: 'x.json' });
});

it.each([[['--sizes', '0']], [['--sizes', '1,x']], [['--rounds', '-1']], [['--peers', 'tanka']], [['--speed']]])('refuses %p', (argv) => {
  expect(() => readOptions(argv)).toThrow();
});

it('has more rounds where runs are short', () => {
  expect([500, 1000, 2000].map((services) => roundsFor(services))).toEqual([5, 5, 3]);
  expect(roundsFor(4000, 7)).toBe(7);
});
