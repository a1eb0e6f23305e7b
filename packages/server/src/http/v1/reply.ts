/** Answers of API v1: JSON, or a problem (RFC 9457). */
import type { TextStream } from '../../operations/define.ts'
import { type Problem, problems, problemType as typeOf } from '../../operations/problems.ts'
import { gathered } from '../gather.ts'
import type { ApiReply } from '../message.ts'

/** An answer, but for what the log is told of it. */
export type ReplyV1 = Omit<ApiReply, 'about'>

type Headers = Readonly<Record<string, string>>

/** Answers are the caller's own, and true for the moment. */
const commonHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

const jsonType = 'application/json; charset=utf-8'
export const problemType = 'application/problem+json; charset=utf-8'

/** `json` is '' where there is nothing to tell; an answer that is repeated may be a problem. */
export function jsonReply(status: number, json: string, headers: Headers = {}): ReplyV1 {
  const type = json === '' ? {} : { 'content-type': status < 400 ? jsonType : problemType }
  return { status, headers: { ...commonHeaders, ...type, ...headers }, body: json }
}

export function problemReply(problem: Problem, requestId: string, headers: Headers = {}): ReplyV1 {
  const { problemName, details } = problem
  return jsonReply(problems[problemName].status, problemJson(problem, requestId), { ...headers, ...details.headers })
}

export function problemJson({ problemName, details }: Problem, requestId: string): string {
  const { status, title } = problems[problemName]
  return JSON.stringify({
    type: typeOf(problemName),
    title,
    status,
    detail: details.detail,
    errors: details.errors,
    request_id: requestId,
  })
}

/** One that is short looks like any other answer, and what fails up to there rejects. */
export async function streamReply({ contentType, pieces, fileName }: TextStream, headers: Headers): Promise<ReplyV1> {
  const text = await gathered(pieces)
  const own = { 'content-type': contentType, 'content-disposition': `attachment; filename="${fileName}"` }
  return {
    status: 200,
    headers: { ...commonHeaders, ...own, ...headers },
    body: typeof text === 'string' ? text : { pieces: text, trailerNames: '', trailers: () => ({}) },
  }
}
