import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { hasTool } from '../../../../scripts/test-tools.ts'
import { selfSigned } from '../../test/certificate.ts'
import { billkeep, billkeepJson, type Program, spawnProgram, startProgram } from '../../test/command-line.ts'
import { throwAwayFolder } from '../../test/databases.ts'
import { RawConnection } from '../../test/raw-connection.ts'
import { bytesOfCall, signed } from '../../test/service.ts'

const listens = /listens on http:\/\/127\.0\.0\.1:(\d+)/
const run = promisify(execFile)

describe('with --demo, in an empty folder', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'billkeep-'))
  let program: Program
  let port: string
  let key: string
  /** What the banner offers to paste. */
  let commands: readonly string[]

  beforeAll(async () => {
    program = spawnProgram(['serve', '--demo', '--port', '0', '--data', dataDir])
    await program.until(/Ctrl-C/)
    port = listens.exec(program.out())?.[1] ?? ''
    key = /key {6}(\w{40})\n/.exec(program.out())?.[1] ?? ''
    commands = program.out().match(/^ {4}.*(curl|php) .*$/gm) ?? []
  })

  afterAll(async () => {
    await program.kill()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('it says where it is and who may call, without colours in a pipe', () => {
    expect(program.out()).toContain(
      `\n    address  http://username.localhost:${port}\n    login    username\n    key      ${key}\n`,
    )
    expect(program.out()).not.toContain('\u{1b}')
    expect(program.err()).toBe('')
  })

  test.skipIf(!hasTool('curl'))('the curl line can be pasted as it is', async () => {
    const { stdout } = await run('sh', ['-c', commands[0] ?? ''])
    expect(JSON.parse(stdout)).toMatchObject({
      error_code: 0,
      result: {
        258367: { 12549: { good_name: 'payment', good_title: 'payment for training' } },
        258368: {
          13011: { good_name: 'sales', good_title: 'sales in cinemas' },
          28363: { good_name: '222', good_title: '222 ways' },
        },
      },
    })
  })

  const printed = `Order 258367
  12549  payment  payment for training
Order 258368
  13011  sales  sales in cinemas
  28363  222  222 ways
`

  test.skipIf(!hasTool('php'))('so can the PHP line', async () => {
    expect((await run('sh', ['-c', commands[1] ?? ''])).stdout).toBe(printed)
  })

  const examples = join(import.meta.dirname, '../../../../examples')
  const inPath = (): string => `http://localhost:${port}/@username`
  const inHost = (): string => `http://username.localhost:${port}`

  describe.each([
    ['get-bills.php', 'php', hasTool('php'), inHost],
    ['get-bills.py', 'python3', hasTool('python3'), inPath],
    ['get-bills.mjs', process.execPath, true, inPath],
  ])('examples/%s', (file, interpreter, isThere, url) => {
    const runExample = async (given: string): Promise<{ stdout: string }> =>
      run(interpreter, [join(examples, file)], { env: { ...process.env, BILLKEEP_URL: url(), BILLKEEP_KEY: given } })

    test.skipIf(!isThere)('prints the orders', async () => {
      expect((await runExample(key)).stdout).toBe(printed)
    })

    test.skipIf(!isThere)('does not believe an answer that another key signed', async () => {
      await expect(runExample('wrong')).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining('The answer is not from the shop') as string,
      })
    })
  })

  test('another program that starts there has the same shop', async () => {
    const second = startProgram(['serve', '--demo', '--port', '0', '--data', dataDir])
    expect((await second.until(/key {6}(\w{40})\n/))[1]).toBe(key)
  })

  test('changes by the command line are noticed within a second', async () => {
    const login = 'anna'
    const env = { BILLKEEP_DATA: dataDir }
    const shop = async (...args: string[]): Promise<unknown> => billkeepJson(['shop', ...args], { env })
    const { key: first } = (await shop('create', login)) as { key: string }
    const answer = async (): Promise<string> => {
      const args = ['buyer@example.com', '--url', `http://localhost:${port}/@${login}`, '--login', login]
      return (await billkeep(['bills', ...args], { env: { BILLKEEP_KEY: first } })).err
    }
    const noticed = async (text: string): Promise<void> => {
      await expect.poll(answer, { timeout: 1_000, interval: 20 }).toContain(text)
    }
    await noticed('No orders found')
    await shop('disable', login)
    await noticed('Account disabled')
    await shop('enable', login)
    await noticed('No orders found')
    await shop('allow', login, '203.0.113.0/24')
    await noticed('Permission denied for ip')
    await shop('allow', login)
    await noticed('No orders found')
    await shop('rotate-key', login, '--overlap', '0')
    await noticed('The key is not that of')
  })
})

test('two that start at once in an empty folder make one demo shop', async () => {
  const dataDir = throwAwayFolder()
  const programs = [1, 2].map(() => startProgram(['serve', '--demo', '--port', '0', '--data', dataDir]))
  const keys = await Promise.all(programs.map(async (program) => (await program.until(/key {6}(\w{40})\n/))[1]))
  expect(new Set(keys).size).toBe(1)
  expect(await billkeepJson(['shop', 'list', '--data', dataDir])).toHaveLength(1)
  const { out } = await billkeep(['orders', 'export', '--shop', 'username', '--data', dataDir])
  expect(out.split('\n')).toHaveLength(1_001)
})

