/** Options that several commands have, with the types of what they give. */
import { InvalidArgumentError, Option } from 'commander'
import { parseInstant } from '../rules/instant.ts'
import { parseMoney } from '../rules/money.ts'
import { parsePercent } from '../rules/percent.ts'
import { parseScope, type Scope } from '../rules/scope.ts'

export interface DataOption {
  readonly data: string
  readonly database: string | undefined
}

export function dataOption(): Option {
  return new Option('--data <dir>', 'folder of the database and the master key').default('./data')
}

/** Every command that has `--data` has this, too (`program.ts`). */
export function databaseOption(): Option {
  const description = 'PostgreSQL to use instead of SQLite in the data folder, as postgres://USER:PASSWORD@HOST/NAME;'
  return new Option('--database <url>', `${description} better in BILLKEEP_DATABASE, as others can see arguments`)
}

export interface ShopOption {
  readonly shop: string
}

export function shopOption(): Option {
  return new Option('--shop <login>', 'whose it is').makeOptionMandatory()
}

/** `1500`, `1500.50`, in minor units. */
export function parseSum(text: string): number {
  const minor = parseMoney(text)
  if (minor === undefined) throw new InvalidArgumentError('A sum is a number like 1500 or 1500.50.')
  return minor
}

/** `10` or `12.5`, in hundredths of a percent. */
export function parseShare(text: string): number {
  const basisPoints = parsePercent(text.replace(/%$/, ''))
  if (basisPoints === undefined)
    throw new InvalidArgumentError('A share is a number of percent from 0 to 100, like 12.5.')
  return basisPoints
}

/** ISO 8601 with a time zone, or Unix seconds, in Unix milliseconds. */
export function parseTime(text: string): number {
  const time = parseInstant(text)
  if (time === undefined) throw new InvalidArgumentError('A time is like 2026-01-31T18:00:00Z, or Unix seconds.')
  return time
}

export function parseYesOrNo(text: string): boolean {
  if (text !== 'yes' && text !== 'no') throw new InvalidArgumentError('It must be yes or no.')
  return text === 'yes'
}

/** A parser as commander takes it, of a rule that refuses a text by throwing a RangeError for people. */
export function byRule<Value>(rule: (text: string) => Value): (text: string) => Value {
  return (text) => {
    try {
      return rule(text)
    } catch (error) {
      throw error instanceof RangeError ? new InvalidArgumentError(error.message) : error
    }
  }
}

/** A parser that takes the word `none`, too. It cannot give null, which commander would make `''`. */
export function orNone<Value>(parse: (text: string) => Value): (text: string) => Value | 'none' {
  return (text) => (text === 'none' ? text : parse(text))
}

/** Several values, with commas between or by the same option again; `usual` where it is not given at all. */
export function listOf<Value>(parse: (text: string) => Value, usual: readonly Value[]) {
  return (text: string, before: readonly Value[]): readonly Value[] => [
    ...(before === usual ? [] : before),
    ...text.split(',').map((part) => parse(part.trim())),
  ]
}

/** What a token, or whoever is like one, may do. */
export function scopeOption(usual: readonly Scope[], description: string): Option {
  return new Option('--scope <scopes>', 'what it may do, with commas between')
    .argParser(listOf(byRule(parseScope), usual))
    .default(usual, description)
}

export interface JsonOption {
  readonly json?: boolean
}

export function jsonOption(): Option {
  return new Option('--json', 'print JSON, for programs')
}

/** A key on a command line can be read by everybody on the machine while the command runs. */
export function keyOption(description: string): Option {
  return new Option('--key <key>', `${description}; better in the variable BILLKEEP_KEY, as others can see arguments`)
}

const unitMs: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** `7d`, `12h`, `30m`, `45s` or `0`, in milliseconds. */
export function parseDuration(text: string): number {
  if (text === '0') return 0
  const [, count, unit] = /^(\d{1,4})([smhd])$/.exec(text) ?? []
  if (count === undefined || unit === undefined) {
    throw new InvalidArgumentError('A time is a number with a unit: 7d, 12h, 30m or 45s.')
  }
  return Number(count) * (unitMs[unit] ?? 0)
}

/** `259200000` → `3d`. */
export function writeDuration(milliseconds: number): string {
  const [unit = 's', length = 1_000] =
    Object.entries(unitMs)
      .toReversed()
      .find(([, ms]) => milliseconds % ms === 0) ?? []
  return `${milliseconds / length}${unit}`
}

/** Shown under a command's help: what people type, one to three lines. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ billkeep ${line}`).join('\n')}`
}
