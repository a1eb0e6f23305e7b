/** The programs of examples/ that take orders and hear of them, against the real server on its demo shop. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasTool } from '../../../scripts/test-tools.ts'
import { type Notification, notifications } from '../src/rules/notification.ts'
import { openStore } from '../src/store/open.ts'
import { notificationBody } from '../src/webhooks/notification.ts'
import { billkeepJson, type Program, spawnProgram, startCommand } from './command-line.ts'
import { orderOf, training } from './orders.ts'
import { startPhp } from './php-server.ts'
import { RawConnection } from './raw-connection.ts'
import { draftOf } from './scenario.ts'
import { tester } from './tester.ts'

const run = promisify(execFile)
const exampleFile = (name: string): string => join(import.meta.dirname, '../../../examples', name)

interface Receiving {
  readonly url: string
  readonly program: Program
}

const languages = [
  {
    language: 'php',
    interpreter: 'php',
    isThere: hasTool('php'),
    receive: async (key: string): Promise<Receiving> =>
      startPhp(exampleFile('receive-notification.php'), { BILLKEEP_KEY: key }),
  },
  {
    language: 'mjs',
    interpreter: process.execPath,
    isThere: true,
    async receive(key: string): Promise<Receiving> {
      const env = { BILLKEEP_KEY: key, PORT: '0' }
      const program = startCommand(process.execPath, [exampleFile('receive-notification.mjs')], env)
      return { url: (await program.until(/^Listens on (\S+)\n/))[1] ?? '', program }
    },
  },
]

const titles = 'Хлеб на закваске: курс для дома, Baking club, one month'
const buyer = 'anna+новая@пример.рф'

const dataDir = mkdtempSync(join(tmpdir(), 'billkeep-'))
let server: Program
let shop: { readonly url: string; readonly key: string }

beforeAll(async () => {
  server = spawnProgram(['serve', '--demo', '--port', '0', '--data', dataDir, '--allow-private-targets'])
  const [, key = ''] = await server.until(/key {6}(\w{40})\n/)
  const [, port] = await server.until(/listens on http:\/\/127\.0\.0\.1:(\d+)/)
  shop = { url: `http://localhost:${port}/@username`, key }
})

afterAll(async () => {
  await server.kill()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Runs a command on the server's data, as somebody does who looks after it. */
async function command(...args: readonly string[]): Promise<unknown> {
  return billkeepJson([...args, '--data', dataDir])
}