describe('ends', () => {
  const login = { login: 'anna', key: 'an old key' }
  const body = signed({ email: 'nobody@example.com' }, login)
  const bytes = bytesOfCall({ host: 'anna.localhost', body })

  /** A program with a call of which it waits for the last byte. */
  async function busyProgram(): Promise<{ program: Program; connection: RawConnection }> {
    const dataDir = throwAwayFolder()
    await billkeepJson(['shop', 'create', login.login, '--key', login.key, '--data', dataDir])
    const program = startProgram(['serve', '--data', dataDir, '--log-level', 'debug'], { PORT: '0', BILLKEEP_PORT: '' })
    const [, port] = await program.until(listens)
    const connection = await RawConnection.open({ port: Number(port) })
    onTestFinished(() => {
      connection.close()
    })
    // The answer to the first call tells that the server has begun to read the second.
    connection.send(bytes + bytes.slice(0, -1))
    await connection.reply()
    return { program, connection }
  }

  test.each(['SIGINT', 'SIGTERM'] as const)('on %s once the running call is answered', async (signal) => {
    const { program, connection } = await busyProgram()
    program.process.kill(signal)
    await program.until(/Stopping/)
    connection.send(bytes.slice(-1))
    expect((await connection.reply()).body).toContain('"error_code":400,')
    expect(await program.ended).toBe(0)
  })

  test('at once when asked again', async () => {
    const { program } = await busyProgram()
    program.process.kill('SIGINT')
    await program.until(/Stopping/)
    program.process.kill('SIGINT')
    expect(await program.ended).toBe(130)
  })
})

test('HTTPS beside HTTP, and a warning where plain HTTP faces the network', async () => {
  const { cert, key } = selfSigned('anna.example.com')
  const dataDir = throwAwayFolder()
  const [certFile, keyFile] = [join(dataDir, 'cert.pem'), join(dataDir, 'key.pem')]
  writeFileSync(certFile, cert)
  writeFileSync(keyFile, key)
  await billkeepJson(['shop', 'create', 'anna', '--key', 'an old key', '--data', dataDir])
  const tls = ['--tls-port', '0', '--tls-cert', certFile, '--tls-key', keyFile]
  const program = startProgram(['serve', '--data', dataDir, '--port', '0', '--host', '0.0.0.0', ...tls], {
    BILLKEEP_BASE_DOMAIN: 'example.org, example.com',
  })
  const [, port] = await program.until(/listens on https:\/\/0\.0\.0\.0:(\d+)\n/)
  expect(program.out()).toMatch(/listens on http:\/\/0\.0\.0\.0:\d+\n/)
  await program.until(/Plain HTTP on 0\.0\.0\.0 can be read on its way/)
  const connection = await RawConnection.open({ port: Number(port), tls: { servername: 'anna.example.com', ca: cert } })
  const body = signed({ email: 'nobody@example.com' }, { login: 'anna', key: 'an old key' })
  const reply = await connection.send(bytesOfCall({ host: 'anna.example.com', body })).reply()
  connection.close()
  expect(reply.body).toContain('"error_code":400,')
})

describe('refuses', () => {
  test.each([
    ['of one process', []],
    ['of workers', ['--workers', '2']],
  ])('a port for metrics %s that is in use', async (_of, workers) => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => {
      other.close()
    })
    const { port } = other.address() as AddressInfo
    const options = ['--port', '0', '--metrics-port', String(port), '--data', throwAwayFolder()]
    expect(await billkeep(['serve', ...options, ...workers])).toEqual({
      code: 1,
      out: '',
      err: `billkeep: Port ${port} is in use by another program. Stop that one, or choose another port with --metrics-port.\n`,
    })
  })

  test('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => {
      other.close()
    })
    const { port } = other.address() as AddressInfo
    expect(await billkeep(['serve', '--port', String(port), '--data', throwAwayFolder()])).toEqual({
      code: 1,
      out: '',
      err: `billkeep: Port ${port} is in use by another program. Stop that one, or choose another port with --port or the variable PORT.\n`,
    })
  })

  test.each([
    ['an address of another machine', ['--host', '192.0.2.1'], '192.0.2.1 is not an address of this machine.'],
    [
      'a missing certificate',
      ['--tls-port', '0', '--tls-cert', 'no.pem', '--tls-key', 'no.pem'],
      'no.pem does not exist.',
    ],
    [
      'a file that is no certificate',
      ['--tls-port', '0', '--tls-cert', import.meta.filename, '--tls-key', import.meta.filename],
      'are not a certificate and its key in PEM',
    ],
  ])('%s', async (_, args, message) => {
    const { code, err } = await billkeep(['serve', '--port', '0', '--data', throwAwayFolder(), ...args])
    expect(code).toBe(1)
    expect(err).toContain(message)
  })
})
