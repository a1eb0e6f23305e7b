/** The console: what it writes is run against a real server, and it is used in a real Chromium. */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasTool } from '../../../scripts/test-tools.ts'
import { throwAwayFolder } from '../../server/test/databases.ts'
import { addProduct } from '../../server/test/scenario.ts'
import { alice, testService } from '../../server/test/service.ts'
import { aliceOf } from '../../server/test/v1.ts'
import { functions } from '../src/generated/functions.ts'
import { type ProgramLanguage, programIn } from '../src/pages/console/programs.ts'
import { callPath } from '../src/pages/console/send-call.ts'
import { signedCall } from '../src/pages/console/signed-call.ts'
import { accessibilityFaults, openBrowser, signedIn } from './browser.ts'

const run = promisify(execFile)

const runners = [
  { language: 'curl', isThere: hasTool('curl'), command: ['bash'], file: 'call.sh' },
  { language: 'php', isThere: hasTool('php'), command: ['php'], file: 'call.php' },
  { language: 'python', isThere: hasTool('python3'), command: ['python3'], file: 'call.py' },
  { language: 'typescript', isThere: true, command: [process.execPath], file: 'call.ts' },
] as const satisfies readonly {
  language: ProgramLanguage
  isThere: boolean
  command: readonly string[]
  file: string
}[]

/** What a shell, PHP, Python or a form could take for its own. */
const nasty = `O'Hara "\\" $HOME \`id\` %41 a+b & c=d \\n {x} Ёлка 🎓\u2028~*!()`

interface Envelope {
  readonly error_code: number
  readonly result: unknown
}

describe.each(runners)('a program in $language', ({ language, isThere, command, file }) => {
  async function answerTo(port: number, version: 1 | 2, name: string, values: Readonly<Record<string, string>>) {
    const called = functions.find((each) => each.name === name && each.version === version)
    if (called === undefined) throw new Error(`There is no ${name}.`)
    const url = `http://127.0.0.1:${port}/@alice/api/${name}`
    const call = signedCall({ called, values, ...alice })
    const path = join(throwAwayFolder(), file)
    writeFileSync(path, programIn(language, { call, version, url, login: alice.login }))
    const [program = '', ...args] = [...command, path]
    const { stdout } = await run(program, args, { env: { ...process.env, BILLKEEP_KEY: alice.key } })
    return JSON.parse(stdout) as Envelope
  }

  test.skipIf(!isThere)('asks, and creates what was typed, whatever that is', async () => {
    const service = await testService()
    const shop = await aliceOf(service)
    await addProduct(shop, { name: 'course' })
    const bills = await answerTo(service.port, 1, 'GetBills', { email: 'buyer@example.com', pay_status: 'paid' })
    expect(bills).toMatchObject({ error_code: 0, result: { '258367': {} } })
    const created = await answerTo(service.port, 1, 'CreateOrder', {
      bill_email: 'anna@example.com',
      goods: '[0][good_name]=course\n\n[0][good_sum]=12.50\nno line of a list',
      bill_comment: nasty,
    })
    expect(created).toMatchObject({ error_code: 0 })
    const { bill_id: number } = created.result as { bill_id: number }
    expect(await shop.orders.get(number)).toMatchObject({ comment: nasty, items: [{ sumMinor: 1_250 }] })
    expect(await answerTo(service.port, 1, 'GetAllGoods', {})).toMatchObject({ error_code: 0 })
    expect(await answerTo(service.port, 2, 'getgoods', {})).toMatchObject({ error_code: 0 })
    expect(await answerTo(service.port, 1, 'GetBills', { email: 'nobody@example.com' })).toMatchObject({
      error_code: 400,
    })
  })
})

test('no program has the key in it, nor has what is shown of a body', () => {
  for (const called of functions) {
    const values = Object.fromEntries(called.fields.map(({ name, sample }) => [name, sample]))
    const call = signedCall({ called, values, ...alice })
    const parts = { call, version: called.version, url: 'http://localhost', login: alice.login }
    const shown = [call.shownBody, ...runners.map(({ language }) => programIn(language, parts))].join('\n')
    expect(shown).not.toContain(alice.key)
    expect(shown).not.toContain(encodeURIComponent(alice.key))
  }
})

test('lists are typed as lists, and all else as a text or a choice', () => {
  const trees = functions.flatMap(({ fields }) => fields.filter(({ isTree }) => isTree).map(({ name }) => name))
  expect(new Set(trees)).toEqual(new Set(['goods', 'utm']))
  const choices = functions.flatMap(({ fields }) => fields.map(({ options }) => options))
  expect(choices.filter((options) => new Set(options).size < options.length)).toEqual([])
})

test('every field of every function has a title, and one that is required a sample', () => {
  const fields = functions.flatMap(({ name, fields: own }) => own.map((field) => ({ ...field, of: name })))
  expect(fields.filter(({ title }) => title === '').map(({ of, name }) => `${of} ${name}`)).toEqual([])
  expect(fields.filter(({ isRequired, sample }) => isRequired && sample === '')).toEqual([])
})

test.each([
  ['localhost', [], '/@alice/api/GetBills'],
  ['shops.example.com', ['orders.example.com'], '/@alice/api/GetBills'],
  ['orders.example.com', ['orders.example.com'], '/api/GetBills'],
  ['alice.shops.example.com', [], '/api/GetBills'],
] as const)('at %s the order API is where that host has it', (hostname, domains, path) => {
  expect(callPath('GetBills', 'alice', domains, hostname)).toBe(path)
})

describe.skipIf(!hasTool('chromium'))('in the browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('a call is signed, sent, and its answer checked', async () => {
    const { page, service, complaints } = await signedIn(browser, 'owner', { path: '/api/console' })
    service.clock.now = Date.now()
    await page.getByLabel('email').fill('buyer@example.com')
    await page.getByLabel('pay_status').selectOption('paid')
    const body = await page.getByRole('region', { name: 'Body' }).textContent()
    expect(body).toMatch(/^email=buyer%40example\.com&pay_status=paid&hash=[\da-f]{32}$/)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('The hash of the answer is right').waitFor()
    await page.getByText('So is the signature over the whole answer.').waitFor()
    expect(await page.getByRole('region', { name: 'Answer' }).textContent()).toContain('"258367"')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('tab', { name: 'Python' }).click()
    expect(await page.getByRole('region', { name: 'Python' }).textContent()).toContain('import hashlib')
    expect(await page.getByText(alice.key).count()).toBe(0)
    // An answer of another time may be one that somebody kept.
    service.clock.now -= 3_600_000
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('but its time is not that of this computer').waitFor()
    expect(complaints).toEqual([])
  })

  test('what changes something is asked about first', async () => {
    const { page, service } = await signedIn(browser, 'owner', { path: '/api/console?function=UpdateOrderStatus' })
    await page.getByLabel('bill_id').fill('258368')
    await page.getByLabel('status').selectOption('paid')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('This changes the data of your shop').waitFor()
    expect(await (await aliceOf(service)).orders.get(258_368)).toMatchObject({ pay_status: 'waiting' })
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.getByText('The hash of the answer is right').waitFor()
    expect(await (await aliceOf(service)).orders.get(258_368)).toMatchObject({ pay_status: 'paid' })
  })
})
