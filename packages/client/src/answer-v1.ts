/** What API v1 answers where it does not refuse. Proxies and their sign-in pages answer with 200, too. */
import { AnswerError } from './errors.ts'
import type { Page } from './list.ts'
import { isThisBillkeep } from './problem.ts'

/** The JSON; undefined where something was deleted. */
export async function jsonIn(response: Response, method: string): Promise<unknown> {
  const text = await response.text()
  if (method === 'DELETE' && response.status === 204) return undefined
  const json = parsed(text)
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json
  throw new AnswerError('no envelope', `The answer is JSON, but not of API v1. ${isThisBillkeep}`)
}

export function pageIn<Entry>(page: Page<Entry>): Page<Entry> {
  const { data, next_cursor: next }: Partial<Page<Entry>> = page
  if (Array.isArray(data) && (next === null || typeof next === 'string')) return page
  throw new AnswerError('no envelope', `The answer is JSON, but no list of API v1. ${isThisBillkeep}`)
}

/** The answer itself, which is read later. */
export async function streamIn(response: Response): Promise<Response> {
  if (response.headers.get('content-type')?.startsWith('text/html') !== true) return response
  await response.body?.cancel()
  throw new AnswerError('no envelope', `The answer is a page. ${isThisBillkeep}`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AnswerError('not JSON', `The answer is not JSON. ${isThisBillkeep}`, { cause })
  }
}
