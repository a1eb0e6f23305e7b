/** npm test: the tools that tests need, then vitest, then the counts alone on the last line. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memoryFolder } from './memory-folder.ts'
import type { TestCounts } from './test-counts.ts'
import { adviceFor, installMissingTools, isCi, tools } from './tools.ts'

const missing = installMissingTools()
const { counts, exitCode } = await runVitest(process.argv.slice(2))
const problems = [...problemsOfRun(), ...problemsOfTools()]
const failed = counts.failed + problems.length

for (const problem of problems) console.log(problem)
if (missing.length > 0) console.log(adviceFor(missing))
console.log(`${counts.passed} passed, ${failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0

/** What went wrong without a test, a suite or an error to show for it. */
function problemsOfRun(): string[] {
  if (counts.passed + counts.failed === 0) return ['No test ran.']
  return exitCode !== 0 && counts.failed === 0 ? [`vitest ended with ${exitCode}.`] : []
}

function problemsOfTools(): string[] {
  return isCi && missing.length > 0 ? ['In CI nothing is skipped: the missing tools count as a failure.'] : []
}

async function runVitest(args: readonly string[]): Promise<{ counts: TestCounts; exitCode: number }> {
  const folder = mkdtempSync(join(process.env['TMPDIR'] ?? memoryFolder() ?? tmpdir(), 'billkeep-test-'))
  // PostgreSQL runs as another user where this one is root.
  chmodSync(folder, 0o755)
  const file = join(folder, 'counts.json')
  const reporters = [...(args.some(isReporter) ? [] : ['default']), join(import.meta.dirname, 'test-counts.ts')]
  // All that tests leave is gone with it.
  const env = { ...process.env, TMPDIR: folder, BILLKEEP_TEST_COUNTS: file, BILLKEEP_TEST_TOOLS: toolsFound() }
  const vitest = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...reporters.map((name) => `--reporter=${name}`), ...args],
    { env, stdio: 'inherit' },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => vitest.kill(signal))
  await once(vitest, 'exit')
  const result = { counts: readCounts(file), exitCode: vitest.exitCode ?? 1 }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  return result
}

/** Nothing where vitest could not even begin. */
function readCounts(file: string): TestCounts {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- test-counts.ts wrote it in this very run
  return JSON.parse(readFileSync(file, 'utf8')) as TestCounts
}

function isReporter(arg: string): boolean {
  return arg.startsWith('--reporter')
}

function toolsFound(): string {
  return tools
    .filter((tool) => !missing.includes(tool))
    .map(({ name }) => name)
    .join(',')
}
