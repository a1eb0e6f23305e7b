/** What Billkeep refuses (RFC 9457), as errors that Zapier shows to people. */
import type { HttpResponse, ZObject } from 'zapier-platform-core'

/** For each response; what is not there is left to whoever asked. */
export function throwProblem(response: HttpResponse<unknown>, z: ZObject): HttpResponse<unknown> {
  const { status } = response
  const problem = problemIn(response)
  if (status < 400 || (status === 404 && problem !== undefined)) return response
  if (problem === undefined) {
    throw new z.errors.Error(
      `The address answers ${status}, and not as Billkeep does. Is it that of your installation?`,
      'not-billkeep',
      status,
    )
  }
  // Zapier asks the user to connect again.
  if (status === 401) throw new z.errors.ExpiredAuthError(problem.detail)
  if (status === 503) throw new z.errors.ThrottledError(problem.detail, Number(response.getHeader('retry-after') ?? 60))
  throw new z.errors.Error(problem.detail, problem.type.replace('/v1/problems/', ''), status)
}

function problemIn({ data }: HttpResponse<unknown>): { readonly type: string; readonly detail: string } | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data) || !('detail' in data)) return undefined
  const { type, detail } = data
  return typeof type === 'string' && typeof detail === 'string' ? { type, detail } : undefined
}
