import { defineConfig } from 'vitest/config'
import { SlowFirst } from './scripts/slow-first.ts'

export default defineConfig({
  test: {
    include: ['{packages,conformance,scripts,bench}/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    environment: 'node',
    // Threads took 3.3 s where forks took 3.8 s, with 9 files on 2 cores.
    pool: 'threads',
    maxWorkers: '100%',
    // What a worker has loaded for one file is there for the next: 52 files took 31 s of CPU instead of 77.
    isolate: false,
    sequence: { sequencer: SlowFirst },
    globalSetup: ['packages/server/test/postgres-setup.ts', 'packages/account/test/browser-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A second is little where others use the machine too.
    expect: { poll: { timeout: 10_000 } },
  },
})
