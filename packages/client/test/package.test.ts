/** The package as others get it: packed, installed where nothing else is, checked, bundled and run. */
import { join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { build } from 'rolldown'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signedHeaders } from '../../server/src/webhooks/sign.ts'
import { addProduct } from '../../server/test/scenario.ts'
import { alice, type Service, startService } from '../../server/test/service.ts'
import { aliceOf, tokenFor } from '../../server/test/v1.ts'
import { packed, type Packed, printed, typeFaults, write } from './consumers.ts'
import { filled, readmePrograms } from './readme.ts'
import { addressOf } from './shop.ts'

const root = join(import.meta.dirname, '../../..')

/** Uses what there is, and refuses what is not. */
const program = `
import { ApiError, Billkeep, ProblemError, verifyNotification, verifyWebhook, type Api, type V1 } from '@billkeep/client'

const answered: string[] = []
const billkeep = new Billkeep({
  baseUrl: 'https://alice.example.com',
  login: 'alice',
  key: 'the key',
  token: 'the token',
  fetch: async (url) => {
    answered.push(url)
    return new Response('{"data":[{"number":7}],"next_cursor":null}')
  },
})

export async function use(): Promise<void> {
  const numbers: number[] = []
  for await (const order of billkeep.v1.orders.list({ status: ['paid'], created_from: new Date(0) })) numbers.push(order.number)
  const page: V1.Page<V1.Order> = await billkeep.v1.orders.list()
  const refusal = await billkeep.GetBills({ email: 'a@example.com' }).catch((error: unknown) => error)
  const isRight = refusal instanceof ApiError || refusal instanceof ProblemError
  console.log(numbers.join(), page.data.length, answered.length, isRight, typeof verifyWebhook, typeof verifyNotification)
}

export type Bills = Api.GetBillsResult
export function event(told: V1.WebhookEvent): number | string {
  return told.type === 'product.created' ? told.data.price : told.type === 'order.paid' ? told.data.customer.email : told.timestamp
}
// @ts-expect-error -- a name that is not there
void (() => billkeep.v1.orders.lists())
// @ts-expect-error -- a word that is none
void (() => billkeep.GetBills({ email: 'a@example.com', pay_status: 'payed' }))
// @ts-expect-error -- something is missing
void (() => billkeep.v1.orders.create({ email: 'a@example.com' }))

await use()
`
const prints = '7 1 3 false function function\n'

let consumer: Packed

beforeAll(async () => {
  consumer = await packed()
  write(consumer.folder, { 'use.ts': program })
  // It compiles and npm runs twice: some 15 s, and more beside other tests.
}, 180_000)

afterAll(() => {
  consumer.remove()
})

test('it has what it needs and nothing else', () => {
  expect(consumer.files.filter((path) => !path.startsWith('dist/types/')).toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'dist/LICENSE.noble-hashes',
    'dist/index.js',
    'package.json',
  ])
})

describe('its types', () => {
  const strict = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
  }
  const node = { types: ['node'], typeRoots: [join(root, 'node_modules/@types')], lib: ['es2022'] }

  test.each([
    ['Node', { ...strict, module: 'nodenext', ...node }, 'use.ts'],
    ['Node without types of its own', { ...strict, module: 'nodenext' }, 'use.ts'],
    ['a bundler', { ...strict, module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'] }, 'use.ts'],
    ['a worker', { ...strict, module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'webworker'] }, 'use.ts'],
    ['an older target', { ...strict, module: 'esnext', moduleResolution: 'bundler', lib: ['es2020', 'dom'] }, 'use.ts'],
    ['a loose project', { strict: false, module: 'esnext', moduleResolution: 'bundler' }, 'use.ts'],
  ])('are right for %s', async (_name, options, file) => {
    expect(await typeFaults(consumer.folder, options, [file])).toBe('')
  })

  test('are right for every resolution but that of CommonJS, which gets the module', async () => {
    const { tarball } = consumer
    const result = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)))
    const problems = result.types === false ? ['no types'] : result.problems
    expect(problems.filter((problem) => typeof problem === 'string' || problem.kind !== 'CJSResolvesToESM')).toEqual([])
  })
})

test('publint has nothing to say', async () => {
  const { tarball } = consumer
  const { messages } = await publint({ pack: { tarball: new Uint8Array(tarball).buffer }, strict: true })
  expect(messages).toEqual([])
})

describe('it runs', () => {
  test('in Node, as a module and required', async () => {
    expect(await printed(consumer.folder, 'use.ts')).toBe(prints)
    write(consumer.folder, { 'required.cjs': "console.log(typeof require('@billkeep/client').Billkeep)\n" })
    expect(await printed(consumer.folder, 'required.cjs')).toBe('function\n')
  })

  test('from a bundler, for a page: nothing of Node is in it', async () => {
    const { output } = await build({
      input: join(consumer.folder, 'use.ts'),
      platform: 'browser',
      write: false,
      output: { format: 'esm', minify: true },
    })
    expect(output).toHaveLength(1)
    const { code, imports, dynamicImports } = output[0]
    expect([...imports, ...dynamicImports]).toEqual([])
    expect(['node:', 'require('].filter((word) => code.includes(word))).toEqual([])
    write(consumer.folder, { 'bundled.mjs': code })
    expect(await printed(consumer.folder, 'bundled.mjs')).toBe(prints)
  })
})

describe('its README', () => {
  const secret = `whsec_${btoa('a secret of the test')}`
  let service: Service

  beforeAll(async () => {
    service = await startService({ clock: Date.now })
    await addProduct(await aliceOf(service), { name: 'course' })
    const filling = { baseUrl: addressOf(service), key: alice.key, token: await tokenFor(service), secret }
    for (const { name, code } of readmePrograms) write(consumer.folder, { [name]: filled(code, filling) })
  })

  afterAll(() => service.close())

  test('has programs that are right for the compiler', async () => {
    const options = { strict: true, exactOptionalPropertyTypes: true, module: 'nodenext' }
    const names = readmePrograms.map(({ name }) => name)
    expect(await typeFaults(consumer.folder, options, names)).toBe('')
    expect(names.length).toBeGreaterThan(5)
  })

  test.each(readmePrograms.filter(({ output }) => output !== undefined))(
    'has $name, which prints what stands below it',
    async ({ name, output }) => {
      expect(await printed(consumer.folder, name)).toBe(output)
    },
  )

  test('has a receiver of webhooks that believes what is signed, and nothing else', async () => {
    const receiver = readmePrograms.find(({ code }) => code.includes('verifyWebhook'))
    const { default: server } = (await import(join(consumer.folder, receiver?.name ?? ''))) as {
      default: { fetch(request: Request): Promise<Response> }
    }
    const body = '{"type":"order.created","timestamp":"2026-01-31T18:00:00.000Z","data":{"number":7}}'
    const timestamp = Math.floor(Date.now() / 1_000)
    const headers = signedHeaders({ id: 'evt_1_a', timestamp, body, secrets: [secret] })
    const posted = async (text: string): Promise<number> =>
      (await server.fetch(new Request('http://127.0.0.1/', { method: 'POST', headers, body: text }))).status
    expect(await posted(body)).toBe(200)
    expect(await posted(`${body} `)).toBe(403)
  })
})
