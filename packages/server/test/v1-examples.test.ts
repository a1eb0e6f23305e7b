/** The programs of examples/ that speak API v1, against the real server on its demo shop. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { containing } from './containing.ts'
import { hasTool } from '../../../scripts/test-tools.ts'
import { billkeepJson, type Program, spawnProgram } from './command-line.ts'

const run = promisify(execFile)

const languages = [
  { language: 'php', interpreter: 'php' },
  { language: 'py', interpreter: 'python3' },
] as const

const dataDir = mkdtempSync(join(tmpdir(), 'billkeep-'))
let server: Program
let url: string

beforeAll(async () => {
  server = spawnProgram(['serve', '--demo', '--port', '0', '--data', dataDir])
  const [, port] = await server.until(/listens on http:\/\/127\.0\.0\.1:(\d+)/)
  url = `http://127.0.0.1:${port}`
})

afterAll(async () => {
  await server.kill()
  rmSync(dataDir, { recursive: true, force: true })
})

async function tokenOf(scope: string): Promise<string> {
  const args = ['token', 'create', 'example', '--scope', scope, '--shop', 'username', '--data', dataDir]
  return ((await billkeepJson(args)) as { token: string }).token
}

describe.each(languages)('examples/api-v1.$language', ({ language, interpreter }) => {
  const start = async (env: Readonly<Record<string, string>>): Promise<string> => {
    const file = join(import.meta.dirname, '../../../examples', `api-v1.${language}`)
    const { stdout } = await run(interpreter, [file], { env: { ...process.env, BILLKEEP_URL: url, ...env } })
    return stdout
  }

  describe.skipIf(!hasTool(interpreter))(`with ${interpreter}`, () => {
    test('takes orders, records their payment, and lists them over several pages', async () => {
      const env = { BILLKEEP_TOKEN: await tokenOf('orders:write'), BILLKEEP_EMAIL: `анна+${language}@пример.рф` }
      const [first, second, third] = [await start(env), await start(env), await start(env)]
      const numbers = [first, second, third].map(
        (out) => /^Order (\d+) is taken\.\nOrder \1 is paid\.\n/.exec(out)?.[1],
      )
      expect(third).toMatch(/\.\n\d/)
      const lines = numbers.map((number) => containing(new RegExp(`^${number}: paid, \\d+\\.\\d\\d RUB$`)))
      expect(third.trimEnd().split('\n').slice(2)).toEqual(lines)
    })

    test('stops when the shop refuses, and says why', async () => {
      const refusals = [
        [
          { BILLKEEP_TOKEN: await tokenOf('orders:write'), BILLKEEP_EMAIL: 'x' },
          '(422): «email» must be an e-mail address.',
        ],
        [{ BILLKEEP_TOKEN: await tokenOf('orders:read') }, '(403): This needs the scope «orders:write».'],
        [{ BILLKEEP_TOKEN: 'x' }, '(401): There is no such token.'],
      ] as const
      for (const [env, message] of refusals) {
        await expect(start(env)).rejects.toMatchObject({ code: 1, stdout: '', stderr: `Refused ${message}\n` })
      }
    })

    test('says that nobody answers, or somebody else', async () => {
      await expect(start({ BILLKEEP_URL: 'http://127.0.0.1:1' })).rejects.toMatchObject({
        code: 1,
        stderr: containing('No answer: '),
      })
      await expect(start({ BILLKEEP_URL: `${url}/elsewhere` })).rejects.toMatchObject({
        code: 1,
        stdout: '',
        stderr: 'This is no answer of API v1. Is the address right?\n',
      })
    })
  })
})

describe.skipIf(!hasTool('python3'))('docs/integrating/python.md', () => {
  test('reads all paid orders at once', async () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/integrating/python.md'), 'utf8')
    const [, program = ''] = /^```python\n(.*?)^```$/ms.exec(page) ?? []
    const env = { ...process.env, BILLKEEP_URL: url, BILLKEEP_TOKEN: await tokenOf('orders:read') }
    const { stdout } = await run('python3', ['-c', program], { env, maxBuffer: 10_000_000 })
    expect(stdout).toMatch(/^258367 buyer@example\.com payment for training 1500\.00$/m)
  })
})
