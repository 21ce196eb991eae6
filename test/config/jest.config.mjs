const ONLY_WITH_THE_LOG_IN_POSTGRES = [
  // It starts no Daybook, only the database that Daybook brings along: where the log is makes no difference to it.
  'test/e2e/embedded-postgres.spec.ts',
  // What a table can suffer, and what only a log without gaps can tell of it.
  'test/e2e/verify-postgres.e2e.spec.ts',
  // A database that goes away takes the log with it only when it is there.
  'test/e2e/database-away.e2e.spec.ts',
];

// --experimental-vm-modules is set by the npm script: Nest 12 is ESM only.
export default {
  rootDir: '../..',
  testEnvironment: 'node',
  coverageProvider: 'v8',
  workerIdleMemoryLimit: '900MB',
  maxWorkers: 2,
  testTimeout: 30_000,
  roots: ['<rootDir>/src', '<rootDir>/projections', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    ...(process.env.TEST_LOG === 'eventstoredb' ? ONLY_WITH_THE_LOG_IN_POSTGRES : []),
  ],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};