describe.each(languages)('examples/*.$language', ({ language, interpreter, isThere, receive }) => {
  const createOrder = async ({ url, key } = shop, email = buyer): Promise<{ stdout: string }> =>
    run(interpreter, [exampleFile(`create-order.${language}`)], {
      env: { ...process.env, BILLKEEP_URL: url, BILLKEEP_KEY: key, BILLKEEP_EMAIL: email },
    })

  describe.skipIf(!isThere)(`create-order.${language}`, () => {
    test('takes an order and marks it as paid; the receiver hears of both', async () => {
      const { url, program } = await receive(shop.key)
      await notify(url)
      const { stdout } = await createOrder()
      const number = /^Order (\d+) is taken\.\nOrder \1 is paid\.\n$/.exec(stdout)?.[1]
      expect(number).toMatch(/^\d+$/)
      await program.until(/ is paid with .*\n/)
      expect(linesOf(program)).toEqual([
        `Order ${number} of ${buyer} is created: ${titles}`,
        `Order ${number} of ${buyer} is paid with 4490.00: ${titles}`,
      ])
    })

    test('goes on with the order that a call before has taken', async () => {
      const number = await placeBefore()
      expect((await createOrder()).stdout).toBe(`Order ${number} is taken.\nOrder ${number} is paid.\n`)
    })

    test('stops when the shop refuses', async () => {
      await expect(createOrder(shop, 'no address')).rejects.toMatchObject({
        code: 1,
        stdout: '',
        stderr: 'Error 600: Wrong email\n',
      })
    })

    test('stops at an answer that another key signed', async () => {
      await expect(createOrder({ ...shop, key: 'wrong' })).rejects.toMatchObject({
        code: 1,
        stdout: '',
        stderr: 'The answer is not from the shop: wrong key, or a forged answer.\n',
      })
    })
  })

  describe.skipIf(!isThere)(`receive-notification.${language}`, () => {
    const wrong = 'This notification is not from the shop: wrong key, or a forged notification.'

    test('tells all five events apart', async () => {
      const { url, program } = await receive('the key')
      for (const notification of notifications) expect(await post(url, bodyOf(notification))).toEqual([200, ''])
      await program.until(/ is returned.*\n/)
      expect(linesOf(program)).toEqual(
        ['created', 'paid with 500.00', 'prepaid with 500.00', 'cancelled', 'returned'].map(
          (event) => `Order 258367 of buyer@example.com is ${event}: payment for training, 1 + 1 & "ё"`,
        ),
      )
    })

    test('believes nothing that another key signed, and the shop learns why', async () => {
      const { url, program } = await receive('another key')
      await notify(url)
      await createOrder()
      await program.until(/Refused: wrong key, or a forged notification\./)
      const toReceiver = async (): Promise<readonly unknown[]> => {
        const deliveries = (await command('deliveries', 'list', '--shop', 'username')) as { url: string }[]
        return deliveries.filter((delivery) => delivery.url === url)
      }
      await expect
        .poll(toReceiver)
        .toEqual([
          expect.objectContaining({ event: 'order.paid', state: 'pending', attempts: 0 }),
          expect.objectContaining({ event: 'order.created', state: 'pending', last_status: 403, last_answer: wrong }),
        ])
      expect(linesOf(program)).toEqual([])
    })

    test('refuses what is forged or broken off, and goes on', async () => {
      const { url, program } = await receive('the key')
      const caller = await RawConnection.open({ host: 'localhost', port: Number(new URL(url).port) })
      caller.send('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\nid=1')
      for (const forged of forgeries) expect([forged, ...(await post(url, forged))]).toEqual([forged, 403, wrong])
      caller.close()
      await caller.closed
      for (const again of [paid, paid, paid]) expect(await post(url, again)).toEqual([200, ''])
      await program.until(/(?: is paid with .*\n[^]*){3}/)
      expect(linesOf(program)).toHaveLength(3)
    })
  })
})

const paid = bodyOf('paid')
const forgeries = [
  '',
  paid.replace(/&hash=.*/, ''),
  paid.replace(/&hash=.*/, '&hash='),
  paid.slice(0, -16),
  paid.replace('id=258367', 'id=258368'),
  paid.replace('buyer', 'thief'),
  paid.replace('paid=1700003600', 'paid=1700003601'),
  `status=new_order&${paid}`,
]

async function notify(url: string): Promise<void> {
  await command('shop', 'set', 'username', '--notify-created', url, '--notify-paid', url)
}

/** Takes the order that the programs take, without marking it as paid; gives its number. */
async function placeBefore(): Promise<number> {
  const store = await openStore({ dataDir, clock: Date.now })
  try {
    const { orders } = store.forShop((await store.shops.get('username')).id, tester)
    const lines = [
      { product: 'bread', sumMinor: undefined },
      { product: 'club', sumMinor: 59_000 },
    ]
    const placed = await orders.place(draftOf({ email: buyer, lines }))
    if (placed.outcome !== 'placed') throw new Error(`The order before could not be taken: ${placed.outcome}`)
    return placed.number
  } finally {
    await store.close()
  }
}

function bodyOf(notification: Notification): string {
  const items = [training, { ...training, product: 2, name: 'sum', title: '1 + 1 & "ё"' }]
  const order = orderOf({ items, payments: [{ sumMinor: 50_000, at: 1_700_003_600_000, payway: '' }] })
  return notificationBody({ event: { order }, notification, key: 'the key', token: 'f'.repeat(32) })
}

async function post(url: string, body: string): Promise<readonly [status: number, text: string]> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const response = await fetch(url, { method: 'POST', headers, body })
  return [response.status, await response.text()]
}

/** What a receiver has printed of orders. */
function linesOf(program: Program): readonly string[] {
  return `${program.out()}${program.err()}`.match(/Order \d+ of .*/g) ?? []
}
