/** Whatever goes wrong in a run must be seen in its last line and in its exit code. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'billkeep-test-'))
const suites: Readonly<Record<string, string>> = {
  passes: "test('a', () => {})",
  fails: "test('a', () => {})\n test('b', () => expect(1).toBe(2))",
  skips: "test('a', () => {})\n test.skip('b', () => {})\n test.todo('c')",
  'breaks-on-import': "import './nowhere.ts'\n test('a', () => {})",
  'breaks-in-a-hook': "describe('x', () => { beforeAll(() => { throw new Error('no') })\n test('a', () => {}) })",
  'rejects-unseen': "test('a', () => { void Promise.reject(new Error('no')) })",
}

beforeAll(() => {
  symlinkSync(join(import.meta.dirname, '../node_modules'), join(folder, 'node_modules'), 'junction')
  for (const [name, code] of Object.entries(suites)) {
    const imports = "import { beforeAll, describe, expect, test } from 'vitest'"
    writeFileSync(join(folder, `${name}.test.ts`), `${imports}\n${code}\n`)
  }
})

afterAll(() => rmSync(folder, { recursive: true }))

test('every kind of failure counts', () => {
  expect(npmTest({ CI: '' })).toMatchObject({ lastLine: '4 passed, 4 failed, 3 skipped', status: 1 })
})

test.each(['is-not-there', '--no-such-option'])('a run without a test is a failure: %s', (arg) => {
  expect(npmTest({ CI: '' }, arg)).toMatchObject({ lastLine: '0 passed, 1 failed', status: 1 })
})

test('a missing tool is named, and its tests are skipped', () => {
  const { output, ...result } = npmTest({ CI: '' }, 'passes')
  expect(result).toEqual({ lastLine: '1 passed, 0 failed', status: 0 })
  expect(output).toContain('Missing for tests: php (')
})

test('a missing tool is a failure in CI', () => {
  expect(npmTest({ CI: 'true' }, 'passes')).toMatchObject({ lastLine: '1 passed, 1 failed', status: 1 })
})

/** Without a PATH, so that there is no tool and nothing to install one with. */
function npmTest(env: NodeJS.ProcessEnv, ...args: string[]) {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'test.ts'), '--root', folder, ...args],
    { cwd: join(import.meta.dirname, '..'), env: { ...process.env, ...env, PATH: '' }, encoding: 'utf8' },
  )
  return { status, output: stdout, lastLine: stdout.trimEnd().split('\n').at(-1) }
}
