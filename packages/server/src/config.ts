/** What `billkeep serve` was told, by options and environment, as one checked and frozen value. */
import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { z } from 'zod'
import type { Keep } from './rules/keep.ts'
import { isPostgres } from './rules/database-url.ts'
import { parseHost } from './rules/shop.ts'

export interface Config {
  readonly dataDir: string
  /** `postgres://…`; undefined: SQLite in the data folder. */
  readonly database: string | undefined
  /** The most connections of a process to that PostgreSQL. */
  readonly connections: number
  /** A copy that follows the database, for reading. */
  readonly readDatabase: string | undefined
  /** In milliseconds: while the copy is further behind, it is not used. */
  readonly longestLagMs: number
  /** 64 hexadecimal digits; undefined: the file in the data folder. */
  readonly masterKey: string | undefined
  /** Addresses to listen on. */
  readonly hosts: readonly string[]
  readonly port: number
  /** HTTPS beside HTTP. */
  readonly tls: { readonly port: number; readonly certFile: string; readonly keyFile: string } | undefined
  /** `LOGIN.BASE` is a shop's host for each of these; `localhost` is always among them. */
  readonly baseDomains: readonly string[]
  /** Processes that serve; each takes one core. */
  readonly workers: number
  /** Whether X-Forwarded-* of whoever connects is believed. */
  readonly trustProxy: boolean
  /** Whether notifications may go to addresses that are not of the public internet. */
  readonly allowPrivateTargets: boolean
  /** For each shop and address; 0: no limit. */
  readonly callsPerMinute: number
  readonly keep: Keep
  /** Undefined: nothing is measured. */
  readonly metrics: MetricsConfig | undefined
  readonly logLevel: (typeof logLevels)[number]
  /** Whether a data folder without shops gets the demo shop. */
  readonly demo: boolean
}

export interface MetricsConfig {
  /** A port of their own; undefined: none. */
  readonly port: number | undefined
  readonly host: string
  /** With it they can be read at the installation's own address, too; undefined: nobody can. */
  readonly token: string | undefined
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** The texts that people gave, by the option's name; what was not given is missing or undefined. */
export type Settings = Readonly<Record<string, unknown>>

/** Each problem is a sentence that names the option and says what it should be. */
export function configFrom(settings: Settings): Config | { readonly problems: readonly string[] } {
  const result = schema.safeParse(settings)
  if (!result.success) return { problems: result.error.issues.map(describe) }
  const {
    data,
    database,
    databaseConnections,
    readDatabase,
    readLag,
    masterKey,
    host,
    port,
    tlsPort,
    tlsCert,
    tlsKey,
    baseDomain,
    rateLimit,
    keepEvents,
    keepDeliveries,
    metricsPort,
    metricsHost,
    metricsToken,
    ...rest
  } = result.data
  const hasTls = tlsPort !== undefined && tlsCert !== undefined && tlsKey !== undefined
  const isMeasured = metricsPort !== undefined || metricsToken !== undefined
  return Object.freeze({
    ...rest,
    dataDir: data,
    database,
    connections: databaseConnections,
    readDatabase,
    longestLagMs: readLag * 1_000,
    masterKey,
    hosts: hostsOf(host),
    port,
    tls: hasTls ? Object.freeze({ port: tlsPort, certFile: tlsCert, keyFile: tlsKey }) : undefined,
    baseDomains: Object.freeze([...new Set([...baseDomain, 'localhost'])]),
    callsPerMinute: rateLimit,
    metrics: isMeasured ? Object.freeze({ port: metricsPort, host: metricsHost, token: metricsToken }) : undefined,
    keep: Object.freeze({ eventsMs: keepEvents, deliveriesMs: keepDeliveries }),
  })
}

const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'must be a number from 0 to 65535')
  .transform(Number)

const count = (least: number, most: number): z.ZodType<number> =>
  z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text), `must be a whole number`)
    .transform(Number)
    .refine((number) => number >= least && number <= most, `must be from ${least} to ${most}`)

/** In milliseconds. */
const days = z
  .string()
  .refine(
    (text) => text === 'forever' || /^[1-9]\d{0,4}$/.test(text),
    'must be a number of days from 1 to 99999, or forever',
  )
  .transform((text) => (text === 'forever' ? Infinity : Number(text) * dayMs))

const domain = z.string().transform((text, context) => {
  try {
    return parseHost(text)
  } catch (error) {
    context.addIssue(`has a wrong value: ${error instanceof Error ? error.message : String(error)}`)
    return z.NEVER
  }
})

const dayMs = 86_400_000
const mostWorkers = 256
const mostLagSeconds = 600
const mostConnections = 1_000
const mostCalls = 100_000_000

const schema = z
  .object({
    data: z.string(),
    database: z.string().refine(isPostgres, 'must be like postgres://USER:PASSWORD@HOST:PORT/DATABASE').optional(),
    databaseConnections: count(1, mostConnections),
    readDatabase: z.string().refine(isPostgres, 'must be like postgres://USER:PASSWORD@HOST:PORT/DATABASE').optional(),
    readLag: count(1, mostLagSeconds),
    masterKey: z.string().optional(),
    host: z
      .string()
      .refine(
        (text) => text === 'localhost' || isIP(text) !== 0,
        'must be an IP address of this machine, or localhost',
      ),
    port,
    tlsPort: port.optional(),
    tlsCert: z.string().optional(),
    tlsKey: z.string().optional(),
    baseDomain: z.array(domain).default([]),
    workers: count(1, mostWorkers),
    trustProxy: z.boolean().default(false),
    allowPrivateTargets: z.boolean().default(false),
    rateLimit: count(0, mostCalls),
    metricsPort: port.optional(),
    metricsHost: z
      .string()
      .refine((text) => isIP(text) !== 0, 'must be an IP address of this machine')
      .default('127.0.0.1'),
    metricsToken: z
      .string()
      .refine((text) => /^[\x21-\x7e]{16,256}$/.test(text), 'must have 16 to 256 characters, without spaces')
      .optional(),
    keepEvents: days,
    keepDeliveries: days,
    logLevel: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`),
    demo: z.boolean().default(false),
  })
  .refine(({ database, readDatabase }) => readDatabase === undefined || database !== undefined, {
    path: ['readDatabase'],
    message: 'needs --database beside it, which it follows',
  })
  .refine(
    ({ tlsPort, tlsCert, tlsKey }) =>
      new Set([tlsPort, tlsCert, tlsKey].map((value) => value === undefined)).size === 1,
    { path: ['tlsPort'], message: 'needs --tls-cert and --tls-key beside it, and they need it' },
  )

/** Both loopback addresses, as names under localhost mean ::1 to some programs and 127.0.0.1 to others. */
function hostsOf(host: string): readonly string[] {
  if (host !== 'localhost') return Object.freeze([host])
  const own = Object.values(networkInterfaces()).flatMap((addresses = []) => addresses.map(({ address }) => address))
  return Object.freeze(own.includes('::1') ? ['127.0.0.1', '::1'] : ['127.0.0.1'])
}

/** `tlsPort` → `--tls-port must be …`. */
function describe({ path, message }: z.core.$ZodIssue): string {
  const option = String(path[0]).replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return `--${option} ${message}.`
}
