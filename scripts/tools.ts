/** The programs from outside npm that some tests need: finds them, and installs them where that is possible. */
import { spawnSync } from 'node:child_process'

/** Where a missing tool is an error instead of a reason to skip. */
export const isCi = !['', '0', 'false'].includes(process.env['CI'] ?? '')

export interface Tool {
  readonly name: string
  /** Exits with 0, and prints what `prints` says, when the tool is there. */
  readonly check: readonly [command: string, ...args: string[]]
  readonly prints?: RegExp
  readonly debianPackages: readonly string[]
  readonly why: string
}

const table = [
  {
    name: 'php',
    check: ['php', '-m'],
    prints: /^curl$/m,
    debianPackages: ['php-cli', 'php-curl'],
    why: 'PHP with its curl extension runs the old scripts against the service',
  },
  {
    name: 'python3',
    check: ['python3', '--version'],
    debianPackages: ['python3'],
    why: 'Python runs its published example against the service',
  },
  {
    name: 'curl',
    check: ['curl', '--version'],
    debianPackages: ['curl'],
    why: 'curl runs the requests of the documents',
  },
  {
    name: 'chromium',
    check: ['chromium', '--version'],
    debianPackages: ['chromium'],
    why: 'Chromium shows the account page',
  },
] as const satisfies readonly Tool[]

export type ToolName = (typeof table)[number]['name']
export const tools: readonly (Tool & { readonly name: ToolName })[] = table

export function isAvailable({ check: [command, ...args], prints }: Tool): boolean {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return status === 0 && (prints === undefined || prints.test(stdout))
}

/** The tools that are still missing after an attempt to install them. */
export function installMissingTools(): readonly Tool[] {
  const missing = tools.filter((tool) => !isAvailable(tool))
  if (missing.length === 0) return []
  install(missing.flatMap((tool) => tool.debianPackages))
  return missing.filter((tool) => !isAvailable(tool))
}

/** One line that says what is missing, what for, and how to get it. */
export function adviceFor(missing: readonly Tool[]): string {
  const reasons = missing.map(({ name, why }) => `${name} (${why})`).join(', ')
  const packages = missing.flatMap((tool) => tool.debianPackages).join(' ')
  return `Missing for tests: ${reasons}. On Debian: sudo apt-get install ${packages}`
}

function install(packages: readonly string[]): void {
  const prefix = privilege()
  if (prefix === undefined) return
  console.error(`Installing ${packages.join(', ')} for the tests (apt-get, once)…`)
  const aptGet = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq']
  if (succeeds([...aptGet, 'update'])) succeeds([...aptGet, 'install', '--no-install-recommends', '--yes', ...packages])
}

/** What to put before apt-get so that it may install without asking; nothing where that cannot be. */
function privilege(): readonly string[] | undefined {
  if (!isThere('apt-get')) return undefined
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined
}

function isThere(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0
}

function succeeds([command, ...args]: readonly string[]): boolean {
  if (command === undefined) return false
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  if (status !== 0) console.error((error?.message ?? stderr).trim())
  return status === 0
}
