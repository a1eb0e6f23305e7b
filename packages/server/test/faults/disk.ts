/** A small disk, for what happens when it is full. */
import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { throwAwayFolder } from '../databases.ts'

export interface Disk {
  readonly folder: string
  /** Leaves no byte free. */
  fill(): void
  /** Frees what `fill` took. */
  clear(): void
}

/** Of some megabytes, for the owner of `like`; undefined where this user may not mount one. */
export function smallDisk(like: string): Disk | undefined {
  const folder = throwAwayFolder()
  const { uid, gid } = statSync(like)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=8m,uid=${uid},gid=${gid},mode=700`, 'tmpfs', folder], {
      stdio: 'ignore',
    })
  } catch {
    return undefined
  }
  // Lazily, as whoever uses it may still be ending.
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder])
  })
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill() {
      const file = openSync(ballast, 'a')
      try {
        for (;;) writeSync(file, block)
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
      } finally {
        closeSync(file)
      }
    },
    clear() {
      rmSync(ballast)
    },
  }
}

const block = Buffer.alloc(65_536)
