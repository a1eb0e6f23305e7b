/** Problems of API v1 (RFC 9457), as errors. */
import { type HttpError, ProblemError } from './errors.ts'
import type { FieldFault } from './generated/v1-types.ts'
import { httpError, retryAfterMsIn, saysLater } from './send.ts'

/** For what answers otherwise than API v1 does: a proxy, another program. */
export const isThisBillkeep = 'Is this the address of a Billkeep?'

/** Of an answer that tells of no success; what is between here and the server may answer in any form. */
export async function problemIn(response: Response): Promise<HttpError> {
  const problem = parsed(await response.text())
  const { type, title, detail, errors, request_id } = problem
  if (typeof type !== 'string') return httpError(response, saysLater(response.status) ? '' : isThisBillkeep)
  const faults = faultsIn(errors)
  const said = typeof detail === 'string' ? detail : String(title)
  const reason = type.replace(/^.*\//, '')
  const text = faults.length === 0 ? said : faults.map((fault) => fault.detail).join(' ')
  return new ProblemError(`${text} (${response.status} ${reason})`, {
    status: response.status,
    retryAfterMs: retryAfterMsIn(response),
    reason,
    detail: said,
    errors: faults,
    requestId: typeof request_id === 'string' ? request_id : (response.headers.get('request-id') ?? ''),
  })
}

function parsed(text: string): Partial<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? { ...json } : {}
  } catch {
    return {}
  }
}

function faultsIn(errors: unknown): readonly FieldFault[] {
  return Array.isArray(errors) ? errors.filter(isFault) : []
}

function isFault(value: unknown): value is FieldFault {
  return typeof value === 'object' && value !== null && 'field' in value && 'detail' in value
}
