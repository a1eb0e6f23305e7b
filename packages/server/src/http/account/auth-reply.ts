/** What the sign-in library answers, between its kind of requests and ours. */
import { addressHeader, type SignIn } from '../../sign-in/sign-in.ts'
import type { ApiRequest } from '../message.ts'
import { plainReply, type ReplyOfAccount } from './account-reply.ts'

/** What it may know of a request. */
const passedOn = [
  'cookie',
  'content-type',
  'origin',
  'referer',
  'user-agent',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
]

export async function authReply(signIn: SignIn, request: ApiRequest): Promise<ReplyOfAccount> {
  const { body, method } = request
  if (typeof body === 'string') return plainReply(body === 'tooLarge' ? 413 : 400, 'The request did not arrive whole.')
  const url = `${request.scheme}://${request.host}${pathOf(request.target)}`
  if (!URL.canParse(url)) return plainReply(400, 'There is no such host.')
  const response = await signIn.handle(
    new Request(url, {
      method,
      headers: headersOf(request),
      ...(Buffer.isBuffer(body) && method !== 'GET' && method !== 'HEAD' ? { body: new Uint8Array(body) } : {}),
    }),
  )
  const headers: Record<string, string | string[]> = {}
  for (const [name, value] of response.headers) if (name !== 'set-cookie') headers[name] = value
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) headers['set-cookie'] = cookies
  return { status: response.status, headers: { ...headers, 'cache-control': 'no-store' }, body: await response.text() }
}

function headersOf({ headers, address }: ApiRequest): Headers {
  const passed = new Headers({ [addressHeader]: address })
  for (const name of passedOn) {
    const value = headers[name]
    if (typeof value === 'string') passed.set(name, value)
  }
  return passed
}

/** An absolute target names a host that is not the one asked. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target : '/'
}
