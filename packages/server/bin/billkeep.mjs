#!/usr/bin/env node
/** The program `billkeep`. On a Node that cannot run it, looks for one that can: that of the npm package `node`. */

import { spawn } from 'node:child_process'
import module, { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** From here on, Node runs TypeScript as it is, and has SQLite and Temporal built in. */
const oldestNode = 26

if (Number.parseInt(process.versions.node, 10) >= oldestNode) {
  // Spares compiling all modules at each start. Kept here and not where Node would, in /tmp: others could put code there.
  module.enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/billkeep', import.meta.url)))
  await import('../src/main.ts')
} else runOn(packagedNode())

function packagedNode() {
  const require = createRequire(import.meta.url)
  try {
    const description = require.resolve('node/package.json')
    return join(dirname(description), require(description).bin.node)
  } catch {
    console.error(`billkeep: Node ${oldestNode} or newer is needed; this is ${process.version}.`)
    return process.exit(1)
  }
}

function runOn(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  // A terminal's Ctrl-C reaches both processes; the rest is passed on.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal]
  })
}
