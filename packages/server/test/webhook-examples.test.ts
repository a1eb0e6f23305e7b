/** The programs of examples/ that receive webhooks, against the real server on its demo shop. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasTool } from '../../../scripts/test-tools.ts'
import { signedHeaders } from '../src/webhooks/sign.ts'
import { billkeepJson, type Program, spawnProgram, startCommand } from './command-line.ts'
import { startPhp } from './php-server.ts'

const exampleFile = (name: string): string => join(import.meta.dirname, '../../../examples', name)

interface Receiving {
  readonly url: string
  readonly program: Program
}

const languages = [
  {
    language: 'php',
    isThere: hasTool('php'),
    receive: async (secret: string): Promise<Receiving> =>
      startPhp(exampleFile('receive-webhook.php'), { BILLKEEP_WEBHOOK_SECRET: secret }),
  },
  {
    language: 'mjs',
    isThere: true,
    async receive(secret: string): Promise<Receiving> {
      const env = { BILLKEEP_WEBHOOK_SECRET: secret, PORT: '0' }
      const program = startCommand(process.execPath, [exampleFile('receive-webhook.mjs')], env)
      return { url: (await program.until(/^Listens on (\S+)\n/))[1] ?? '', program }
    },
  },
]

const dataDir = mkdtempSync(join(tmpdir(), 'billkeep-'))
let server: Program

beforeAll(async () => {
  server = spawnProgram(['serve', '--demo', '--port', '0', '--data', dataDir, '--allow-private-targets'])
  await server.until(/listens on http:\/\/127\.0\.0\.1:(\d+)/)
})

afterAll(async () => {
  await server.kill()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Runs a command on the server's data, as somebody does who looks after it. */
async function command(...args: readonly string[]): Promise<unknown> {
  return billkeepJson([...args, '--shop', 'username', '--data', dataDir])
}

/** Of an endpoint that nothing listens at yet. */
async function newEndpoint(): Promise<{ readonly number: number; readonly secret: string }> {
  return (await command('endpoint', 'add', 'http://localhost:1/')) as { number: number; secret: string }
}

describe.each(languages)('examples/*.$language', ({ language, isThere, receive }) => {
  describe.skipIf(!isThere)(`receive-webhook.${language}`, () => {
    test('believes what the server sends, before, while and after its secret is rotated', async () => {
      const { number, secret } = await newEndpoint()
      const { url, program } = await receive(secret)
      await command('endpoint', 'set', String(number), '--url', url)
      await command('endpoint', 'test', String(number))
      await program.until(/endpoint\.test \d+\n/)
      const rotated = (await command('endpoint', 'rotate-secret', String(number))) as { secret: string }
      await command('endpoint', 'test', String(number))
      await program.until(/(?:endpoint\.test \d+\n[^]*){2}/)
      const changed = await receive(rotated.secret)
      await command('endpoint', 'set', String(number), '--url', changed.url)
      await command('endpoint', 'test', String(number))
      await changed.program.until(/endpoint\.test \d+\n/)
      for (const each of [program, changed.program]) expect(`${each.out()}${each.err()}`).not.toContain('Refused')
    })

    test('says what happened to what', async () => {
      const { number, secret } = await newEndpoint()
      const { url, program } = await receive(secret)
      await command('endpoint', 'set', String(number), '--url', url)
      await command('product', 'set', 'bread', '--price', String(100 + number))
      const [, product] = await program.until(/product\.updated (\d+)\n/)
      expect(await command('product', 'show', 'bread')).toMatchObject({ number: Number(product) })
    })

    test('refuses what another secret signed, and the shop learns why', async () => {
      const { number } = await newEndpoint()
      const { url, program } = await receive(secretOf())
      await command('endpoint', 'set', String(number), '--url', url)
      const { delivery } = (await command('endpoint', 'test', String(number))) as { delivery: string }
      await program.until(/Refused: wrong secret/)
      await expect
        .poll(async () => command('deliveries', 'show', delivery))
        .toMatchObject({
          state: 'pending',
          last_status: 403,
          last_answer: 'This webhook is not from the shop: wrong secret, too old, or forged.',
        })
    })

    test('refuses what is forged, old or not signed, and goes on', async () => {
      const secret = secretOf()
      const { url, program } = await receive(secret)
      const body = '{"type":"order.paid","timestamp":"2026-01-31T18:00:00.000Z","data":{"number":7}}'
      const now = Math.floor(Date.now() / 1_000)
      const signed = (timestamp: number, id = 'evt_1_a') => signedHeaders({ id, timestamp, body, secrets: [secret] })
      const post = async (headers: Readonly<Record<string, string>>, text = body): Promise<number> =>
        (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text }))
          .status
      expect(await post({})).toBe(403)
      expect(await post({ ...signed(now), 'webhook-signature': 'v1,' })).toBe(403)
      expect(await post({ ...signed(now), 'webhook-signature': 'v1a,AAAA v2' })).toBe(403)
      expect(await post({ ...signed(now), 'webhook-id': 'evt_2_a' })).toBe(403)
      expect(await post(signed(now), `${body} `)).toBe(403)
      for (const old of [now - 600, now + 600]) expect(await post(signed(old))).toBe(403)
      expect(await post(signed(now))).toBe(200)
      await program.until(/order\.paid 7\n/)
    })
  })
})

function secretOf(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}
