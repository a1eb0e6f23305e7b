/** From a body to the form in it, in whatever way it was written (protocol section 2). */
import type { ByteString } from '@billkeep/wire/bytes.ts'
import { ApiError } from '@billkeep/wire/errors.ts'
import { type FormTree, parseForm } from '@billkeep/wire/form.ts'
import { HttpRefusal } from './http-refusal.ts'
import { readJsonForm } from './json-form.ts'
import type { ApiRequest, Body } from './message.ts'
import { isMultipart, readMultipart } from './multipart.ts'

/**
 * The body's bytes where they are the form: of any content type but two, as PHP clients may send none or a wrong one.
 * Undefined where there are none that may have been signed just as they are.
 */
export function urlencodedBody({ method, contentType = '', body }: ApiRequest): ByteString | undefined {
  if (method !== 'POST' || !Buffer.isBuffer(body)) return undefined
  return json.test(contentType) || isMultipart(contentType) ? undefined : body.toString('latin1')
}

/** Only a POST has a form. Throws ApiError and FormLimitError. */
export async function readForm(
  { method, contentType = '', body }: ApiRequest,
  urlencoded: ByteString | undefined,
): Promise<FormTree> {
  if (urlencoded !== undefined) return parseForm(urlencoded)
  if (method === 'POST' && typeof body === 'string') throw new HttpRefusal(statuses[body], 'wrongData')
  if (method !== 'POST' || !Buffer.isBuffer(body)) return new Map()
  if (!isMultipart(contentType)) return readJsonForm(body)
  const form = await readMultipart(contentType, body)
  if (form === undefined) throw new ApiError('wrongData')
  return form
}

const json = /^application\/json\s*(?:;|$)/i
const statuses = { tooLarge: 413, late: 408, broken: 400 } as const satisfies Record<Body & string, number>
