/** Reads from the request line and the Host header where a call is going (protocol section 1). */
import { isIP } from 'node:net'
import type { ApiRequest } from './message.ts'

export interface Target {
  /** The host that stands for one shop: lower case, without port and final dot; `''` if it cannot be a host. */
  readonly host: string | undefined
  /** Where the host stands for the whole installation: the LOGIN of `/@LOGIN/api/NAME`, in lower case. */
  readonly login: string | undefined
  /** The NAME of `/api/NAME`, in lower case; undefined for any other path. */
  readonly functionName: string | undefined
  /** The NUMBER and TOKEN of `/bill/NUMBER/TOKEN/`, `''` for what is missing; undefined for any other path. */
  readonly bill: BillAddress | undefined
  /** The path and query of a call of API v1, after `/v1`; undefined for any other path. */
  readonly v1: string | undefined
  /** Whether it is `/mcp`, the same on every host, too. */
  readonly mcp: boolean
  /** The path and query of the account page, after `/account`; undefined for any other path. */
  readonly account: string | undefined
  /** A page of the whole installation, where no shop is; undefined for any other path. */
  readonly page: 'root' | 'healthz' | 'readyz' | 'metrics' | undefined
}

export interface BillAddress {
  readonly number: string
  readonly token: string
}

/** What a client behind an HTTP proxy sends; its host then wins over the Host header. */
const absoluteForm = /^https?:\/\/([^/?#]*)(.*)$/i
const loginPrefix = /^\/(?:@|%40)([^/?]+)/i
/** One slash at the end is accepted, the query ignored. */
const callPath = /^\/api\/([^/?]+)\/?(?:\?|$)/i
/** Whatever follows: a page that is not there is no call either. */
const pagePath = /^\/bill(?:[/?]|$)/
const billPath = /^\/bill\/([^/?]+)\/([^/?]+)\/?(?:\?|$)/
/** The same on every host, as the token says whose shop it is. */
const v1Path = /^\/v1((?:[/?].*)?)$/
const accountPath = /^\/account((?:[/?].*)?)$/
const pageOfInstallation = /^\/?(healthz|readyz|metrics|)(?:\?|$)/

/** `baseDomains` are in lower case. */
export function targetOf({ target, host: header }: ApiRequest, baseDomains: readonly string[]): Target {
  const absolute = target.startsWith('/') ? null : absoluteForm.exec(target)
  const [, authority = header, path = target] = absolute ?? []
  const host = hostOf(authority)
  const v1 = v1Path.exec(path)?.[1]
  const mcp = isMcp(path)
  const account = accountPath.exec(path)?.[1]
  if (!isShared(host, baseDomains)) {
    return {
      host,
      login: undefined,
      functionName: functionNameIn(path),
      bill: billIn(path),
      v1,
      mcp,
      account,
      page: undefined,
    }
  }
  const [prefix = '', login] = loginPrefix.exec(path) ?? []
  const rest = path.slice(prefix.length)
  return {
    host: undefined,
    login: login?.toLowerCase(),
    functionName: functionNameIn(rest),
    bill: billIn(rest),
    v1,
    mcp,
    account,
    page: pageIn(path),
  }
}

function functionNameIn(path: string): string | undefined {
  return callPath.exec(path)?.[1]?.toLowerCase()
}

function isMcp(path: string): boolean {
  return path.startsWith('/mcp') && /^\/mcp\/?(?:\?|$)/.test(path)
}

function pageIn(path: string): Target['page'] {
  const name = pageOfInstallation.exec(path)?.[1]
  return name === '' ? 'root' : pages.find((page) => page === name)
}

const pages = ['healthz', 'readyz', 'metrics'] as const

function billIn(path: string): BillAddress | undefined {
  if (!pagePath.test(path)) return undefined
  const [, number = '', token = ''] = billPath.exec(path) ?? []
  return { number, token }
}

const port = /:\d*$/
const bracketed = /^\[([^\]]*)\]$/
/** The characters of host names and IP addresses. */
const plausible = /^[a-z0-9._:-]{1,253}$/

function hostOf(authority: string): string {
  const name = authority.replace(port, '').toLowerCase()
  const host = bracketed.exec(name)?.[1] ?? (name.endsWith('.') ? name.slice(0, -1) : name)
  return plausible.test(host) ? host : ''
}

/** Whether a host stands for the installation and not for one shop, which the path then has to name. */
function isShared(host: string, baseDomains: readonly string[]): boolean {
  return baseDomains.includes(host) || (addressLike.test(host) && isIP(host) !== 0)
}

/** Spares almost every call the long expressions behind `isIP`. */
const addressLike = /:|\d$/
