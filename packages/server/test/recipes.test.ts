/** The requests of the recipes in docs/integrating/, sent to the real edge as they stand there. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addProduct } from './scenario.ts'
import { type Service, testService } from './service.ts'
import { aliceOf, tokenFor } from './v1.ts'

const folder = join(import.meta.dirname, '../../../docs/integrating')

interface Recipe {
  readonly page: string
  readonly line: string
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** Of each block that says it is HTTP. */
const recipes: readonly Recipe[] = readdirSync(folder).flatMap((page) => {
  const text = readFileSync(join(folder, page), 'utf8')
  return [...text.matchAll(/^```http\n(.*?)^```$/gms)].map(([, block = '']) => recipeIn(page, block))
})

function recipeIn(page: string, block: string): Recipe {
  const [head = '', ...body] = block.split('\n\n')
  const [line = '', ...fields] = head.trimEnd().split('\n')
  const [method = '', target = ''] = line.split(' ')
  const headers = Object.fromEntries(fields.map(fieldIn))
  return { page, line, method, target, headers, body: body.length === 0 ? undefined : body.join('\n\n').trimEnd() }
}

function fieldIn(line: string): readonly [name: string, value: string] {
  const at = line.indexOf(': ')
  return [line.slice(0, at), line.slice(at + 2)]
}

/** Alice sells bread, and 258368 waits to be paid. */
async function shopOfAlice(): Promise<Service> {
  const service = await testService()
  await addProduct(await aliceOf(service), { name: 'bread' })
  return service
}

async function send(service: Service, { method, target, headers, body }: Recipe): Promise<Response> {
  const tokens = {
    EXPORT_TOKEN: await tokenFor(service, { scopes: ['orders:export'] }),
    TOKEN: await tokenFor(service, { scopes: ['orders:write', 'products:read', 'webhooks:write'] }),
  }
  const filled = (text: string): string => text.replace(/EXPORT_TOKEN|\bTOKEN\b/, (name) => tokens[name as 'TOKEN'])
  const { Host: _host, ...others } = headers
  const sent = Object.fromEntries(Object.entries(others).map(([name, value]) => [name, filled(value)]))
  return fetch(`http://127.0.0.1:${service.port}${filled(target)}`, {
    method,
    headers: sent,
    ...(body === undefined ? {} : { body }),
  })
}

/** What an answer begins with that does what its page says. */
function promised({ target }: Recipe): RegExp {
  if (target.includes('/api/')) return /^\{"error_code":0,/
  if (target.includes('format=csv')) return /^number,email,.*\r\n258367,/
  return target.includes('/orders?') ? /^\{"data":\[\{"number":258367,/ : /^\{"(?:number|email)":/
}

test.each(recipes)('$page: $line', async (recipe) => {
  const response = await send(await shopOfAlice(), recipe)
  const text = await response.text()
  expect(text).toMatch(promised(recipe))
  expect(response.ok).toBe(true)
})

test.each(['1c.md', 'albato.md', 'google-sheets.md', 'make.md'])('%s has some', (page) => {
  expect(recipes.filter((recipe) => recipe.page === page)).not.toEqual([])
})

test('the formula of google-sheets.md gets a table', async () => {
  const service = await shopOfAlice()
  const [, target = ''] =
    /=IMPORTDATA\("https:\/\/shops\.example\.com(\S+)"/.exec(readFileSync(join(folder, 'google-sheets.md'), 'utf8')) ??
    []
  const token = await tokenFor(service, { scopes: ['orders:export'] })
  const response = await fetch(`http://127.0.0.1:${service.port}${target.replace('billkeep_1_2_…', token)}`)
  expect(await response.text()).toMatch(/^number,email,.*\r\n258367,/)
})
