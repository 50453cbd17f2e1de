import { JsonFile, javascript } from 'projen';
import { CITY, ci } from './cli/ci/index.ts';

const project = new javascript.NodeProject({
  name: 'champ',
  description: 'CHAMP as code: a city\'s medical-insurance platform on Kubernetes, described in TypeScript, rendered for GitOps',
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.19.0',
  licensed: false,
  github: false,
  package: false,
  release: false,
  jest: false,
  depsUpgrade: false,
  projenrcJs: false,
  entrypoint: '',
  projenVersion: '0.103.25',
  bin: { champ: 'cli/champ.js' },
  bundledDeps: [],
  deps: [
    'cdk8s@2.70.106', 'cdk8s-plus-28@2.5.6', 'constructs@10.8.1', 'yaml@2.9.1', // the model and its files
    'tsx@4.23.15', 'esbuild@0.28.2', 'commander@14.0.3', '@bomb.sh/tab@0.0.22', 'picocolors@1.1.1', // the command
    'fast-xml-parser@5.12.1', 'dot-properties@1.1.2', // configuration files of services
    '@marcbachmann/cel-js@8.0.0', // the language of admission policies, judged offline
    'openapi-fetch@0.17.0', 'eventsource-parser@3.1.1', // the client of ArgoCD
    '@gitbeaker/rest@43.8.0', '@gitbeaker/requester-utils@43.8.0', '@octokit/rest@22.0.1', // GitLab and GitHub
  ],
  devDeps: [
    'typescript@7.0.2', 'oxlint@1.94.0', 'jest@30.5.2', '@swc/core@1.16.22', '@swc/jest@0.2.39',
    'constructs@10.8.1', '@types/jest@30.0.0', '@types/node@20.19.43', 'fast-check@4.10.2', 'ajv@8.17.1',
  ],
  gitignore: ['.*.champ-lock*', '.*.champ-draft', '/dist/', '/.champ/', '/bench/results/', '/reports/', '*.log'],
  npmignoreEnabled: false,
});
project.package.addField('private', true);
project.package.addVersion('0.1.0');
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');
project.npmrc.addConfig('fund', 'false');
project.npmrc.addConfig('audit', 'false');

const INSTALL = 'node cli/install.js';
project.defaultTask?.exec('tsx .projenrc.ts');
const task = (name: string, description: string, ...steps: string[]) => {
  const found = project.tasks.tryFind(name) ?? project.addTask(name);
  found.reset();
  found.description = description;
  steps.forEach((step) => found.exec(step, { receiveArgs: step === steps.at(-1) }));
};
task('synth', 'Render every environment into dist/', INSTALL, 'node cli/champ.js synth');
task('typecheck', 'Type-check the whole tree', 'tsc -p tsconfig.json');
task('lint', 'Check the direction of imports and the size of files', 'oxlint --deny-warnings');
task('argocd:types', 'Generate the types of ArgoCD\'s API from a server or file: --from FILE|URL; with --check, only compare', INSTALL, 'tsx engine/argocd/types/generate.ts');
task('e2e', 'Run the end-to-end tests with the real parts; -- --keep leaves the city running', INSTALL, 'node --require tsx/cjs test/e2e/run.ts');
task('bench', 'Race champ synth against its peers on the same estates', INSTALL, 'node --require tsx/cjs bench/race.ts');
task('bench:cities', 'Render a hundred cities, by one process and by many', INSTALL, 'node --require tsx/cjs bench/cities.ts');
task('bench:tools', 'Build the peers of the race', INSTALL, 'node --require tsx/cjs bench/race.ts --tools');
task('soak', 'Run the tests that are long by nature at full length: hours', INSTALL, 'CHAMP_SOAK=1 jest -c jest.config.json test/engine test/policies');
task('e2e:tools', 'Build the programs of the end-to-end tests', INSTALL, 'node --require tsx/cjs test/e2e/run.ts --tools');
task('test', 'Type-check, lint and run every test', INSTALL, 'tsc -p tsconfig.json', 'oxlint --deny-warnings', 'jest -c jest.config.json');
// projen asks npx for PATH before every task, which takes longer than the synth; npm already sets it
project.tryFindObjectFile('.projen/tasks.json')?.addOverride('env', { PATH: '$(echo "$PWD/node_modules/.bin:$PATH")' });

new JsonFile(project, 'tsconfig.json', {
  obj: {
    compilerOptions: {
      target: 'ES2022', lib: ['ES2023'], module: 'preserve', moduleResolution: 'bundler', types: ['node', 'jest'],
      noEmit: true, strict: true, allowImportingTsExtensions: true, erasableSyntaxOnly: true, isolatedModules: true,
      verbatimModuleSyntax: false, noUncheckedIndexedAccess: true, noImplicitOverride: true, noFallthroughCasesInSwitch: true,
      noUnusedLocals: true, noUnusedParameters: true, exactOptionalPropertyTypes: false, skipLibCheck: true, resolveJsonModule: true,
    },
    include: ['.projenrc.ts', 'constructs', 'apps', 'environments', 'policies', 'engine', 'cli', 'bench', 'test'],
  },
});

// packages without CommonJS
const ESM = '@marcbachmann|@octokit|universal-user-agent|before-after-hook|json-with-bigint|content-type';
const jest = {
  testPathIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.champ/'],
  transformIgnorePatterns: [`/node_modules/(?!(?:${ESM})/)`],
  transform: { [`^.+\\.ts$|/node_modules/(?:${ESM})/.+\\.js$`]: ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' }, sourceMaps: 'inline' }] },
  testEnvironment: 'node',
};
// by default one core is left idle
new JsonFile(project, 'jest.config.json', { obj: { ...jest, testMatch: ['<rootDir>/test/**/*.test.ts'], maxWorkers: '100%' } });
new JsonFile(project, 'jest.e2e.config.json', { obj: { ...jest, testMatch: ['<rootDir>/test/e2e/**/*.e2e.ts'], maxWorkers: 1 } });

// what only engine and cli may import: the rest of engine/ is shared by all
const PLAIN = [
  'access', 'admission', 'argocd', 'bootstrap', 'capacity', 'change', 'config', 'delivered', 'edit', 'emit', 'facts', 'forge', 'guard', 'images', 'inspect', 'manifests', 'map', 'network', 'pods', 'policy',
  'publish', 'report', 'secrets', 'text', 'waivers',
];
const STAGES = `engine/(${PLAIN.join('|')}|render)`;
const forbid = (folder: string, ...targets: string[]) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': ['error', {
      patterns: targets.map((target) => ({ regex: `^(\\.\\./)+${target}/`, message: `data goes one way: ${folder} must not import this` })),
    }],
  },
});
new JsonFile(project, '.oxlintrc.json', {
  marker: false,
  obj: {
    ignorePatterns: ['dist', 'node_modules', '**/generated/**'],
    rules: { 'max-lines': ['error', { max: 400 }], 'no-restricted-imports': 'off', 'no-control-regex': 'off' },
    overrides: [
      forbid('constructs', 'apps', 'environments', 'policies', 'cli', STAGES),
      forbid('apps', 'environments', 'policies', 'cli', STAGES),
      forbid('environments', 'policies', 'cli', 'engine'),
      forbid('policies', 'constructs', 'apps', 'environments', 'cli'),
      forbid(`engine/{${PLAIN.join(',')},problem,quantity}`, 'constructs', 'apps', 'environments', 'cli'),
      forbid('engine/render', 'apps', 'environments', 'policies', 'cli'),
    ],
  },
});

ci(project, CITY);

project.synth();
