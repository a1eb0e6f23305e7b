/** The modules of docs/integrating/1c.md, against the real server on its demo shop: their steps, if not in a 1C. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasTool } from '../../../scripts/test-tools.ts'
import { billkeepJson, type Program, spawnProgram } from './command-line.ts'
import { platform } from './onec/platform.ts'
import { javaScriptOf } from './onec/translate.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/integrating/1c.md'), 'utf8')
const modules = [...page.matchAll(/^```bsl\n(.*?)^```$/gms)].map(([, module = '']) => javaScriptOf(module))

const dataDir = mkdtempSync(join(tmpdir(), 'billkeep-'))
let server: Program
let port: number
let key: string
let token: string

beforeAll(async () => {
  server = spawnProgram(['serve', '--demo', '--port', '0', '--data', dataDir])
  key = (await server.until(/key {6}(\w{40})\n/))[1] ?? ''
  port = Number((await server.until(/listens on http:\/\/127\.0\.0\.1:(\d+)/))[1])
  const args = ['token', 'create', '1C', '--scope', 'orders:write', '--shop', 'username', '--data', dataDir]
  token = ((await billkeepJson(args)) as { token: string }).token
})

afterAll(async () => {
  await server.kill()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Runs a line after the modules, with what they ask others for. */
function run(line: string, given: { readonly token?: string; readonly key?: string } = {}): unknown {
  const { token: asked = token, key: signing = key } = given
  const secrets = { Токен: () => asked, Логин: () => 'username', Ключ: () => signing }
  const context = createContext({ ...platform(port), ...secrets })
  return runInContext(`${modules.join('\n')}\n${line}`, context)
}

describe.skipIf(!hasTool('curl'))('the recipe for 1C', () => {
  test('takes an order once, records its payment, and lists all pages', () => {
    const buyer = 'анна+1c@пример.рф'
    const create = `СоздатьЗаказ("${buyer}", "bread", "000000042")`
    const order = run(create) as { number: number }
    expect(run(create)).toMatchObject({ number: order.number })
    expect(run(`ОтметитьОплату(${order.number}, "000000043")`)).toMatchObject({ status: 'paid' })
    const found = run(`Заказы("email=${encodeURIComponent(buyer)}")`) as readonly unknown[]
    expect([...found]).toMatchObject([{ number: order.number, status: 'paid' }])
    const all = run('Заказы("sort=number")') as readonly { number: number }[]
    expect(new Set(all.map(({ number }) => number)).size).toBeGreaterThan(400)
  })

  test('asks by the old API, signs and checks the signature', () => {
    expect(run('ЗаказыПокупателя("buyer@example.com")')).toMatchObject({ 258367: { 12549: { good_name: 'payment' } } })
    expect(run('ЗаказыПокупателя("nobody@example.com").size')).toBe(0)
    expect(run('MD5("abc")')).toBe('900150983cd24fb0d6963f7d28e17f72')
  })

  test('says what was refused', () => {
    expect(() => run('СоздатьЗаказ("x", "bread", "1")')).toThrow('Billkeep (422): «email» must be an e-mail address.')
    expect(() => run('Заказы("")', { token: 'x' })).toThrow('Billkeep (401): There is no such token.')
    expect(() => run('ЗаказыПокупателя("buyer@example.com")', { key: 'wrong' })).toThrow('Ответ не от магазина')
    expect(() => run('ЗаказыПокупателя("x")')).toThrow(/^Billkeep: .*\(\d+\)$/)
  })
})
