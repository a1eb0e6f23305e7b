/** From a request to what an operation reads: its path, query and body. */
import type { RawInput } from '../../operations/define.ts'
import { Problem } from '../../operations/problems.ts'
import type { ApiRequest, Body } from '../message.ts'
import { interruptions } from './interruptions.ts'
import type { Route } from './route.ts'

/** Throws Problem where there is a body that is no JSON. */
export function rawInput({ operation, path, query }: Route, { body, contentType }: ApiRequest): RawInput {
  const inAddress = { path, query: queryIn(query) }
  if (isUnkeepable(path)) throw unkeepable('path')
  if (isUnkeepable(inAddress.query)) throw unkeepable('query')
  if (operation.takesFile === true) return { ...inAddress, body: undefined }
  const given = parsedBody(body, contentType)
  if (operation.hasBody) return { ...inAddress, body: given === undefined ? {} : given }
  // Whoever sends something means something by it, and is not to believe that it was done.
  if (given !== undefined && !isEmpty(given)) throw unwanted
  return { ...inAddress, body: undefined }
}

/** JSON; undefined where nothing was sent. Throws Problem. */
export function parsedBody(body: Body, contentType = ''): unknown {
  if (typeof body === 'string') throw new Problem(interruptions[body])
  if (!Buffer.isBuffer(body) || body.length === 0) return undefined
  if (!json.test(contentType)) {
    const sent = contentType === '' ? 'no Content-Type' : `«${contentType.slice(0, 100)}»`
    throw new Problem('unsupportedMediaType', { detail: `The body came with ${sent}; it must be application/json.` })
  }
  return parsed(body)
}

const json = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i

/** A name that comes more than once becomes a list. */
function queryIn(query: string): RawInput['query'] {
  const params = new URLSearchParams(query)
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name)
      return [name, values.length === 1 ? (values[0] ?? '') : values]
    }),
  )
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function parsed(body: Buffer): unknown {
  try {
    const text = utf8.decode(body)
    const value: unknown = JSON.parse(text)
    if (text.includes('\\u') && isUnkeepable(value)) throw unkeepable('body')
    return value
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    const detail = cause instanceof SyntaxError ? cause.message : 'The body is not UTF-8.'
    throw new Problem('malformedBody', { detail }, { cause })
  }
}

/**
 * Whether a text in it has the character U+0000, which not every database can keep, or half of a pair of surrogates, which
 * is no character: PHP would refuse all of an answer in which it is. JSON is written with both of them as escapes.
 */
function isUnkeepable(value: unknown): boolean {
  return unkeepableEscape.test(JSON.stringify(value))
}

const unkeepableEscape = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/

function unkeepable(part: 'path' | 'query' | 'body'): Problem {
  const detail = 'The character U+0000, and half of a pair of surrogates, cannot be part of a text.'
  return new Problem('invalid', { detail, errors: [{ in: part, field: '', detail }] })
}

function isEmpty(given: unknown): boolean {
  return typeof given === 'object' && given !== null && Object.keys(given).length === 0
}

const nothingWanted = 'This operation takes no body; send none, or {}.'
const unwanted = new Problem('invalid', {
  detail: nothingWanted,
  errors: [{ in: 'body', field: '', detail: nothingWanted }],
})
