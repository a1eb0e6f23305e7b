/** The server to ask: the one that the settings name, or a Billkeep of our own on a throw-away folder. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fill, type RunningServer, serve } from './billkeep.ts'
import { mainShop, type Names } from './case.ts'
import { shopNamed, shops } from './fixture.ts'
import type { Address } from './raw-http.ts'

export interface ServerUnderTest {
  readonly address: Address
  /** Whether it has all shops of the fixture under their own names. */
  readonly hasFixture: boolean
  /** The same shops behind a limit of ten calls a minute; undefined: there is none to ask. */
  readonly limited: Address | undefined
  readonly names: Names
  /** Rejects if it was our own and did not end well. */
  end(): Promise<void>
}

export type Settings = Readonly<Record<string, string | undefined>>

/** `env` as README.md describes it. */
export async function serverUnderTest(env: Settings): Promise<ServerUnderTest> {
  const url = env['CONFORMANCE_URL']
  if (url === undefined || url === '') return ourOwn()
  const limited = env['CONFORMANCE_LIMITED_URL']
  const usual = shopNamed(mainShop)
  const { CONFORMANCE_LOGIN: login = usual.login, CONFORMANCE_KEY: key = usual.key } = env
  return {
    address: addressIn(url),
    hasFixture: login === usual.login && key === usual.key,
    limited: limited === undefined || limited === '' ? undefined : addressIn(limited),
    names: {
      main: { login, key },
      base: env['CONFORMANCE_BASE_DOMAIN'] ?? 'localhost',
      address: env['CONFORMANCE_ADDRESS'] ?? '127.0.0.1',
    },
    end: async () => {},
  }
}

async function ourOwn(): Promise<ServerUnderTest> {
  const dataDir = mkdtempSync(join(tmpdir(), 'billkeep-conformance-'))
  const servers: RunningServer[] = []
  try {
    const [first, ...others] = shops
    // The first makes the database and its master key; then the others can be made at once.
    if (first !== undefined) await fill(dataDir, first)
    await Promise.all(others.map((shop) => fill(dataDir, shop)))
    servers.push(...(await Promise.all([serve(dataDir), serve(dataDir, { callsPerMinute: 10 })])))
  } catch (error) {
    await stop(servers, dataDir)
    throw error
  }
  const [main, limited] = servers.map(({ port }) => ({ host: '127.0.0.1', port }))
  if (main === undefined) throw new Error('No server was started.')
  return {
    address: main,
    hasFixture: true,
    limited,
    names: { main: shopNamed(mainShop), base: 'localhost', address: '127.0.0.1' },
    end: () => stop(servers, dataDir),
  }
}

async function stop(servers: readonly RunningServer[], dataDir: string): Promise<void> {
  const exitCodes = await Promise.all(servers.map((server) => server.stop()))
  rmSync(dataDir, { recursive: true, force: true })
  const logs = servers.map((server) => server.log()).join('')
  if (exitCodes.some((code) => code !== 0)) throw new Error(`A server ended with ${exitCodes.join(', ')}: ${logs}`)
  if (/"level":[56]0/.test(logs)) throw new Error(`A server logged errors: ${logs}`)
}

function addressIn(url: string): Address {
  const { protocol, hostname, port } = new URL(url)
  if (protocol !== 'http:') throw new Error(`${url} is not an address such as http://127.0.0.1:8080`)
  return { host: hostname, port: port === '' ? 80 : Number(port) }
}
