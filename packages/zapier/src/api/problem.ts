/** What Billkeep refuses (RFC 9457), as errors that Zapier shows to people. */
import type { HttpResponse, ZObject } from 'zapier-platform-core'

/** For each response; what is not there is left to whoever asked. */
export function throwProblem(response: HttpResponse<unknown>, z: ZObject): HttpResponse<unknown> {
  const { status } = response
  const problem = problemIn(response)
  if (status >= 300 && status < 400) throw redirected(response, z)
  if (status < 400 || (status === 404 && problem !== undefined)) return response
  // Zapier asks the user to connect again.
  if (status === 401 && problem !== undefined) throw new z.errors.ExpiredAuthError(problem.detail)
  if (status === 503) throw new z.errors.ThrottledError(problem?.detail ?? away, secondsIn(response))
  if (problem === undefined) throw notBillkeep(response, z)
  throw new z.errors.Error(detailOf(response), problem.type.replace('/v1/problems/', ''), status)
}

export function notBillkeep({ status }: HttpResponse<unknown>, z: ZObject): Error {
  const message = `The address answers ${status}, and not as Billkeep does. Is it that of your installation?`
  return new z.errors.Error(message, 'not-billkeep', status)
}

/** What is wrong, each field that is not as it should be included. */
export function detailOf(response: HttpResponse<unknown>): string {
  const { detail, others } = problemIn(response) ?? { detail: 'It is not there.', others: [] }
  return [detail, ...others].join(' ')
}

const away = 'The address answers 503: what is there is too busy, or away.'

/** A minute where it does not say, or says a time of day. */
function secondsIn(response: HttpResponse<unknown>): number {
  const seconds = Number(response.getHeader('retry-after') ?? '')
  return seconds > 0 ? seconds : 60
}

function redirected(response: HttpResponse<unknown>, z: ZObject): Error {
  const to = response.getHeader('location') ?? 'elsewhere'
  const message = `The address sends one on to ${to}. Connect with the address that it leads to.`
  return new z.errors.Error(message, 'redirect', response.status)
}

interface Problem {
  readonly type: string
  readonly detail: string
  /** Of the fields after the first, which `detail` is about. */
  readonly others: readonly string[]
}

function problemIn({ data }: HttpResponse<unknown>): Problem | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data) || !('detail' in data)) return undefined
  const { type, detail } = data
  if (typeof type !== 'string' || typeof detail !== 'string') return undefined
  const faults: readonly unknown[] = 'errors' in data && Array.isArray(data.errors) ? data.errors.slice(1) : []
  return { type, detail, others: faults.flatMap((fault) => textsIn(fault)) }
}

function textsIn(fault: unknown): readonly string[] {
  const hasDetail = typeof fault === 'object' && fault !== null && 'detail' in fault
  return hasDetail && typeof fault.detail === 'string' ? [fault.detail] : []
}
