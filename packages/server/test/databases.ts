/** The loop over databases: what the store does, it does on each of them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, onTestFinished } from 'vitest'
import { openStore } from '../src/store/open.ts'
import type { Store } from '../src/store/store.ts'

export interface TestDatabase {
  /** The data folder. */
  readonly dataDir: string
  /** What the store's clock tells; tests move it. */
  readonly clock: { now: number }
  /** Opens the store once more on the same data, as another process would; closed when the test ends. */
  open(): Promise<Store>
}

const databases: readonly { name: string; make: () => TestDatabase }[] = [{ name: 'SQLite', make: sqlite }]

/** Declares the suite once for each database. */
export function onEachDatabase(suite: (make: () => TestDatabase) => void): void {
  for (const { name, make } of databases)
    describe(name, () => {
      suite(make)
    })
}

/** 2026-01-01T00:00:00Z. */
export const startOfTime = Date.UTC(2026, 0, 1)

/** An empty folder that is gone when the test ends. */
export function throwAwayFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'billkeep-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function sqlite(): TestDatabase {
  const dataDir = throwAwayFolder()
  const clock = { now: startOfTime }
  return {
    dataDir,
    clock,
    async open() {
      const store = await openStore({ dataDir, clock: () => clock.now })
      onTestFinished(() => store.close())
      return store
    },
  }
}
