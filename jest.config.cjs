const fs = require('node:fs');
const path = require('node:path');

/* Packages without a CommonJS build: they are transformed like our own code. */
const ESM_ONLY = ['jose', 'nanoid', 'file-type', 'strtok3', 'token-types', 'uint8array-extras', '@tokenizer', '@borewit', 'music-metadata', 'media-typer', 'content-type', 'win-guid', 'uuid', 'p-[a-z-]+', 'is-network-error'];

/* The MongoDB driver imports `os` at run time, which a CommonJS test cannot; transformed, it requires it. */
const DRIVER_IMPORT = '.*mongodb/lib/runtime_adapters\\.js$';

/* It takes the default of a CommonJS module that calls itself a transpiled one: Node gives the whole of it then, Babel's way nothing. */
const NODE_DEFAULTS = 'music-metadata/lib/ParserFactory\\.js$';

const swc = (tsx, importInterop = 'swc') => [
  '@swc/jest',
  {
    jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx }, transform: tsx ? { react: { runtime: 'automatic' } } : undefined },
    module: { type: 'commonjs', importInterop },
    sourceMaps: 'inline',
  },
];

const base = {
  rootDir: __dirname,
  resolver: '<rootDir>/tests/support/resolver.cjs',
  transformIgnorePatterns: [`/node_modules/(?!${DRIVER_IMPORT}|(${ESM_ONLY.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/.data/', '<rootDir>/miniapp/dist/', '<rootDir>/cloud/dist/', '<rootDir>/cloud/console/dist/'],
};

const node = (displayName, testMatch) => ({
  ...base,
  displayName,
  testEnvironment: 'node',
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  transform: { [NODE_DEFAULTS]: swc(false, 'node'), '\\.[cm]?[jt]s$': swc(false) },
  moduleNameMapper: { '^@shared/(.*)$': '<rootDir>/shared/$1' },
  // one MongoDB and one Redis for the whole run
  globalSetup: '<rootDir>/tests/support/storesUp.ts',
  globalTeardown: '<rootDir>/tests/support/storesDown.ts',
});

/* What stands in for Taro in jsdom; the real one needs a mini-program or a page around it. */
const standIn = (module, file) => (fs.existsSync(path.join(__dirname, file)) ? { [module]: `<rootDir>/${file}` } : {});

const miniapp = {
  ...base,
  displayName: 'miniapp',
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/miniapp/**/*.test.ts?(x)'],
  transform: { '\\.[cm]?[jt]sx?$': swc(true) },
  globals: { API_BASE: '' },
  moduleNameMapper: {
    ...standIn('^@tarojs/taro$', 'miniapp/test/mocks/taro.ts'),
    ...standIn('^@tarojs/components$', 'miniapp/test/mocks/components.tsx'),
    '\\.(s?css|png|jpg|svg)$': '<rootDir>/tests/support/empty.cjs',
    '^@shared/(.*)$': '<rootDir>/shared/$1',
    '^@/(.*)$': '<rootDir>/miniapp/src/$1',
  },
};

module.exports = {
  projects: [
    node('unit', ['cloud/src/**/*.test.ts', 'shared/**/*.test.ts']),
    node('scripts', ['scripts/**/*.test.ts']),
    node('api', ['tests/api/**/*.test.ts']),
    node('realtime', ['tests/realtime/**/*.test.ts']),
    node('contract', ['tests/contract/**/*.test.ts']),
    node('agents', ['tests/agents/**/*.test.ts']),
    miniapp,
    node('e2e', ['tests/e2e/**/*.test.ts']),
  ],
  maxWorkers: 2,
  testTimeout: 30_000,
};
