/** People who sign in to a service of the test's own, as their browsers ask it. */
import type { Role } from '../src/rules/user.ts'
import type { Service } from './service.ts'
import { tester } from './tester.ts'

export const password = 'a long password'

export interface Asked {
  readonly method?: string
  readonly body?: unknown
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: Readonly<Record<string, unknown>>
  /** As a browser would send it back. */
  readonly cookie: string
}

export async function ask({ port }: Pick<Service, 'port'>, path: string, asked: Asked = {}): Promise<Answered> {
  const { body, cookie = '', method = body === undefined ? 'GET' : 'POST', headers = {} } = asked
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie === '' ? {} : { cookie }),
      origin: `http://127.0.0.1:${port}`,
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true && text !== ''
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
    cookie: cookies.filter((pair) => !pair.endsWith('=')).join('; '),
  }
}

/** What the link of an invitation has behind its `#`. */
export async function invitation(
  { store, clock }: Service,
  role: Role,
  { login = 'alice', email = 'anna@example.com' } = {},
): Promise<string> {
  const { id } = await store.shops.get(login)
  return store.invitations.create(id, { email, role, expires: clock.now + 3_600_000 }, tester)
}

/** The cookie of a user of alice's who has signed in. */
export async function signedIn(service: Service, role: Role, email = 'anna@example.com'): Promise<string> {
  const token = await invitation(service, role, { email })
  await ask(service, '/account/welcome', { body: { token, name: 'Anna', password } })
  return (await ask(service, '/account/auth/sign-in/email', { body: { email, password } })).cookie
}

/** A user who belongs to that shop; gives their id. */
export async function memberOf(service: Service, role: Role, who: { login: string; email: string }): Promise<string> {
  const token = await invitation(service, role, who)
  await ask(service, '/account/welcome', { body: { token, name: 'Olga', password } })
  const shop = await service.store.shops.get(who.login)
  const member = (await service.store.members.list(shop.id)).find(({ email }) => email === who.email)
  if (member === undefined) throw new Error(`${who.email} could not join ${who.login}.`)
  return member.userId
}
