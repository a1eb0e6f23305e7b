/** A vitest reporter that leaves the counts for scripts/test.ts, which prints them last. */
import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

export interface TestCounts {
  readonly passed: number
  /** Tests, and besides them whatever failed outside a test: an import, a hook of a suite, an unhandled error. */
  readonly failed: number
  readonly skipped: number
}

export default class TestCountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const file = process.env['BILLKEEP_TEST_COUNTS']
    if (file === undefined) throw new Error('BILLKEEP_TEST_COUNTS says where to write the counts: run npm test.')
    writeFileSync(file, JSON.stringify(countsOf(modules, unhandled)))
  }
}

function countsOf(modules: readonly TestModule[], unhandled: readonly unknown[]): TestCounts {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const suites = modules.flatMap((module) => [module, ...module.children.allSuites()])
  const inState = (state: string): number => tests.filter((test) => test.result().state === state).length
  const brokenSuites = suites.filter((suite) => suite.errors().length > 0).length
  return {
    passed: inState('passed'),
    failed: inState('failed') + brokenSuites + unhandled.length,
    skipped: inState('skipped') + inState('pending'),
  }
}
