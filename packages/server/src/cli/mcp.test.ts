import { expect, describe, onTestFinished, test } from 'vitest'
import { containing } from '../../test/containing.ts'
import { billkeep } from '../../test/command-line.ts'
import { placeOn } from '../../test/databases.ts'
import { dataIn, generations, type McpClient, mcpOverStdio, type Mode } from '../../test/mcp-client.ts'
import { receiver } from '../../test/receiver.ts'
import { addProduct } from '../../test/scenario.ts'
import { type Service, startService } from '../../test/service.ts'
import { aliceOf, tokenFor } from '../../test/v1.ts'

interface Installation {
  readonly service: Service
  readonly dataDir: string
}

async function installation(): Promise<Installation> {
  const place = await placeOn('SQLite')
  const service = await startService({}, place)
  onTestFinished(() => service.close())
  await addProduct(await aliceOf(service), { name: 'course' })
  return { service, dataDir: place.dataDir }
}

async function lastRow(service: Service) {
  const { audit } = await aliceOf(service)
  const [row] = await audit.list({ limit: 1 })
  return { action: row?.action, ...row?.actor }
}

const order = { email: 'anna@example.com', items: [{ product: 'course' }] }

describe.each(generations)('a client with $generation', ({ mode }) => {
  const open = async ({ dataDir }: Installation, args: readonly string[], opened: Mode = mode): Promise<McpClient> =>
    mcpOverStdio(['--shop', 'Alice', '--data', dataDir, ...args], {}, opened)

  test('looks at a shop of the database here, and changes nothing', async () => {
    const here = await installation()
    const { client, tools, call } = await open(here, [])
    expect(client.getServerVersion()).toMatchObject({ name: 'billkeep' })
    expect(await tools()).not.toContain('create_order')
    const found = await call('get_customer', { email: 'buyer@example.com' })
    expect(dataIn(found)).toMatchObject({ email: 'b***@example.com', totals: { orders: 2 } })
    expect(await call('create_order', order)).toMatchObject({ isError: true })
  })

  test('may write and see contacts, if it is told to, and the audit says who', async () => {
    const here = await installation()
    const { call } = await open(here, ['--scope', 'orders:write,mcp:contacts'])
    expect(dataIn(await call('create_order', order))).toMatchObject({ customer: { email: order.email } })
    expect(await lastRow(here.service)).toMatchObject({ action: 'order.created', face: 'cli', address: '' })
  })

  test('reaches a shop elsewhere by address and token, as far as the token goes', async () => {
    const { service } = await installation()
    const token = await tokenFor(service, { scopes: ['mcp', 'orders:write'] })
    const url = `http://127.0.0.1:${service.port}/@alice/`
    const { tools, call } = await mcpOverStdio(['--url', url], { BILLKEEP_TOKEN: token }, mode)
    expect(await tools()).toContain('pay_order')
    expect(dataIn(await call('create_order', order))).toMatchObject({ customer: { email: 'a***@example.com' } })
    expect(await lastRow(service)).toMatchObject({ action: 'order.created', face: 'v1', address: '127.0.0.1' })
    await expect(call('delete_order')).rejects.toThrow('There is no tool «delete_order».')
  })
})

test('a client is told what is wrong with its token', async () => {
  const { service } = await installation()
  const token = await tokenFor(service, { scopes: ['orders:read'] })
  const url = `http://127.0.0.1:${service.port}/mcp/`
  await expect(mcpOverStdio(['--url', url], { BILLKEEP_TOKEN: token })).rejects.toThrow(
    'The token may not do this. This needs the scope «mcp».',
  )
})

test('a client is told when nobody answers, and when it is not Billkeep', async () => {
  const env = { BILLKEEP_TOKEN: 'x' }
  await expect(mcpOverStdio(['--url', 'http://127.0.0.1:1'], env)).rejects.toThrow(
    'No answer from 127.0.0.1:1. Is the address right, and Billkeep running?',
  )
  const { service } = await installation()
  await expect(mcpOverStdio(['--url', `http://127.0.0.1:${service.port}/shop`], env)).rejects.toThrow(
    'and not as Billkeep does',
  )
})

test('a client is told where a redirect leads, and the token is not sent there', async () => {
  const elsewhere = await receiver()
  const moved = await receiver((response) => response.writeHead(308, { location: `${elsewhere.url}/mcp` }).end())
  await expect(mcpOverStdio(['--url', moved.url], { BILLKEEP_TOKEN: 'x' })).rejects.toThrow(
    `${moved.url}/mcp sends one on to ${elsewhere.url}/mcp. Give --url the address that it leads to.`,
  )
  expect(elsewhere.requests).toEqual([])
})

describe('is refused:', () => {
  test.each([
    [[], 'Name either a shop here with --shop, or where Billkeep runs with --url.'],
    [['--shop', 'a', '--url', 'http://x.example'], 'Name either a shop here'],
    [['--url', 'http://x.example'], '--url needs a token; put it into BILLKEEP_TOKEN.'],
    [['--url', 'x', '--token', 't'], '«x» is not an address.'],
    [['--shop', 'a', '--scope', 'everything'], '«everything» is no scope.'],
  ])('%j', async (args, message) => {
    expect(await billkeep(['mcp', ...args])).toMatchObject({ code: 2, out: '', err: containing(message) })
  })

  test('a shop that is not there', async () => {
    const { dataDir } = await installation()
    expect(await billkeep(['mcp', '--shop', 'nobody', '--data', dataDir])).toMatchObject({ code: 1, out: '' })
  })
})
