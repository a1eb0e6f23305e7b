/** A case as its file has it, and the bytes of the request that it describes. README.md explains the format. */
import { type Bills, md5, type Shop, shopNamed } from './fixture.ts'

/** One request and the reply it must get. */
export interface Case {
  readonly title: string
  /** The shop that is called and that signs the answer; `null`: none, and the answer is signed with an empty key. */
  readonly shop?: string | null
  readonly method?: string
  readonly version?: string
  /** `null`: no Host header. */
  readonly host?: string | null
  readonly target?: string
  /** Beside Host and Content-Length, which are made; `null` leaves out the one that would be made. */
  readonly headers?: Readonly<Record<string, string | null>>
  readonly form?: Readonly<Record<string, string>>
  readonly body?: BodyText
  /** `true`: the body is signed as it is sent; a text: that is signed instead. Left out: nothing is signed. */
  readonly sign?: boolean | string | Signing
  /** How often to send it; the last answer counts. */
  readonly times?: number
  readonly reply: Expected
}

type BodyText = string | { readonly base64: string } | readonly (string | Repeated)[]

interface Repeated {
  readonly repeat: string
  readonly times: number
}

interface Signing {
  readonly text: string | { readonly base64: string }
  readonly login?: string
  readonly key?: string
}

type Signer = Pick<Shop, 'login' | 'key'>

export interface Expected {
  readonly status?: number
  readonly code: number
  readonly text: string
  readonly result?: Bills | readonly never[]
}

export const caseFields: ReadonlySet<string> = new Set<keyof Case>([
  'title',
  'shop',
  'method',
  'version',
  'host',
  'target',
  'headers',
  'form',
  'body',
  'sign',
  'times',
  'reply',
])
export const replyFields: ReadonlySet<string> = new Set<keyof Expected>(['status', 'code', 'text', 'result'])

/** What the server under test calls things. */
export interface Names {
  /** Login and key of the shop that the cases call if they name no other. */
  readonly main: Signer
  /** The domain below which the shops are. */
  readonly base: string
  /** The address from which the server sees our calls. */
  readonly address: string
}

export function requestOf(given: Case, names: Names): Buffer {
  const { method = 'POST', version = '1.1', target = '/api/GetBills' } = given
  const fill = (text: string): string => filled(text, names)
  const host = given.host === undefined ? `${signerOf(given, names).login.toLowerCase()}.{base}` : given.host
  const body = bodyOf(given, names)
  const isBare = body.length === 0 && given.body === undefined && given.form === undefined
  const headers: Record<string, string | null> = {
    Host: host,
    'Content-Type': isBare ? null : 'application/x-www-form-urlencoded',
    'Content-Length': isBare ? null : String(body.length),
    ...given.headers,
  }
  const lines = Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${fill(value)}`]))
  const head = [`${method} ${fill(target)} HTTP/${version}`, ...lines, '', ''].join('\r\n')
  // Anything but ASCII in a header is sent as UTF-8.
  return Buffer.concat([Buffer.from(head), body])
}

/** What the answer must say, with the names of the server under test. */
export function expectedOf({ reply }: Case, names: Names): Expected & { readonly status: number } {
  return { status: 200, ...reply, text: filled(reply.text, names) }
}

/** The key that signs the answer. */
export function answerKey(given: Case, names: Names): string {
  return signerOf(given, names).key
}

/** Whether it needs the shops to be called and to sign as the fixture has it. */
export function needsFixture({ shop = mainShop, host, target = '', form, body, sign }: Case): boolean {
  const hasNames = shop !== mainShop || host !== undefined || target.includes('://')
  const hasLogin = typeof sign === 'object' && sign.login !== undefined
  return hasNames || hasLogin || /hash\W{1,3}(?!0{32})[\da-f]{32}/.test(JSON.stringify([target, form, body]))
}

export const mainShop = 'alice'

function signerOf({ shop = mainShop }: Case, { main }: Names): Signer {
  if (shop === null) return { login: 'nobody', key: '' }
  return shop === mainShop ? main : shopNamed(shop)
}

function bodyOf(given: Case, names: Names): Buffer {
  const { sign = false } = given
  const unsigned = given.form === undefined ? bytesOf(given.body ?? '', names) : Buffer.from(phpForm(given.form))
  if (sign === false) return unsigned
  const hash = hashOf(given, unsigned, names)
  const text = unsigned.toString('latin1')
  if (/\{hash\}/i.test(text)) {
    return Buffer.from(text.replaceAll('{hash}', hash).replaceAll('{HASH}', hash.toUpperCase()), 'latin1')
  }
  return Buffer.concat([unsigned, Buffer.from(`${unsigned.length === 0 ? '' : '&'}hash=${hash}`)])
}

function hashOf(given: Case, unsigned: Buffer, names: Names): string {
  const { sign } = given
  const signer = signerOf(given, names)
  const {
    text,
    login = signer.login,
    key = signer.key,
  }: Signing = typeof sign === 'object'
    ? sign
    : { text: typeof sign === 'string' ? sign : { base64: unsigned.toString('base64') } }
  const query = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text.base64, 'base64')
  return md5(Buffer.concat([query, Buffer.from(`::${login}::${key}`)]))
}

function bytesOf(body: BodyText, names: Names): Buffer {
  if (typeof body === 'string') return Buffer.from(filled(body, names))
  if ('base64' in body) return Buffer.from(body.base64, 'base64')
  return Buffer.from(body.map((part) => (typeof part === 'string' ? part : part.repeat.repeat(part.times))).join(''))
}

/** What `http_build_query` makes of flat fields. */
function phpForm(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${phpEncode(name)}=${phpEncode(value)}`)
    .join('&')
}

function phpEncode(text: string): string {
  return encodeURIComponent(text)
    .replaceAll(/[!'()*~]/g, percent)
    .replaceAll('%20', '+')
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

function filled(text: string, { base, address }: Names): string {
  return text.replaceAll('{base}', base).replaceAll('{address}', address)
}
