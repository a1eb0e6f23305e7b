/** From a body to the form in it, in whatever way it was written (protocol section 2). */
import type { ByteString } from '@billkeep/wire/bytes.ts'
import { ApiError } from '@billkeep/wire/errors.ts'
import { FormLimitError, type FormTree, parseForm } from '@billkeep/wire/form.ts'
import { HttpRefusal } from './http-refusal.ts'
import type { ApiRequest, Body } from './message.ts'
import { isMultipart, readMultipart } from './multipart.ts'

export interface ReceivedForm {
  readonly tree: FormTree
  /** The bytes that may have been signed just as they are; undefined where there are none. */
  readonly body: ByteString | undefined
  /** Why there is no form. A value, as the caller learns of it only after the checks that come before. */
  readonly fault: ApiError | undefined
}

/** Only a POST has a form. A JSON body counts as an empty one. */
export async function readForm({ method, contentType = urlencoded, body }: ApiRequest): Promise<ReceivedForm> {
  if (method !== 'POST' || body === undefined) return emptyForm
  if (typeof body === 'string') return faulty(new HttpRefusal(statuses[body], 'wrongData'))
  try {
    if (json.test(contentType)) return emptyForm
    return isMultipart(contentType) ? await multipartForm(contentType, body) : urlencodedForm(body)
  } catch (cause) {
    if (cause instanceof FormLimitError) return faulty(new ApiError('wrongData', { cause }))
    throw cause
  }
}

const urlencoded = 'application/x-www-form-urlencoded'
const json = /^application\/json\s*(?:;|$)/i
const statuses = { tooLarge: 413, late: 408, broken: 400 } as const satisfies Record<Body & string, number>

const emptyForm: ReceivedForm = { tree: new Map(), body: undefined, fault: undefined }

function faulty(fault: ApiError): ReceivedForm {
  return { ...emptyForm, fault }
}

/** Of any content type that is not one of the others, as PHP clients may send none or a wrong one. */
function urlencodedForm(bytes: Buffer): ReceivedForm {
  const body = bytes.toString('latin1')
  return { tree: parseForm(body), body, fault: undefined }
}

async function multipartForm(contentType: string, bytes: Buffer): Promise<ReceivedForm> {
  const tree = await readMultipart(contentType, bytes)
  return tree === undefined ? faulty(new ApiError('wrongData')) : { tree, body: undefined, fault: undefined }
}
