/**
 * Installs the dependencies when they are not those of the lock file, and says which Node runs the project.
 * Runs on any Node from 20 on, without dependencies: it is what a fresh clone starts with.
 */

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAccountPage, isAccountPageBuilt } from './account-page.mjs'
import { SetupError } from './setup-error.mjs'
import { withLock } from './setup-lock.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))

const modules = join(root, 'node_modules')
/** npm writes it at the end of an install, so it says what a finished install brought. */
const installedLock = join(modules, '.package-lock.json')
const isWindows = process.platform === 'win32'
const oldestNode = 20
const oldestProjectNode = 26

/** Makes sure that the dependencies and the account page are there; costs a few milliseconds when they are. */
export async function setUp() {
  if (majorOf(process.versions.node) < oldestNode) {
    throw new SetupError(`Billkeep needs Node ${oldestNode} or newer to start; this is ${process.version}.`)
  }
  if (isInstalled() && isAccountPageBuilt(root)) return
  await withLock(join(root, '.setup.lock'), async (holdFor) => {
    if (!isInstalled()) await install(holdFor)
    if (!isAccountPageBuilt(root)) await buildAccountPage(root, projectNode(), holdFor)
  })
}

/** The Node that runs the project: the one installed with it, or else this one if it is new enough. */
export function projectNode() {
  const packaged = packagedNode()
  if (packaged !== undefined) return packaged
  return majorOf(process.versions.node) >= oldestProjectNode ? process.execPath : undefined
}

/** Every package of the lock file is there in its version; those for other platforms may be missing. */
function isInstalled() {
  if (!existsSync(installedLock) || projectNode() === undefined) return false
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const installed = packagesOf(installedLock)
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true
    const found = installed[path]
    if (found === undefined) return optional === true
    return found.version === version && found.integrity === integrity && existsSync(join(root, path, 'package.json'))
  })
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch (cause) {
    throw new SetupError(`${file} cannot be read (${cause.message}); restore or delete it and start again.`, { cause })
  }
}

async function install(holdFor) {
  console.error('Installing dependencies (once, ~20 s)…')
  // An install that is cut short must not look finished: npm deletes this file too, but in no certain order.
  rmSync(installedLock, { force: true })
  const { code, errors } = await npm(['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund'], holdFor)
  if (code !== 0) throw new SetupError(`${errors.trim()}\n${adviceFor(errors)}`)
  checkNode()
}

/** Runs npm on the Node outside node_modules, as it is about to replace the one inside. */
function npm(args, holdFor) {
  const inside = join(modules, '.bin')
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(inside))
  const env = { ...process.env, PATH: path.join(delimiter) }
  return new Promise((resolve, reject) => {
    // On Windows npm is a script, which only a shell starts.
    const child = spawn('npm', args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'], shell: isWindows })
    let errors = ''
    child.stderr.on('data', (chunk) => (errors += chunk))
    child.on('error', (cause) => {
      const isMissing = cause.code === 'ENOENT'
      const advice = isMissing
        ? 'npm was not found: install it (it comes with Node).'
        : `npm does not start: ${cause.message}`
      reject(new SetupError(advice, { cause }))
    })
    child.on('close', (code) => resolve({ code, errors }))
    holdFor(child)
  })
}

function adviceFor(errors) {
  const isOffline = /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|ERR_SOCKET|network/.test(errors)
  return isOffline
    ? 'The dependencies were not installed: the npm registry cannot be reached. Check the connection and start again.'
    : 'The dependencies were not installed: npm ci failed as shown above. Mend that and start again.'
}

function checkNode() {
  const node = projectNode()
  if (node === undefined) {
    throw new SetupError(
      `npm did not install the project's own Node: are install scripts switched off (npm config get ignore-scripts)? ` +
        `Allow them, or start with Node ${oldestProjectNode} or newer.`,
    )
  }
  const { stdout, error } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  const version = stdout?.trim() ?? ''
  if (majorOf(version) >= oldestProjectNode) return
  throw new SetupError(
    `The project's own Node (${node}) does not run here: ${error?.message ?? (version || 'no answer')}`,
  )
}

function packagedNode() {
  const folder = join(modules, 'node')
  try {
    // The package's install script writes here what the binary is called on this platform.
    const binary = join(folder, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).bin.node)
    return existsSync(binary) ? binary : undefined
  } catch {
    return undefined
  }
}

/** 'v26.10.0' → 26; NaN for what is no version, and so neither new enough nor too old. */
function majorOf(version) {
  return Number.parseInt(version.replace(/^v/, ''), 10)
}
