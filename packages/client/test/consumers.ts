/** The package as npm packs it, installed in bare projects outside of this one. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../../..')
const compiler = join(root, 'node_modules/typescript/bin/tsc')

export interface Packed {
  readonly folder: string
  readonly tarball: Uint8Array
  /** The paths in it. */
  readonly files: readonly string[]
  remove(): void
}

/** Builds and packs it, and installs that in a folder without anything else. */
export async function packed(): Promise<Packed> {
  const folder = mkdtempSync(join(tmpdir(), 'billkeep-consumer-'))
  const pack = ['pack', '--json', '--workspace', 'packages/client', '--pack-destination', folder]
  const { stdout } = await run('npm', pack, { cwd: root })
  const [{ filename, files }] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [
    { filename: string; files: { path: string }[] },
  ]
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
  const tarball = join(folder, filename)
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: folder })
  return {
    folder,
    tarball: readFileSync(tarball),
    files: files.map(({ path }) => path),
    remove() {
      rmSync(folder, { recursive: true })
    },
  }
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
}

/** What the compiler says of these files; '' for nothing. */
export async function typeFaults(folder: string, options: object, files: readonly string[]): Promise<string> {
  const project = join(folder, `tsconfig.${files[0]?.replaceAll('/', '-')}.json`)
  const compilerOptions = { noEmit: true, skipLibCheck: false, types: [], target: 'es2022', ...options }
  writeFileSync(project, JSON.stringify({ compilerOptions, files }))
  return run(process.execPath, [compiler, '-p', project], { cwd: folder }).then(
    ({ stdout }) => stdout,
    (error: unknown) => (error as { stdout: string }).stdout,
  )
}

/** What a program of the folder prints. */
export async function printed(folder: string, ...args: readonly string[]): Promise<string> {
  return (await run(process.execPath, args, { cwd: folder })).stdout
}
