/** Clients of a real service. */
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { scopes } from '../../server/src/rules/scope.ts'
import { alice, type Service, type ServiceOptions, testService } from '../../server/test/service.ts'
import { addProduct } from '../../server/test/scenario.ts'
import { aliceOf, tokenFor } from '../../server/test/v1.ts'
import { Billkeep } from '../src/billkeep.ts'
import type { BillkeepOptions, Fetch } from '../src/options.ts'

/** Of this moment, as clients judge how old an answer is. */
export async function serviceOfNow(options: ServiceOptions = {}): Promise<Service> {
  return testService({ clock: Date.now, ...options })
}

export function addressOf({ port }: Pick<Service, 'port'>, login = alice.login): string {
  return `http://127.0.0.1:${port}/@${login}`
}

/** Alice's, with her key and a token that may do everything. */
export async function clientOf(service: Service, options: Partial<BillkeepOptions> = {}): Promise<Billkeep> {
  const token = await tokenFor(service, { scopes })
  return new Billkeep({ baseUrl: addressOf(service), ...alice, token, ...options })
}

/** Alice's shop, where she sells a course of 2,000.00. */
export async function shopWithCourse(options: Partial<BillkeepOptions> = {}) {
  const service = await serviceOfNow()
  await addProduct(await aliceOf(service), { name: 'course' })
  return { service, billkeep: await clientOf(service, options) }
}

/** The runtime's own, and what was asked of it. */
export function watched(through: Fetch = fetch): { readonly fetch: Fetch; readonly asked: Asked[] } {
  const asked: Asked[] = []
  return {
    asked,
    fetch: async (url, init) => {
      asked.push({ url, init })
      return through(url, init)
    },
  }
}

export interface Asked {
  readonly url: string
  readonly init: RequestInit
}

/** Answers so often like this before anything reaches the service. */
export function afterRefusals(count: number, refusal: () => Response): ReturnType<typeof watched> {
  let left = count
  return watched(async (url, init) => (left-- > 0 ? refusal() : fetch(url, init)))
}

export const later =
  (status: number, seconds = 0) =>
  (): Response =>
    new Response('later', { status, headers: { 'retry-after': String(seconds) } })

/** To a host below `localhost`, which curl and browsers know, and Node does not; its own fetch sends no other Host. */
export async function onLoopback(url: string, { method = 'GET', headers, body }: RequestInit): Promise<Response> {
  const { port, pathname, host } = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = { ...Object.fromEntries(new Headers(headers)), host }
    const call = request({ host: '127.0.0.1', port, path: pathname, method, headers: sent }, (answer) => {
      const { statusCode: status = 0, headers: answered } = answer
      const signature = String(answered['billkeep-signature'])
      text(answer).then((json) => {
        resolve(new Response(json, { status, headers: { 'billkeep-signature': signature } }))
      }, reject)
    })
    call.on('error', reject)
    call.end(body)
  })
}
