/** The files of the account page, as its build made them: read once, sent compressed where the browser takes it. */
import { randomBytes } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { ApiRequest } from '../message.ts'
import { plainReply, type ReplyOfAccount } from './account-reply.ts'

export interface AccountFiles {
  /** `path` begins after `/account`. What is no file is a page, which the browser's part makes of `index.html`. */
  replyTo(request: ApiRequest, path: string): ReplyOfAccount
}

interface File {
  readonly type: string
  readonly bodies: Readonly<Record<Encoding, Buffer>>
}

type Encoding = 'br' | 'gzip' | 'identity'

/** `folder` is where the build put them; without it, whoever asks is told how to make it. */
export function accountFiles(folder: string): AccountFiles {
  let made: Made | undefined
  return {
    replyTo({ headers }, path) {
      made ??= filesIn(folder)
      const file = made.files.get(path)
      if (file !== undefined) return fileReply(file, acceptedBy(headers))
      if (made.page === undefined) return plainReply(404, 'The account page is not built: «npm run setup» makes it.')
      return path.startsWith('/assets/') ? plainReply(404, 'There is no such file.') : pageReply(made.page)
    },
  }
}

function acceptedBy({ 'accept-encoding': accepted = '' }: ApiRequest['headers']): string {
  return Array.isArray(accepted) ? accepted.join() : accepted
}

interface Made {
  /** Their names tell their content, so a browser may keep them for ever. */
  readonly files: ReadonlyMap<string, File>
  readonly page: string | undefined
}

function filesIn(folder: string): Made {
  const index = join(folder, 'index.html')
  if (!existsSync(index)) return { files: new Map(), page: undefined }
  const names = globSync('**/*.*', { cwd: folder }).filter((name) => name !== 'index.html')
  return {
    files: new Map(names.map((name) => [`/${name.replaceAll('\\', '/')}`, fileAt(join(folder, name))])),
    page: readFileSync(index, 'utf8'),
  }
}

function fileAt(path: string): File {
  const identity = readFileSync(path)
  const extension = extname(path)
  const type = textTypes[extension]
  if (type === undefined) {
    const bodies = { identity, gzip: identity, br: identity }
    return { type: otherTypes[extension] ?? 'application/octet-stream', bodies }
  }
  const br = brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } })
  return { type, bodies: { identity, gzip: gzipSync(identity), br } }
}

/** Of 11: what it takes at the first visit is seconds with the highest. */
const brotliQuality = 6

const textTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
}
const otherTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ico': 'image/x-icon',
}

function fileReply({ type, bodies }: File, accepted: string): ReplyOfAccount {
  const encoding = (['br', 'gzip'] as const).find((name) => accepted.includes(name)) ?? 'identity'
  const isEncoded = bodies[encoding] !== bodies.identity
  return {
    status: 200,
    headers: {
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': type,
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
      ...(isEncoded ? { 'content-encoding': encoding } : {}),
    },
    body: bodies[encoding],
  }
}

/** Stands in the page for what only this answer's styles know: the library of components writes some itself. */
const noncePlace = '%NONCE%'

/** Nothing from outside runs or loads. */
function pageReply(page: string): ReplyOfAccount {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  return {
    status: 200,
    headers: {
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body: page.replaceAll(noncePlace, nonce),
  }
}
