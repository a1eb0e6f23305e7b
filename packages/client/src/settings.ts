/** The options of a client, checked once and with what is usual in place of what was left out. */
import { BillkeepError } from './errors.ts'
import type { BillkeepOptions, CallOptions, Fetch } from './options.ts'

export interface Settings {
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly login: string | undefined
  readonly key: string | undefined
  readonly token: string | undefined
  readonly timeoutMs: number
  readonly retries: number
  readonly requireSignature: boolean
  readonly fetch: Fetch
}

const usualTimeoutMs = 30_000
/** Nearly 25 days: timers that are set for longer end at once. */
const longestTimeoutMs = 2 ** 31 - 1
const usualRetries = 2

export function settingsFrom(options: BillkeepOptions): Settings {
  const { timeoutMs = usualTimeoutMs, retries = usualRetries, requireSignature = false } = options
  return {
    baseUrl: addressIn(options.baseUrl),
    // Copied from a page, they often have spaces around them.
    login: options.login?.trim(),
    key: options.key?.trim(),
    token: tokenIn(options.token?.trim()),
    timeoutMs: timeoutIn(timeoutMs),
    retries: checked('retries', retries, 0),
    requireSignature,
    // Looked up at each call, so that what replaces it later counts, and called as its own object's method.
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
  }
}

/** With what a call has of its own. */
export function settingsOf(settings: Settings, { timeoutMs, retries }: CallOptions = {}): Settings {
  return {
    ...settings,
    timeoutMs: timeoutMs === undefined ? settings.timeoutMs : timeoutIn(timeoutMs),
    retries: retries === undefined ? settings.retries : checked('retries', retries, 0),
  }
}

/** What is needed for a call and was not given. */
export function given(settings: Settings, name: 'login' | 'key' | 'token', purpose: string): string {
  const value = settings[name]
  if (value !== undefined && value !== '') return value
  throw new BillkeepError(`${purpose} needs the option «${name}»: new Billkeep({ baseUrl, ${name} }).`)
}

function addressIn(baseUrl: string | URL): string {
  const { href, protocol, search, hash, username, password } = parsed(String(baseUrl).trim())
  // fetch refuses these, too, and shows the password.
  if (username !== '' || password !== '') {
    throw new BillkeepError('«baseUrl» has a user name or password in it: give the address without.')
  }
  if (!/^https?:$/.test(protocol) || search !== '' || hash !== '') throw malformed(String(baseUrl))
  return href.replace(/\/+$/, '')
}

function parsed(text: string): URL {
  try {
    return new URL(text)
  } catch {
    throw malformed(text)
  }
}

function malformed(baseUrl: string): BillkeepError {
  return new BillkeepError(`«${baseUrl}» is no address of a shop: give one like https://alice.shops.example.com.`)
}

/** A header cannot hold other characters, and what is said of one that does not shows all of it. */
function tokenIn(token: string | undefined): string | undefined {
  if (token === undefined || /^[\x20-\x7e]*$/.test(token)) return token
  throw new BillkeepError('«token» has characters that no token has: was something else copied along?')
}

function timeoutIn(value: number): number {
  const timeoutMs = checked('timeoutMs', value, 1)
  if (timeoutMs <= longestTimeoutMs) return timeoutMs
  throw new BillkeepError(`«timeoutMs» must be at most ${longestTimeoutMs}, not ${timeoutMs}.`)
}

function checked(name: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least) return value
  throw new BillkeepError(`«${name}» must be a whole number from ${least} on, not ${value}.`)
}
