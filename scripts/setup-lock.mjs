/** One install at a time: a lock file with the processes that hold it, for as long as one of them lives. */

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { SetupError } from './setup-error.mjs'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const retryAfterMs = 200
const giveUpAfterMs = 10 * 60_000

/**
 * Runs `work` while holding the lock. `work` tells `holdFor` of the child process it waits for: an install that
 * outlives this process keeps the lock, and a signal that stops this process stops the install first.
 */
export async function withLock(file, work) {
  await acquire(file)
  let child
  const onSignal = (signal) => {
    const stop = () => {
      rmSync(file, { force: true })
      process.exit(signal === 'SIGINT' ? 130 : 143)
    }
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) stop()
    else child.once('close', stop).kill(signal)
  }
  for (const signal of signals) process.on(signal, onSignal)
  try {
    return await work((started) => {
      child = started
      writeFileSync(file, `${process.pid} ${child.pid}`)
    })
  } finally {
    for (const signal of signals) process.off(signal, onSignal)
    rmSync(file, { force: true })
  }
}

async function acquire(file) {
  const giveUpAt = Date.now() + giveUpAfterMs
  let told = false
  while (!tryAcquire(file)) {
    if (!told) console.error('Another start is installing the dependencies; waiting for it…')
    told = true
    if (Date.now() > giveUpAt)
      throw new SetupError(`Waited ten minutes for another install; if there is none, delete ${file}.`)
    await sleep(retryAfterMs)
  }
}

function tryAcquire(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    removeIfStale(file)
    return false
  }
}

function removeIfStale(file) {
  const holders = read(file)
  if (holders === undefined || holders === '' || holders.split(' ').some(isAlive)) return
  // Another waiter may have seen the same and already hold a new lock: what was moved away decides.
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (read(aside) === holders) rmSync(aside, { force: true })
  else renameSync(aside, file)
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function isAlive(pid) {
  try {
    process.kill(Number(pid), 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
