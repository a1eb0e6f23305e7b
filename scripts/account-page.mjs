/** Builds the account page, whose files the server hands out, when it is not what its sources say. */

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError } from './setup-error.mjs'

/** Says from which sources the files were made. */
const stampName = '.sources'

/** `root` is the project's folder, as everywhere here. Costs a few milliseconds. */
export function isAccountPageBuilt(root) {
  const stamp = join(folderOf(root), 'dist', stampName)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOf(root)
}

/** `node` is the project's own; `holdFor` is told of the process, so that whoever waits knows that it lives. */
export async function buildAccountPage(root, node, holdFor) {
  console.error('Building the account page…')
  const digest = digestOf(root)
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { code, output } = await run(node, [vite, 'build', '--logLevel', 'warn'], folderOf(root), holdFor)
  if (code !== 0) throw new SetupError(`${output.trim()}\nThe account page could not be built, as shown above.`)
  writeFileSync(join(folderOf(root), 'dist', stampName), digest)
}

function folderOf(root) {
  return join(root, 'packages/account')
}

function digestOf(root) {
  const folder = folderOf(root)
  // It signs calls of the order API itself.
  const sources = [join(folder, 'src'), join(root, 'packages/wire/src')].flatMap((sourceFolder) =>
    readdirSync(sourceFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  )
  const hash = createHash('sha256')
  const others = ['index.html', 'vite.config.ts', 'package.json'].map((name) => join(folder, name))
  for (const file of [...sources, ...others].toSorted()) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

function run(node, args, cwd, holdFor) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
    holdFor(child)
  })
}
