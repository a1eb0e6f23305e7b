/**
 * npm run test:n8n: n8n's own lint of community nodes, and a real n8n with this package in it and a workflow that starts
 * when a real Billkeep takes an order. Both are installed into a temporary folder: 1.7 GB, from five minutes on.
 * BILLKEEP_N8N_FOLDER names one to keep. `-- --lint` does the lint alone: 50 MB.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { credentialsFor, seen, workflow } from './workflow.mts'

const root = join(import.meta.dirname, '../../..')
const billkeepProgram = join(root, 'packages/server/bin/billkeep.mjs')
const kept = process.env['BILLKEEP_N8N_FOLDER']
const work = mkdtempSync(join(tmpdir(), 'billkeep-n8n-'))
const base = kept ?? work
const n8nFolder = join(base, 'n8n')
const [port, n8nPort] = [await freePort(), await freePort()]
const running: ChildProcess[] = []

/** The versions that are installed. */
const real = { private: true, dependencies: { n8n: '1.123.0', node: '24.11.1' }, overrides: { xlsx: '0.18.5' } }
const lint = {
  private: true,
  dependencies: {
    '@n8n/eslint-plugin-community-nodes': '0.32.0',
    '@typescript-eslint/parser': '8.35.0',
    eslint: '9.29.0',
    'eslint-plugin-n8n-nodes-base': '1.16.7',
    'n8n-workflow': '1.120.0',
    typescript: '5.8.3',
  },
}

/** Waiting for longer would not help. */
class Failed extends Error {}

try {
  lintPackage()
  if (!process.argv.includes('--lint')) await runWorkflow()
} finally {
  await Promise.all(running.map(stop))
  rmSync(work, { recursive: true, force: true })
}

function lintPackage(): void {
  // The plugin asks for a newer n8n-workflow than it needs; one of its parts may be installed with pnpm only.
  const modules = installed('lint', lint, ['--legacy-peer-deps', '--ignore-scripts'])
  execFileSync(process.execPath, [join(import.meta.dirname, 'lint.mjs'), modules, join(root, 'packages/n8n')], {
    stdio: 'inherit',
  })
}

async function runWorkflow(): Promise<void> {
  installed('n8n', real)
  const { address, token } = await startBillkeep()
  const user = prepareUser({ address, token })
  await startN8n(user)
  await listening(address, token)
  const number = await newOrder(address, token)
  await until('the execution to succeed', 60, async () => executionsOf(user).includes('success'))
  const order = (await api(address, token, `/orders/${number}`)) as { readonly tag: string }
  if (order.tag !== seen) throw new Error(`The workflow has not marked order ${number}.`)
  console.log(`n8n ${real.dependencies.n8n} was told of order ${number}, and marked it.`)
}

/** Where the packages are, once they are. */
function installed(name: string, packageFile: object, options: readonly string[] = []): string {
  const folder = join(base, name)
  if (existsSync(join(folder, 'installed'))) return folder
  console.log(`Installing into ${folder}…`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify(packageFile))
  const install = ['install', '--no-audit', '--no-fund', '--loglevel=error', ...options]
  execFileSync('npm', install, { cwd: folder, stdio: 'inherit' })
  writeFileSync(join(folder, 'installed'), '')
  return folder
}

async function startBillkeep(): Promise<{ readonly address: string; readonly token: string }> {
  const data = join(work, 'billkeep')
  const address = `http://127.0.0.1:${port}`
  start(process.execPath, [
    billkeepProgram,
    'serve',
    '--demo',
    '--port',
    String(port),
    '--data',
    data,
    '--allow-private-targets',
  ])
  await until('Billkeep to listen', 30, async () => (await fetch(`${address}/v1/openapi.json`)).ok)
  const scopes = ['--scope', 'orders:write,products:read,webhooks:write']
  const made = execFileSync(
    process.execPath,
    [billkeepProgram, 'token', 'create', 'n8n', '--shop', 'username', '--data', data, '--json', ...scopes],
    { encoding: 'utf8' },
  )
  return { address, token: (JSON.parse(made) as { readonly token: string }).token }
}

