/** Visits of the payment page, `/bill/NUMBER/TOKEN/`: they are no calls, and so have neither form nor envelope. */
import { ApiError } from '@billkeep/wire/errors.ts'
import { isEqualConstantTime } from '@billkeep/wire/signature.ts'
import type { Logger } from 'pino'
import { styleHash } from '../pages/bill-style.ts'
import { billPage } from '../pages/bill-page.ts'
import type { Admission } from './admission.ts'
import { type About, type ApiReply, type ApiRequest, isVisit } from './message.ts'
import type { BillAddress, Target } from './target.ts'
import type { Tenant, Tenants } from './tenant.ts'

export interface BillPageParts {
  readonly tenants: Tenants
  readonly admission: Admission
  readonly log: Logger
}

export type BillPage = (request: ApiRequest, target: Target, address: BillAddress) => Promise<ApiReply>

export function createBillPage({ tenants, admission, log }: BillPageParts): BillPage {
  /** The shop's list of addresses is for its programs; customers come from anywhere. */
  async function pageFor({ address: visitor }: ApiRequest, tenant: Tenant, address: BillAddress): Promise<Page> {
    if (!tenant.context.shop.enabled) return notFound
    if (!(await admission.isWithinRate(tenant, visitor))) return tooMany
    const page = await pageAt(tenant, address)
    return page === undefined ? notFound : { status: 200, headers: pageHeaders, body: page }
  }

  return async (request, target, address) => {
    if (!isVisit(request)) return { ...notAllowed, about }
    let login: string | undefined
    try {
      const tenant = await tenants.find(target)
      ;({ login } = tenant.context.shop)
      return { ...(await pageFor(request, tenant, address)), about: { ...about, login } }
    } catch (error) {
      // There is no such shop.
      if (error instanceof ApiError) return { ...notFound, about }
      log.error({ id: request.id, ...about, login, err: error }, 'A page failed.')
      return {
        ...plain(500, 'This page cannot be shown now. Please try again later.'),
        about: { ...about, login },
      }
    }
  }
}

type Page = Omit<ApiReply, 'about'>

const about: About = { face: 'bill', operation: undefined, login: undefined, code: undefined }

/** Undefined where the token is not that of an order that is there: whose it is not, learns nothing of the number. */
async function pageAt(
  { context: { shop, store } }: Tenant,
  { number, token }: BillAddress,
): Promise<string | undefined> {
  if (!orderNumber.test(number)) return undefined
  const expected = store.orders.tokenOf(Number(number))
  if (!isEqualConstantTime(expected, token)) return undefined
  const order = await store.orders.get(Number(number))
  return order && billPage({ shop, order, token })
}

const orderNumber = /^[1-9]\d{0,14}$/

const commonHeaders = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
}

const pageHeaders = {
  ...commonHeaders,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
}

function plain(status: number, text: string, headers: ApiReply['headers'] = {}): Page {
  return {
    status,
    headers: { ...commonHeaders, 'content-type': 'text/plain; charset=utf-8', ...headers },
    body: `${text}\n`,
  }
}

/** The same whatever is wrong. */
const notFound = plain(404, 'There is no such page.')
const tooMany = plain(429, 'Too many requests. Please try again in a minute.', { 'retry-after': '60' })
const notAllowed = plain(405, 'This page can only be looked at.', { allow: 'GET, HEAD' })
