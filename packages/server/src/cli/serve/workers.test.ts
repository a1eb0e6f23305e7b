import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { billkeepJson, type Program, startProgram } from '../../../test/command-line.ts'
import { throwAwayFolder } from '../../../test/databases.ts'
import { RawConnection } from '../../../test/raw-connection.ts'
import { bytesOfCall, signed } from '../../../test/service.ts'

const login = { login: 'anna', key: 'an old key' }
const bytes = bytesOfCall({ host: 'anna.localhost', body: signed({ email: 'nobody@example.com' }, login) })

async function twoWorkers(
  ...args: readonly string[]
): Promise<{ program: Program; connect: () => Promise<RawConnection> }> {
  const dataDir = throwAwayFolder()
  await billkeepJson(['shop', 'create', login.login, '--key', login.key, '--data', dataDir])
  const program = startProgram(['serve', '--workers', '2', '--data', dataDir, '--log-level', 'debug', ...args])
  const [, port] = await program.until(/listens on http:\/\/127\.0\.0\.1:(\d+)/)
  return {
    program,
    async connect() {
      const connection = await RawConnection.open({ port: Number(port) })
      onTestFinished(() => {
        connection.close()
      })
      return connection
    },
  }
}

/** The processes that have answered calls, from the log. */
function answeredBy({ err }: Program): ReadonlySet<number> {
  const entries = err().match(/^\{.*"msg":"A request is answered\."\}$/gm) ?? []
  return new Set(entries.map((entry) => (JSON.parse(entry) as { pid: number }).pid))
}

test('both answer; one that dies is replaced; all end when the running calls are answered', async () => {
  const { program, connect } = await twoWorkers('--port', '0')
  const callUntil = async (processes: number): Promise<void> => {
    await expect
      .poll(
        async () => {
          const connection = await connect()
          expect((await connection.send(bytes).reply()).body).toContain('"error_code":400,')
          connection.close()
          return answeredBy(program).size
        },
        { timeout: 10_000, interval: 20 },
      )
      .toBe(processes)
  }
  await callUntil(2)
  const [worker = 0] = answeredBy(program)
  expect(answeredBy(program)).not.toContain(program.process.pid)

  process.kill(worker, 'SIGKILL')
  await program.until(new RegExp(`"worker":${worker},"pauseMs":100,"msg":"A worker died`))
  await callUntil(3)

  const connection = await connect()
  connection.send(bytes + bytes.slice(0, -1))
  await connection.reply()
  program.process.kill('SIGTERM')
  await program.until(/Stopping/)
  connection.send(bytes.slice(-1))
  expect((await connection.reply()).body).toContain('"error_code":400,')
  expect(await program.ended).toBe(0)
  expect(program.out().match(/listens on http:\/\/127/g)).toHaveLength(1)
})

test('a second request to end ends them all at once', async () => {
  const { program, connect } = await twoWorkers('--port', '0')
  const connection = await connect()
  connection.send(bytes.slice(0, -1))
  program.process.kill('SIGINT')
  await program.until(/Stopping/)
  program.process.kill('SIGINT')
  expect(await program.ended).toBe(130)
})

test('their metrics are told as one, on a port of their own and by each of them to whoever has the token', async () => {
  const token = 'a-token-of-some-length'
  const { program, connect } = await twoWorkers('--port', '0', '--metrics-port', '0', '--metrics-token', token)
  const [, metricsPort] = await program.until(/Metrics are at http:\/\/127\.0\.0\.1:(\d+)\/metrics/)
  const calls = 6
  for (let call = 0; call < calls || answeredBy(program).size < 2; call += 1) {
    const connection = await connect()
    await connection.send(bytes).reply()
    connection.close()
  }
  const made = program.err().match(/"operation":"GetBills"/g)?.length
  const counted = `billkeep_requests_total{face="api",operation="GetBills",outcome="refused"} ${made}\n`
  const own = await fetch(`http://127.0.0.1:${metricsPort}/metrics`)
  expect(await own.text()).toContain(counted)
  const [, port] = await program.until(/listens on http:\/\/127\.0\.0\.1:(\d+)/)
  for (let time = 0; time < 4; time += 1) {
    const headers = { authorization: `Bearer ${token}`, connection: 'close' }
    const shared = await fetch(`http://127.0.0.1:${port}/metrics`, { headers })
    expect(await shared.text()).toContain(counted)
  }
  program.process.kill('SIGTERM')
  expect(await program.ended).toBe(0)
})

test('a port in use is told once, and that is the end', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => {
    other.close()
  })
  const { port } = other.address() as AddressInfo
  const program = startProgram(['serve', '--workers', '2', '--port', String(port), '--data', throwAwayFolder()])
  expect(await program.ended).toBe(1)
  expect(program.err()).toMatch(new RegExp(`^billkeep: Port ${port} is in use by another program\\..*\n$`))
  expect(program.out()).toBe('')
})