/** n8n's own folder, with the package, the credentials and the workflow in it. */
function prepareUser(data: { readonly address: string; readonly token: string }): string {
  const user = join(work, 'user')
  const nodes = join(user, '.n8n/nodes')
  mkdirSync(nodes, { recursive: true })
  execFileSync(process.execPath, [join(root, 'node_modules/rolldown/bin/cli.mjs'), '-c', 'rolldown.config.ts'], {
    cwd: join(root, 'packages/n8n'),
  })
  const packed = execFileSync('npm', ['pack', '--silent', '-w', 'packages/n8n', '--pack-destination', work], {
    cwd: root,
    encoding: 'utf8',
  }).trim()
  execFileSync('npm', ['install', '--prefix', nodes, '--legacy-peer-deps', '--silent', join(work, packed)])
  for (const [command, name, value] of [
    ['import:credentials', 'credentials.json', [credentialsFor(data)]],
    ['import:workflow', 'workflow.json', [workflow]],
  ] as const) {
    writeFileSync(join(work, name), JSON.stringify(value))
    n8n(user, [command, `--input=${join(work, name)}`])
  }
  keepVersion(user)
  n8n(user, ['update:workflow', `--id=${workflow.id}`, '--active=true'])
  return user
}

/** What n8n's editor does when it saves a workflow, and its import does not: only a version that is kept can be active. */
function keepVersion(user: string): void {
  const { id, versionId, nodes, connections } = workflow
  const database = new DatabaseSync(join(user, '.n8n/database.sqlite'))
  database
    .prepare('INSERT INTO workflow_history (versionId, workflowId, authors, nodes, connections) VALUES (?, ?, ?, ?, ?)')
    .run(versionId, id, 'the test', JSON.stringify(nodes), JSON.stringify(connections))
  database.close()
}

async function startN8n(user: string): Promise<void> {
  start(nodeOfN8n(), [join(n8nFolder, 'node_modules/n8n/bin/n8n'), 'start'], environmentOf(user))
  await until('n8n to listen', 120, async () => (await fetch(`http://127.0.0.1:${n8nPort}/healthz`)).ok)
}

function n8n(user: string, args: readonly string[]): void {
  execFileSync(nodeOfN8n(), [join(n8nFolder, 'node_modules/n8n/bin/n8n'), ...args], {
    env: environmentOf(user),
    stdio: 'inherit',
  })
}

function nodeOfN8n(): string {
  return join(n8nFolder, 'node_modules/node/bin/node')
}

function environmentOf(user: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: user,
    N8N_USER_FOLDER: user,
    N8N_PORT: String(n8nPort),
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    WEBHOOK_URL: `http://127.0.0.1:${n8nPort}/`,
    N8N_ENCRYPTION_KEY: 'only-for-this-test',
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
    N8N_RUNNERS_ENABLED: 'false',
  }
}

/** Until n8n has subscribed. */
async function listening(address: string, token: string): Promise<void> {
  await until('n8n to subscribe', 60, async () => {
    const { data } = (await api(address, token, '/webhook-endpoints')) as { readonly data: readonly unknown[] }
    return data.length > 0
  })
}

async function newOrder(address: string, token: string): Promise<number> {
  const { data } = (await api(address, token, '/products?limit=1')) as { readonly data: readonly { name: string }[] }
  const body = { email: 'anna@example.com', items: [{ product: data[0]?.name }] }
  return ((await api(address, token, '/orders', body)) as { readonly number: number }).number
}

async function api(address: string, token: string, at: string, body?: object): Promise<unknown> {
  const response = await fetch(`${address}/v1${at}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}

/** How the workflow's executions have ended. */
function executionsOf(user: string): readonly string[] {
  const database = new DatabaseSync(join(user, '.n8n/database.sqlite'), { readOnly: true })
  try {
    const rows = database.prepare('SELECT status FROM execution_entity').all()
    const states = rows.map(({ status }) => String(status))
    if (states.some((state) => state === 'error' || state === 'crashed')) throw new Failed('The execution failed.')
    return states
  } finally {
    database.close()
  }
}

function start(program: string, args: readonly string[], env?: NodeJS.ProcessEnv): void {
  running.push(spawn(program, args, { stdio: 'inherit', ...(env === undefined ? {} : { env }) }))
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await Promise.race([ended, setTimeout(10_000).then(() => child.kill('SIGKILL'))])
}

/** Asks twice a second; what fails counts as not yet. */
async function until(what: string, seconds: number, isTrue: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + seconds * 1_000
  while (performance.now() < end) {
    try {
      if (await isTrue()) return
    } catch (error) {
      if (error instanceof Failed) throw error
    }
    await setTimeout(500)
  }
  throw new Error(`Waited ${seconds} seconds for ${what}.`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}
